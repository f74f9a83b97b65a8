import type { Area } from './area.ts';
import { assertNever } from './assert-never.ts';
import { type ChangeCounts, countGone, countNew } from './change-counts.ts';
import type { LibraryStamp } from './library-stamp.ts';
import type { Gap } from './publication.ts';
import type { ReportHead } from './report.ts';
import type { Topic, TopicId } from './topic.ts';

/** What became of how much text between two reports on an area, by topic. */
export interface WideRow {
  readonly area: Area;
  readonly left: ReportHead;
  readonly right: ReportHead;
  /** Of all topics asked for. */
  readonly counts: ChangeCounts;
  /** Of each topic under which a comparison of the two lists something; they add up to `counts`. */
  readonly byTopic: ReadonlyMap<TopicId | null, ChangeCounts>;
}

/** All areas between two editions, or all editions of one area, each with the next one held. */
export type WideScope =
  | { readonly kind: 'areas'; readonly from: number; readonly to: number }
  | { readonly kind: 'editions'; readonly area: Area };

/** Many comparisons at once, in numbers. */
export interface WideView {
  readonly scope: WideScope;
  /** The topics asked for, each with its narrower ones; null: all. */
  readonly narrowedTo: readonly Topic[] | null;
  /** Topics of which any row has something, in the order for readers; null, last: under headings that lead to none. */
  readonly topics: readonly (Topic | null)[];
  /** Areas by name, or editions from the oldest. */
  readonly rows: readonly WideRow[];
  /** Reports that are missing where the other one is held. */
  readonly gaps: readonly Gap[];
  /** Areas that were published in either edition and of which neither report is held. */
  readonly neitherHeld: number;
  /** Readers' corrections of the pairs that stand; the counts follow them. */
  readonly corrections: number;
  /** Of all rows together. */
  readonly total: ChangeCounts;
  readonly totalByTopic: ReadonlyMap<TopicId | null, ChangeCounts>;
  readonly library: LibraryStamp;
  /** The way of comparing. */
  readonly algorithm: number;
}

/**
 * A share that a row or cell shows. `kept` and `gone`: of the words of the older report; `new`: of the words of the
 * newer one.
 */
export type WideMeasure = 'kept' | 'gone' | 'new';
export const WIDE_MEASURES: readonly WideMeasure[] = ['kept', 'gone', 'new'];

/** Between 0 and 1; null where there are no words to be a share of. */
export function shareOf(counts: ChangeCounts | undefined, measure: WideMeasure): number | null {
  if (counts === undefined) return null;
  const whole = measure === 'new' ? counts.right.words : counts.left.words;
  if (whole === 0) return null;
  switch (measure) {
    case 'kept':
      return counts.wordsKept / whole;
    case 'gone':
      return countGone(counts) / whole;
    case 'new':
      return countNew(counts) / whole;
    default:
      return assertNever(measure);
  }
}

/** The middle one of the numbers, or the mean of the middle two; null if there are none. */
export function medianOf(numbers: readonly (number | null)[]): number | null {
  const sorted = numbers.filter((number) => number !== null).sort((a, b) => a - b);
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** What the columns of the table hold, in words: of the older report but for `newer` and `new`. */
export const WIDE_NUMBERS = [
  'older',
  'newer',
  'kept',
  'gone',
  'reworded',
  'moved',
  'removed',
  'new',
] as const;
export type WideNumber = (typeof WIDE_NUMBERS)[number];

export function numberOf(counts: ChangeCounts, number: WideNumber): number {
  switch (number) {
    case 'older':
      return counts.left.words;
    case 'newer':
      return counts.right.words;
    case 'kept':
      return counts.wordsKept;
    case 'gone':
      return countGone(counts);
    case 'reworded':
      return counts.edited.left.words;
    case 'moved':
      return counts.moved.words;
    case 'removed':
      return counts.removed.words;
    case 'new':
      return countNew(counts);
    default:
      return assertNever(number);
  }
}
