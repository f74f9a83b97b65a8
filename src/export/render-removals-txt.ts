import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import type { ComparisonView } from '../domain/comparison-view.ts';
import { describeRemovalsTitle, type Removals, WHAT_REMOVALS_ARE } from '../domain/removals.ts';
import { listSummary, MARKS_LEGEND } from './comparison-front-matter.ts';
import { TEXT_MARKS } from './mark-difference.ts';
import { listRemovalsFacts } from './removals-front-matter.ts';
import { describeRemovalsTopic, listRemovalsRows, type RemovalsRow } from './removals-rows.ts';
import { renderSidesTxt } from './render-comparison-txt.ts';

const RULE = '='.repeat(72);

/** Plain text: area by area, topic by topic, what was removed, where it was looked for and what comes nearest. */
export async function* renderRemovalsTxt(removals: Removals): AsyncGenerator<string> {
  yield `${[describeRemovalsTitle(removals), '', WHAT_REMOVALS_ARE, ...listRemovalsFacts(removals), '', MARKS_LEGEND, ABSENCE_NOTE].join('\n')}\n`;
  const gaps: string[] = [];
  for await (const item of removals.readItems()) {
    if (item.kind === 'gap') gaps.push(item.text);
    else yield renderArea(item.view, removals);
  }
  if (gaps.length > 0) yield `\n${RULE}\nAsked for and not here\n${RULE}\n\n${gaps.join('\n')}\n`;
}

function renderArea(view: ComparisonView, { filter }: Removals): string {
  let text = `\n${RULE}\n${view.area.name}\n${RULE}\n${renderSidesTxt(view)}`;
  text += `\n${listSummary(view).join('\n')}\n`;
  let topics = '';
  for (const topic of view.topics) {
    const rows = listRemovalsRows(view, topic, filter, TEXT_MARKS);
    if (rows.length === 0) continue;
    topics += `\n--- ${describeRemovalsTopic(topic)}\n`;
    for (const row of rows) topics += renderRow(view, row);
  }
  return text + (topics === '' ? '\nNothing was removed.\n' : topics);
}

function renderRow(view: ComparisonView, { change, older, newer, notes }: RemovalsRow): string {
  let text = `\n${change}\n  ${view.left.edition.year}: ${older.address} (${older.heading})\n${older.text}\n`;
  for (const note of notes) text += `  ${note}\n`;
  if (newer === null) return text;
  return `${text}  ${view.right.edition.year}: ${newer.address} (${newer.heading})\n${newer.text}\n`;
}
