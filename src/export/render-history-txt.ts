import { describeHistoryTitle, describeRelatives, describeStep } from '../domain/describe-history.ts';
import { nameSection } from '../domain/describe-pair.ts';
import { formAddress, type HistoryForm, type PassageHistory } from '../domain/passage-history.ts';
import { listReportFacts, noticeFor } from '../domain/report-facts.ts';
import { HISTORY_MARKS, listLife, listMaking, WHAT_A_HISTORY_IS } from './history-front-matter.ts';
import { markBoth, TEXT_MARKS } from './mark-difference.ts';

const RULE = '='.repeat(72);

/** Plain text: what became of the passage, then its forms from the oldest to the newest, each cited by address. */
export function renderHistoryTxt(history: PassageHistory): string {
  const { area, forms } = history;
  let text = `${describeHistoryTitle(history)}\n${area.name}\n\n${WHAT_A_HISTORY_IS}\n\n`;
  text += `${listLife(history).join('\n')}\n\n${[...listMaking(history), HISTORY_MARKS].join('\n')}\n`;
  forms.forEach((form, i) => {
    text += `\n${RULE}\n${form.head.edition}: ${formAddress(form)} (${nameSection(form.section)})\n`;
    text += `${[describeStep(history, i), ...describeRelatives(form)].join('\n')}\n${RULE}\n`;
    text += `${renderText(form, forms[i - 1])}\n\n${renderProvenance(form)}`;
  });
  return text;
}

function renderText({ passage, step }: HistoryForm, before: HistoryForm | undefined): string {
  return step === null || step.difference === null || before === undefined
    ? passage.text
    : markBoth(step.difference, before.passage.text, passage.text, TEXT_MARKS);
}

function renderProvenance({ head, edition }: HistoryForm): string {
  return `${listReportFacts(head, edition)
    .map(({ label, value }) => `  ${label}: ${value}\n`)
    .join('')}  ${noticeFor(head)}\n`;
}
