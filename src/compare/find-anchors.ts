import type { MatchedRun } from './match-tokens.ts';

/** An anchor has at least this many tokens, so that it is a phrase of the text and not a chance. */
const ANCHOR_LENGTH = 5;
/** Anchors beyond this number are not weighed against each other; the first ones are taken. */
const MOST_ANCHORS = 2_000;

/**
 * Long runs around tokens that stand once in each text (patience diff), in the same order in both: the selection with
 * the most tokens.
 */
export function findAnchors(left: Int32Array, right: Int32Array): MatchedRun[] {
  const runs = findUniqueRuns(left, right).slice(0, MOST_ANCHORS);
  const sums = runs.map(({ length }) => length);
  const before = runs.map(() => -1);
  let last = -1;
  runs.forEach((run, i) => {
    for (let j = 0; j < i; j += 1) {
      const other = runs[j];
      if (
        other === undefined ||
        other.left + other.length > run.left ||
        other.right + other.length > run.right
      )
        continue;
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

/** Maximal runs that have a token which stands once in each text, in the order of the left text. */
function findUniqueRuns(left: Int32Array, right: Int32Array): MatchedRun[] {
  const places = new Map<number, { left: number; right: number }>();
  left.forEach((token, at) => {
    const known = places.get(token);
    if (known === undefined) places.set(token, { left: at, right: -1 });
    else known.left = -1;
  });
  right.forEach((token, at) => {
    const known = places.get(token);
    if (known === undefined) return;
    if (known.right === -1) known.right = at;
    else known.left = -1;
  });
  const runs: MatchedRun[] = [];
  let [coveredTo, diagonal] = [0, Number.NaN];
  for (const place of places.values()) {
    if (place.left === -1 || place.right === -1) continue;
    if (place.left < coveredTo && place.left - place.right === diagonal) continue;
    let [from, to] = [0, 1];
    while (
      from < Math.min(place.left, place.right) &&
      left[place.left - from - 1] === right[place.right - from - 1]
    )
      from += 1;
    while (
      place.left + to < left.length &&
      place.right + to < right.length &&
      left[place.left + to] === right[place.right + to]
    )
      to += 1;
    if (from + to < ANCHOR_LENGTH) continue;
    runs.push({ left: place.left - from, right: place.right - from, length: from + to });
    coveredTo = place.left + to;
    diagonal = place.left - place.right;
  }
  return runs.sort((a, b) => a.left - b.left || a.right - b.right);
}
