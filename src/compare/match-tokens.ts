import { findAnchors } from './find-anchors.ts';
import type { Lexicon } from './lexicon.ts';

/** Tokens that are the same on both sides, one after the other. */
export interface MatchedRun {
  readonly left: number;
  readonly right: number;
  readonly length: number;
}

/**
 * What it costs to begin a run of same tokens. A run that weighs no more is not shown as kept: a lone “the” between
 * two changes would only cut a phrase in two. A lone word of content weighs more than this and stays.
 */
const RUN_COST = 1.1;
/** Table cells beyond which both texts are first cut at long runs that both have once. */
const TABLE_CELLS = 30_000;
/** Cells beyond which no table is made: nothing of such a stretch is said to be kept. */
const MOST_CELLS = 16_000_000;

/** The tokens that two texts have in common, in order: the heaviest selection, in as few runs as are worth it. */
export function matchTokens(left: Int32Array, right: Int32Array, lexicon: Lexicon): MatchedRun[] {
  const runs: MatchedRun[] = [];
  matchStretch({ left, right, lexicon, runs }, 0, left.length, 0, right.length);
  return slideGaps(joinRuns(runs), left, right, lexicon);
}

interface Matching {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly lexicon: Lexicon;
  readonly runs: MatchedRun[];
}

function matchStretch(
  matching: Matching,
  leftFrom: number,
  leftTo: number,
  rightFrom: number,
  rightTo: number,
): void {
  const { left, right, runs } = matching;
  let [l, r, lEnd, rEnd] = [leftFrom, rightFrom, leftTo, rightTo];
  while (l < lEnd && r < rEnd && left[l] === right[r]) {
    l += 1;
    r += 1;
  }
  if (l > leftFrom) runs.push({ left: leftFrom, right: rightFrom, length: l - leftFrom });
  while (lEnd > l && rEnd > r && left[lEnd - 1] === right[rEnd - 1]) {
    lEnd -= 1;
    rEnd -= 1;
  }
  const cells = (lEnd - l) * (rEnd - r);
  if (cells > TABLE_CELLS) {
    const anchors = findAnchors(left.subarray(l, lEnd), right.subarray(r, rEnd));
    let [leftAt, rightAt] = [l, r];
    for (const anchor of anchors) {
      matchStretch(matching, leftAt, l + anchor.left, rightAt, r + anchor.right);
      runs.push({ left: l + anchor.left, right: r + anchor.right, length: anchor.length });
      leftAt = l + anchor.left + anchor.length;
      rightAt = r + anchor.right + anchor.length;
    }
    if (anchors.length > 0) matchStretch(matching, leftAt, lEnd, rightAt, rEnd);
    else if (cells <= MOST_CELLS) fillTable(matching, l, lEnd, r, rEnd);
  } else if (cells > 0) {
    fillTable(matching, l, lEnd, r, rEnd);
  }
  if (lEnd < leftTo) runs.push({ left: lEnd, right: rEnd, length: leftTo - lEnd });
}

/** Cells' last steps: on from a match, or a new run; and the best of the stretch so far. */
const NEW_RUN = 1;
const BY_MATCH = 2;
const BY_LEFT = 4;

/**
 * Heaviest common subsequence with a price for each run (alignment with affine gaps, Gotoh 1982): `match` is the best
 * that ends in the two tokens of the cell, `best` the best up to them. Tokens that only one side has are left out of
 * the table; a run goes on only where nothing was left out.
 */
