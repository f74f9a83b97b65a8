import type { Pair } from '../domain/comparison.ts';
import { type ComparisonFilter, listRows } from '../domain/comparison-filter.ts';
import {
  type ComparisonView,
  findSection,
  listPassages,
  type Side,
  sideText,
  type TopicChanges,
} from '../domain/comparison-view.ts';
import { describeApplied, listPairCorrections } from '../domain/corrected-comparison.ts';
import {
  describeAbsence,
  describePair,
  describeTitle,
  HOW_TO_READ,
  nameSection,
  nameTopic,
  WORTH_QUOTING,
} from '../domain/describe-pair.ts';
import {
  ABSENCE_NOTE,
  citePassages,
  collectPassages,
  listScope,
  listSides,
  listSummary,
  MARKS_LEGEND,
  WHAT_A_COMPARISON_IS,
} from './comparison-front-matter.ts';
import { countOf } from './front-matter.ts';
import { markBoth, TEXT_MARKS } from './mark-difference.ts';

const RULE = '='.repeat(72);

/** Plain text: the summary, then pair after pair by topic, each cited on both sides by edition and address. */
export function* renderComparisonTxt(view: ComparisonView, filter: ComparisonFilter): Generator<string> {
  yield renderHead(view, filter);
  for (const topic of view.topics) {
    const rows = listRows(topic.pairs, filter);
    if (rows.length === 0) continue;
    yield renderTopic(view, topic, rows);
  }
}

function renderHead(view: ComparisonView, filter: ComparisonFilter): string {
  let text = `${describeTitle(view)}\n\n${WHAT_A_COMPARISON_IS}\n${renderSidesTxt(view)}`;
  text += `\n${listSummary(view).join('\n')}\n\n${listScope(view, filter).join('\n')}\n`;
  return `${text}\n${[...HOW_TO_READ, MARKS_LEGEND, ABSENCE_NOTE].join('\n')}\n`;
}

/** Both reports with where they come from, the older first. */
export function renderSidesTxt(view: ComparisonView): string {
  let text = '';
  for (const { heading, title, facts, notice } of listSides(view)) {
    text += `\n${heading}\n${title}\n`;
    for (const { label, value } of facts) text += `${label}: ${value}\n`;
    text += `${notice}\n`;
  }
  return text;
}

function renderTopic(view: ComparisonView, topic: TopicChanges, rows: ReturnType<typeof listRows>): string {
  const { counts } = topic;
  let text = `\n${RULE}\n${nameTopic(topic)}\n${countOf(counts.left.passages, 'older passage')}, ${countOf(counts.right.passages, 'newer passage')}\n${RULE}\n`;
  for (const row of rows) {
    if (row.kind === 'pair') text += renderPair(view, row.pair);
    else {
      const [older, newer] = (['left', 'right'] as const).map((side) =>
        citePassages(view, side, collectPassages(view, row.pairs, side)),
      );
      text += `\nKept word for word: ${older} = ${newer}\n`;
    }
  }
  return text;
}

function renderPair(view: ComparisonView, pair: Pair): string {
  const head = `\n${describePair(view, pair)}\n${cite(view, pair, 'left')}${cite(view, pair, 'right')}${renderCorrections(view, pair)}\n`;
  const older = sideText(view, pair, 'left');
  const newer = sideText(view, pair, 'right');
  if (pair.difference !== null) return `${head}${markBoth(pair.difference, older, newer, TEXT_MARKS)}\n`;
  if (pair.change === 'removed') return `${head}[-${older}-]\n\n${renderAbsence(view, pair)}`;
  return pair.change === 'added' ? `${head}{+${newer}+}\n` : `${head}${newer}\n`;
}

function renderCorrections(view: ComparisonView, pair: Pair): string {
  return listPairCorrections(view, pair)
    .map((one) => `  ${describeApplied(view, one)}\n`)
    .join('');
}

/** `  2023: 2023/mli#1.c:4 (c. Torture …)` */
function cite(view: ComparisonView, pair: Pair, side: Side): string {
  const passages = listPassages(view, pair, side);
  const [first] = passages;
  if (first === undefined) return '';
  return `  ${view[side].edition.year}: ${citePassages(view, side, passages)} (${nameSection(findSection(view[side], first))})\n`;
}

function renderAbsence(view: ComparisonView, pair: Pair): string {
  const { looked, nearest, topics } = describeAbsence(view, pair);
  let text = `  ${looked}\n  ${nearest}\n`;
  const near = pair.absence?.nearest ?? null;
  const passage = near === null ? undefined : view.right.passages[near.order - 1];
  if (near !== null && passage !== undefined && near.score >= WORTH_QUOTING) {
    text += `  ${markBoth(near.difference, sideText(view, pair, 'left'), passage.text, TEXT_MARKS)}\n`;
  }
  for (const topic of topics) text += `  ${topic}\n`;
  return text;
}
