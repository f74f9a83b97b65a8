import { stringify } from 'csv-stringify/sync';
import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import type { AreaId } from '../domain/area.ts';
import { countKept } from '../domain/change-counts.ts';
import type { Pair } from '../domain/comparison.ts';
import { type ComparisonFilter, isAskedFor } from '../domain/comparison-filter.ts';
import {
  type ComparisonView,
  countWords,
  findSection,
  listPassages,
  passageAddress,
  type Side,
  sideText,
} from '../domain/comparison-view.ts';
import { describeApplied, listPairCorrections } from '../domain/corrected-comparison.ts';

/** The columns, in order. */
export const COMPARISON_COLUMNS = [
  'area',
  'topic',
  'change',
  'moved',
  'shape',
  'score',
  'left',
  'left_heading',
  'left_text',
  'right',
  'right_heading',
  'right_text',
  'left_words',
  'right_words',
  'words_kept',
  'nearest',
  'nearest_score',
  'nearest_text',
  'topics_with_text',
  'topics_without_text',
  'left_version',
  'right_version',
  'corrected',
  'note',
] as const;

/**
 * A table as RFC 4180 has it, a row a pair, with a header. `left` and `right` are addresses, several between
 * semicolons; the texts of several passages stand on lines of one cell. Without `only`, every pair is a row. The
 * text is exact: a cell that begins with `=`, `+`, `-` or `@` is not altered.
 */
export function* renderComparisonCsv(view: ComparisonView, filter: ComparisonFilter): Generator<string> {
  yield writeComparisonHeader();
  yield* renderComparisonRows(view, filter);
}

/** The rows alone, a topic a piece; they go behind one header. */
export function* renderComparisonRows(view: ComparisonView, filter: ComparisonFilter): Generator<string> {
  for (const { topic, pairs } of view.topics) {
    const rows = pairs
      .filter((pair) => isAskedFor(pair, filter))
      .map((pair) => toRow(view, pair, topic?.id ?? ''));
    if (rows.length > 0) yield writeRows(rows);
  }
}

export function writeComparisonHeader(): string {
  return writeRows([COMPARISON_COLUMNS]);
}

/** Of an area that could not be compared: why. */
export function writeNoteRow(area: AreaId, note: string): string {
  return writeRows([[area, ...COMPARISON_COLUMNS.slice(1, -1).map(() => ''), note]]);
}

function toRow(view: ComparisonView, pair: Pair, topic: string): string[] {
  const { change, moved, shape, score, absence } = pair;
  const near = absence?.nearest ?? null;
  const nearest = near === null ? undefined : view.right.passages[near.order - 1];
  const [leftWords, rightWords] = [countWords(view, pair, 'left'), countWords(view, pair, 'right')];
  return [
    view.area.id,
    topic,
    change,
    moved ?? '',
    shape,
    formatNumber(score),
    ...citeSide(view, pair, 'left'),
    ...citeSide(view, pair, 'right'),
    String(leftWords),
    String(rightWords),
    String(countKept(pair, leftWords, rightWords)),
    nearest === undefined ? '' : passageAddress(view, 'right', nearest),
    near === null ? '' : formatNumber(near.score),
    nearest?.text ?? '',
    (absence?.topicsWithText ?? []).join(';'),
    (absence?.topicsWithout ?? []).join(';'),
    view.left.head.version,
    view.right.head.version,
    listPairCorrections(view, pair)
      .map((one) => describeApplied(view, one))
      .join('\n'),
    change === 'removed' ? ABSENCE_NOTE : '',
  ];
}

function citeSide(view: ComparisonView, pair: Pair, side: Side): [string, string, string] {
  const passages = listPassages(view, pair, side);
  const headings = passages.map((passage) => findSection(view[side], passage)?.heading ?? '');
  return [
    passages.map((passage) => passageAddress(view, side, passage)).join(';'),
    [...new Set(headings)].join('; '),
    sideText(view, pair, side),
  ];
}
function formatNumber(score: number): string {
  return String(Math.round(score * 10_000) / 10_000);
}

function writeRows(rows: readonly (readonly string[])[]): string {
  // Left to itself it quotes only the line ending it writes, not a lone line feed.
  return stringify(rows as string[][], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}
