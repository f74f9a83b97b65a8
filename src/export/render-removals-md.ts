import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import type { ComparisonView } from '../domain/comparison-view.ts';
import { nameSide } from '../domain/describe-pair.ts';
import { describeRemovalsTitle, type Removals, WHAT_REMOVALS_ARE } from '../domain/removals.ts';
import { listSummary, MARKS_LEGEND } from './comparison-front-matter.ts';
import { escapeMarkdown, markdownHeading } from './markdown-text.ts';
import { listRemovalsFacts } from './removals-front-matter.ts';
import {
  describeRemovalsTopic,
  listRemovalsRows,
  type Quotation,
  type RemovalsRow,
} from './removals-rows.ts';
import { MARKDOWN_MARKS, renderListMd, renderSidesMd } from './render-comparison-md.ts';

/**
 * Markdown with tables (GitHub Flavored Markdown, 4.10): area by area and topic by topic a table of two columns,
 * what stood in the older report beside what comes nearest to it in the newer one.
 */
export async function* renderRemovalsMd(removals: Removals): AsyncGenerator<string> {
  let head = `${markdownHeading(1, describeRemovalsTitle(removals))}${WHAT_REMOVALS_ARE}\n\n`;
  head += `${renderListMd(listRemovalsFacts(removals))}${escapeMarkdown(MARKS_LEGEND)}\n\n**${ABSENCE_NOTE}**\n\n`;
  yield head;
  const gaps: string[] = [];
  for await (const item of removals.readItems()) {
    if (item.kind === 'gap') gaps.push(item.text);
    else yield renderArea(item.view, removals);
  }
  if (gaps.length > 0) {
    yield `${markdownHeading(2, 'Asked for and not here')}${renderListMd(gaps)}`;
  }
}

function renderArea(view: ComparisonView, { filter }: Removals): string {
  let text = `${markdownHeading(2, view.area.name)}${renderSidesMd(view, 3)}`;
  text += renderListMd(listSummary(view));
  let tables = '';
  for (const topic of view.topics) {
    const rows = listRemovalsRows(view, topic, filter, MARKDOWN_MARKS);
    if (rows.length === 0) continue;
    tables += markdownHeading(3, describeRemovalsTopic(topic));
    tables += `| ${nameSide(view, 'left')} | ${nameSide(view, 'right')} |\n|---|---|\n`;
    for (const row of rows) tables += `| ${cell(quote(row.older))} | ${cell(renderNewer(row))} |\n`;
    tables += '\n';
  }
  return text + (tables === '' ? 'Nothing was removed.\n\n' : tables);
}

function renderNewer({ change, notes, newer }: RemovalsRow): string {
  const said = [escapeMarkdown(change), ...notes.map(escapeMarkdown)].join(' ').replace(/^Removed /, '');
  return newer === null ? said : `${said} ${quote(newer)}`;
}

function quote({ text, address, heading }: Quotation): string {
  return `“${text}” (\`${address}\`, ${escapeMarkdown(heading)})`;
}

/** A cell is one line, and a bar in it would end it. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}