function fillTable(
  { left, right, lexicon, runs }: Matching,
  l: number,
  lEnd: number,
  r: number,
  rEnd: number,
): void {
  const rows = placesOfKnown(left, l, lEnd, new Set(right.subarray(r, rEnd)));
  const columns = placesOfKnown(right, r, rEnd, new Set(left.subarray(l, lEnd)));
  const width = columns.length;
  if (width === 0) return;
  const tokens = columns.map((place) => right[place] ?? 0);
  const steps = new Uint8Array(rows.length * width);
  let match = new Float64Array(width + 1).fill(-Infinity);
  let matchAbove = match.slice();
  let best = new Float64Array(width + 1);
  let bestAbove = new Float64Array(width + 1);
  for (let i = 0; i < rows.length; i += 1) {
    [match, matchAbove] = [matchAbove, match];
    [best, bestAbove] = [bestAbove, best];
    const place = rows[i] ?? 0;
    const isNext = i > 0 && rows[i - 1] === place - 1;
    const token = left[place] ?? 0;
    const weight = lexicon.weightOf(token);
    let beside = 0;
    for (let j = 0; j < width; j += 1) {
      let step = 0;
      let ending = -Infinity;
      if (tokens[j] === token) {
        const goesOn = isNext && j > 0 && (columns[j - 1] ?? 0) === (columns[j] ?? 0) - 1;
        const on = goesOn ? (matchAbove[j] ?? 0) : -Infinity;
        const anew = (bestAbove[j] ?? 0) - RUN_COST;
        if (anew > on) step = NEW_RUN;
        ending = weight + (anew > on ? anew : on);
      }
      match[j + 1] = ending;
      let most = bestAbove[j + 1] ?? 0;
      if (beside > most) {
        most = beside;
        step |= BY_LEFT;
      }
      if (ending > most) {
        most = ending;
        step |= BY_MATCH;
      }
      best[j + 1] = most;
      beside = most;
      steps[i * width + j] = step;
    }
  }
  runs.push(...traceTable(steps, rows, columns));
}

/** Where the tokens stand that the other side has too. */
function placesOfKnown(tokens: Int32Array, from: number, to: number, known: ReadonlySet<number>): Int32Array {
  const places = new Int32Array(to - from);
  let count = 0;
  for (let at = from; at < to; at += 1) {
    if (!known.has(tokens[at] ?? 0)) continue;
    places[count] = at;
    count += 1;
  }
  return places.subarray(0, count);
}

function traceTable(steps: Uint8Array, rows: Int32Array, columns: Int32Array): MatchedRun[] {
  const runs: MatchedRun[] = [];
  const width = columns.length;
  let [i, j] = [rows.length - 1, width - 1];
  while (i >= 0 && j >= 0) {
    const step = steps[i * width + j] ?? 0;
    if (step & BY_MATCH) {
      let length = 1;
      while (!((steps[i * width + j] ?? 0) & NEW_RUN) && i > 0 && j > 0) {
        i -= 1;
        j -= 1;
        length += 1;
      }
      runs.push({ left: rows[i] ?? 0, right: columns[j] ?? 0, length });
      i -= 1;
      j -= 1;
    } else if (step & BY_LEFT) j -= 1;
    else i -= 1;
  }
  return runs.reverse();
}

function joinRuns(runs: readonly MatchedRun[]): MatchedRun[] {
  const joined: MatchedRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      last.left + last.length === run.left &&
      last.right + last.length === run.right
    ) {
      joined[joined.length - 1] = { ...last, length: last.length + run.length };
    } else joined.push(run);
  }
  return joined;
}

/**
 * Where only one side has something more, it can often be moved without changing what is the same: “a. [b. c.]” or
 * “a[. b. c].” It is moved to begin behind the end of a sentence, else behind a comma, where it can.
 */
function slideGaps(
  runs: readonly MatchedRun[],
  left: Int32Array,
  right: Int32Array,
  lexicon: Lexicon,
): MatchedRun[] {
  const slid = runs.slice();
  for (let at = 0; at + 1 < slid.length; at += 1) {
    const before = slid[at];
    const after = slid[at + 1];
    if (before === undefined || after === undefined) continue;
    const leftGap = after.left - before.left - before.length;
    const rightGap = after.right - before.right - before.length;
    if (leftGap > 0 && rightGap > 0) continue;
    const side = leftGap > 0 ? left : right;
    const end = leftGap > 0 ? after.left : after.right;
    const start = end - leftGap - rightGap;
    let best = { by: 0, rank: lexicon.boundaryOf(side[start - 1] ?? 0) };
    for (let by = 1; by < before.length && side[start - by] === side[end - by]; by += 1) {
      const rank = lexicon.boundaryOf(side[start - by - 1] ?? 0);
      if (rank > best.rank) best = { by, rank };
    }
    if (best.by === 0) continue;
    slid[at] = { ...before, length: before.length - best.by };
    slid[at + 1] = {
      left: after.left - best.by,
      right: after.right - best.by,
      length: after.length + best.by,
    };
  }
  return slid;
}
