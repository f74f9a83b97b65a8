import { assertNever } from './assert-never.ts';
import type { Pair } from './comparison.ts';
import type { Passage } from './passage.ts';

/** So much text. */
export interface TextCount {
  readonly passages: number;
  readonly words: number;
}

/** What became of how much text. `left` is same + edited + removed, `right` is same + edited + added. */
export interface ChangeCounts {
  readonly left: TextCount;
  readonly right: TextCount;
  readonly same: { readonly left: TextCount; readonly right: TextCount };
  readonly edited: {
    readonly left: TextCount;
    readonly right: TextCount;
    /** Words of the older passages that the newer ones have in the same order; the others are gone. */
    readonly wordsKept: number;
  };
  readonly removed: TextCount;
  readonly added: TextCount;
  /** Passages of the older report among the same and the edited that stand elsewhere in the newer one. */
  readonly moved: TextCount;
  /** Words of the older report that still stand: those of `same` and `edited.wordsKept`. */
  readonly wordsKept: number;
}

/** Counts pairs. @param left, right: all passages of the reports, by their order from 1 */
export function countChanges(
  pairs: readonly Pair[],
  left: readonly Passage[],
  right: readonly Passage[],
): ChangeCounts {
  const sums = {
    same: { left: emptySum(), right: emptySum() },
    edited: { left: emptySum(), right: emptySum(), wordsKept: 0 },
    removed: emptySum(),
    added: emptySum(),
    moved: emptySum(),
  };
  for (const pair of pairs) {
    const older = sumPassages(pair.left, left);
    const newer = sumPassages(pair.right, right);
    if (pair.moved !== null) addTo(sums.moved, older);
    switch (pair.change) {
      case 'same':
        addTo(sums.same.left, older);
        addTo(sums.same.right, newer);
        break;
      case 'edited':
        addTo(sums.edited.left, older);
        addTo(sums.edited.right, newer);
        sums.edited.wordsKept += countKept(pair, older.words, newer.words);
        break;
      case 'removed':
        addTo(sums.removed, older);
        break;
      case 'added':
        addTo(sums.added, newer);
        break;
      default:
        assertNever(pair.change);
    }
  }
  return {
    ...sums,
    left: joinSums(sums.same.left, sums.edited.left, sums.removed),
    right: joinSums(sums.same.right, sums.edited.right, sums.added),
    wordsKept: sums.same.left.words + sums.edited.wordsKept,
  };
}

/**
 * Words of a pair's older passages that still stand; over all pairs they add up to `wordsKept`. A comparison cuts a few
 * words otherwise than a report counts them (“and/or”): its share is what counts.
 * @param older, newer: words of the passages of either side
 */
export function countKept({ change, difference }: Pair, older: number, newer: number): number {
  if (change === 'same') return older;
  if (difference === null) return 0;
  const { kept, removed } = difference;
  return kept === 0 ? 0 : Math.min(newer, Math.round((older * kept) / (kept + removed)));
}

/** Words of the older report that the newer one no longer has: those of removed passages, and out of reworded ones. */
export function countGone({ left, wordsKept }: ChangeCounts): number {
  return left.words - wordsKept;
}

/** Words of the newer report that the older one had not: those of added passages, and in reworded ones. */
export function countNew({ edited, added }: ChangeCounts): number {
  return added.words + edited.right.words - edited.wordsKept;
}

/** The counts of several comparisons, or of parts of one, as one. */
export function sumCounts(all: readonly ChangeCounts[]): ChangeCounts {
  const sum = (pick: (counts: ChangeCounts) => TextCount): TextCount => joinSums(...all.map(pick));
  return {
    left: sum(({ left }) => left),
    right: sum(({ right }) => right),
    same: { left: sum(({ same }) => same.left), right: sum(({ same }) => same.right) },
    edited: {
      left: sum(({ edited }) => edited.left),
      right: sum(({ edited }) => edited.right),
      wordsKept: all.reduce((total, { edited }) => total + edited.wordsKept, 0),
    },
    removed: sum(({ removed }) => removed),
    added: sum(({ added }) => added),
    moved: sum(({ moved }) => moved),
    wordsKept: all.reduce((total, { wordsKept }) => total + wordsKept, 0),
  };
}

type Sum = { -readonly [Key in keyof TextCount]: TextCount[Key] };

function emptySum(): Sum {
  return { passages: 0, words: 0 };
}

function addTo(sum: Sum, { passages, words }: TextCount): void {
  sum.passages += passages;
  sum.words += words;
}

function joinSums(...sums: readonly TextCount[]): TextCount {
  const all = emptySum();
  for (const sum of sums) addTo(all, sum);
  return all;
}

function sumPassages(orders: readonly number[], passages: readonly Passage[]): TextCount {
  return {
    passages: orders.length,
    words: orders.reduce((sum, order) => sum + (passages[order - 1]?.words ?? 0), 0),
  };
}
