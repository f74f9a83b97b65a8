import type { MatchedRun } from './match-tokens.ts';
import { PairTable } from './pair-table.ts';

/** Anchors beyond this number are not weighed against each other; the first ones are taken. */
const MOST_ANCHORS = 2_000;

/**
 * Runs around four tokens that stand once in each text (patience diff, with runs for lines), in the same order in
 * both: the selection with the most tokens.
 */
export function findAnchors(left: Int32Array, right: Int32Array): MatchedRun[] {
  const runs = findUniqueRuns(left, right).slice(0, MOST_ANCHORS);
  const sums = runs.map(({ length }) => length);
  const before = runs.map(() => -1);
  let last = -1;
  runs.forEach((run, i) => {
    for (let j = 0; j < i; j += 1) {
      const other = runs[j];
      if (other === undefined || !isBefore(other, run)) continue;
      const sum = (sums[j] ?? 0) + run.length;
      if (sum > (sums[i] ?? 0)) {
        sums[i] = sum;
        before[i] = j;
      }
    }
    if (last === -1 || (sums[i] ?? 0) > (sums[last] ?? 0)) last = i;
  });
  const chain: MatchedRun[] = [];
  for (let at = last; at !== -1; at = before[at] ?? -1) {
    const run = runs[at];
    if (run !== undefined) chain.push(run);
  }
  return chain.reverse();
}

function isBefore(one: MatchedRun, other: MatchedRun): boolean {
  return one.left + one.length <= other.left && one.right + one.length <= other.right;
}

/** Maximal runs that have four tokens in a row which stand once in each text, in the order of the left text. */
function findUniqueRuns(left: Int32Array, right: Int32Array): MatchedRun[] {
  const places = 2 << Math.ceil(Math.log2(left.length + right.length + 2));
  const [pairs, fours] = [new PairTable(places), new PairTable(places)];
  const leftPlaces = placesOfFours(left, pairs, fours);
  const rightPlaces = placesOfFours(right, pairs, fours);
  const runs: MatchedRun[] = [];
  let [coveredTo, diagonal] = [0, Number.NaN];
  for (const [four, l] of leftPlaces) {
    const r = rightPlaces.get(four) ?? -1;
    if (l === -1 || r === -1 || (l < coveredTo && l - r === diagonal)) continue;
    let [from, to] = [0, 4];
    while (from < Math.min(l, r) && left[l - from - 1] === right[r - from - 1]) from += 1;
    while (l + to < left.length && r + to < right.length && left[l + to] === right[r + to]) to += 1;
    runs.push({ left: l - from, right: r - from, length: from + to });
    coveredTo = l + to;
    diagonal = l - r;
  }
  return runs;
}

/** Four tokens in a row → where they begin, or -1 if they stand more than once; in the order of the text. */
function placesOfFours(tokens: Int32Array, pairs: PairTable, fours: PairTable): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = 0; at + 3 < tokens.length; at += 1) {
    const four = fours.numberOf(
      pairs.numberOf(tokens[at] ?? 0, tokens[at + 1] ?? 0),
      pairs.numberOf(tokens[at + 2] ?? 0, tokens[at + 3] ?? 0),
    );
    places.set(four, places.has(four) ? -1 : at);
  }
  return places;
}
