import { countGone } from './change-counts.ts';
import { describeCount, formatScore } from './describe-pair.ts';
import { describeYears } from './selection.ts';
import {
  medianOf,
  shareOf,
  type WideMeasure,
  type WideNumber,
  type WideRow,
  type WideView,
} from './wide-view.ts';

// What is said of many comparisons, the same on every page and in every file.

/** "2023 and 2024, all countries and areas", "Mali, edition by edition: Women". */
export function describeWideTitle({ scope, narrowedTo }: Pick<WideView, 'scope' | 'narrowedTo'>): string {
  const subject = narrowedTo === null ? '' : `: ${narrowedTo.map(({ label }) => label).join(', ')}`;
  return scope.kind === 'areas'
    ? `${scope.from} and ${scope.to}, all countries and areas${subject}`
    : `${scope.area.name}, edition by edition${subject}`;
}

/** The sums in a sentence or two. */
export function describeWideTotal(view: WideView): readonly string[] {
  const { scope, rows, total, narrowedTo } = view;
  const subject = narrowedTo === null ? '' : narrowedTo.length === 1 ? ' on this topic' : ' on these topics';
  const whose =
    scope.kind === 'areas'
      ? `the ${scope.from} reports on ${describeCount(rows.length, 'country or area').replace(/country or areas$/, 'countries and areas')}`
      : `the ${describeYears(rows.map(({ left }) => left.edition))} reports on ${scope.area.name}`;
  const after = scope.kind === 'areas' ? `their ${scope.to} reports` : 'the report of the edition after';
  if (total.left.words === 0) return [`In ${whose} there is no text${subject}.`];
  const lines = [
    `Of ${describeCount(total.left.words, 'word')}${subject} in ${whose}, ${formatNumber(total.wordsKept)} (${formatScore(total.wordsKept / total.left.words)}) still stand in ${after}, and ${formatNumber(countGone(total))} (${formatScore(countGone(total) / total.left.words)}) are gone.`,
  ];
  if (scope.kind === 'areas')
    lines.push(
      `${capitalise(after)} have ${describeCount(total.right.words, 'word')}${subject}: ${formatScore(total.right.words / total.left.words)} as many.`,
    );
  const median = medianOf(rows.map(({ counts }) => shareOf(counts, 'kept')));
  if (median !== null && rows.length > 1)
    lines.push(
      `Median over the ${scope.kind === 'areas' ? 'areas' : 'pairs'}: ${formatScore(median)} still stand.`,
    );
  return lines;
}

/** That readers' corrections are in the numbers, or null where there are none. */
export function describeWideCorrections({ corrections }: Pick<WideView, 'corrections'>): string | null {
  if (corrections === 0) return null;
  const they = corrections === 1 ? 'correction by readers stands' : 'corrections by readers stand';
  return `${formatNumber(corrections)} ${they} on these reports; the numbers follow ${corrections === 1 ? 'it' : 'them'}.`;
}

/** What the row is of: an area, or two editions. */
export function nameRow(view: Pick<WideView, 'scope'>, { area, left, right }: WideRow): string {
  return view.scope.kind === 'areas' ? area.name : `${left.edition} and ${right.edition}`;
}

export const MEASURE_NAMES: Readonly<Record<WideMeasure, string>> = {
  kept: 'Still stands',
  gone: 'Gone',
  new: 'New',
};

/** What a per cent is of. */
export const MEASURE_MEANINGS: Readonly<Record<WideMeasure, string>> = {
  kept: 'words of the older report that still stand in the newer one, in per cent of the words of the older',
  gone: 'words of the older report that are gone from the newer one, in per cent of the words of the older',
  new: 'words of the newer report that the older one had not, in per cent of the words of the newer',
};

export const NUMBER_NAMES: Readonly<Record<WideNumber, string>> = {
  older: 'Words in the older',
  newer: 'Words in the newer',
  kept: 'Still stand',
  gone: 'Gone',
  reworded: 'In reworded passages',
  moved: 'In moved passages',
  removed: 'In removed passages',
  new: 'New',
};

/** How the numbers are to be read. */
export const WIDE_LEGEND =
  'All numbers are words. Still stand, gone, in reworded, moved and removed passages: of the older report; new: of the newer one. Gone is what was removed, and what reworded passages lost. Moved is counted besides.';

/** "87" per cent; never 100 for what is less, nor 0 for what is more. */
export function formatShare(share: number): string {
  return formatScore(share).replace('under ', '<').replace('%', '');
}

function formatNumber(number: number): string {
  return number.toLocaleString('en-US');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
