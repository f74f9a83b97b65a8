import { describeHistoryTitle, describeRelatives, describeStep } from '../domain/describe-history.ts';
import { nameSection } from '../domain/describe-pair.ts';
import { formAddress, type HistoryForm, type PassageHistory } from '../domain/passage-history.ts';
import { listReportFacts, noticeFor } from '../domain/report-facts.ts';
import { HISTORY_MARKS, listLife, listMaking, WHAT_A_HISTORY_IS } from './history-front-matter.ts';
import { markBoth } from './mark-difference.ts';
import { escapeMarkdown, markdownFacts, markdownHeading } from './markdown-text.ts';
import { MARKDOWN_MARKS, renderListMd } from './render-comparison-md.ts';

/** CommonMark without HTML: what became of the passage, then its forms from the oldest to the newest. */
export function renderHistoryMd(history: PassageHistory): string {
  const { area, forms } = history;
  let text = `${markdownHeading(1, describeHistoryTitle(history))}${escapeMarkdown(area.name)}\n\n${WHAT_A_HISTORY_IS}\n\n`;
  text += renderListMd(listLife(history));
  text += [...listMaking(history), HISTORY_MARKS].map((line) => `${escapeMarkdown(line)}\n\n`).join('');
  forms.forEach((form, i) => {
    text += markdownHeading(2, String(form.head.edition));
    text += `\`${formAddress(form)}\`, ${escapeMarkdown(nameSection(form.section))}\n\n`;
    text += renderListMd([describeStep(history, i), ...describeRelatives(form)]);
    text += renderText(form, forms[i - 1]);
    text += `${markdownFacts(listReportFacts(form.head, form.edition))}${noticeFor(form.head)}\n\n`;
  });
  return text;
}

function renderText({ passage, step }: HistoryForm, before: HistoryForm | undefined): string {
  const text =
    step === null || step.difference === null || before === undefined
      ? MARKDOWN_MARKS.plain(passage.text)
      : markBoth(step.difference, before.passage.text, passage.text, MARKDOWN_MARKS);
  return `> ${text.replaceAll('\n', '\n>\n> ')}\n\n`;
}
