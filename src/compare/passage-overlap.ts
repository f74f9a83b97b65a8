import type { PreparedReport } from './prepare-report.ts';

/** A neighbouring pair of words weighs this much of what its rarity says. */
const PAIR_WEIGHT = 0.6;

/** How much passages of two reports have in common, by the rarity of what they share. */
export interface PassageOverlap {
  readonly left: PreparedReport;
  readonly right: PreparedReport;
  /** Weight of all features of a passage. */
  readonly leftWeight: Float64Array;
  readonly rightWeight: Float64Array;
  /** Weight of a feature: the rarer in both reports, the more. */
  weightOf(feature: number): number;
  /** What a left passage shares with every right passage. */
  fromLeft(passage: number): OverlapRow;
  fromRight(passage: number): OverlapRow;
  /** What some features of the left report share with every right passage. */
  fromLeftFeatures(features: Int32Array): OverlapRow;
  fromRightFeatures(features: Int32Array): OverlapRow;
}

/** One passage against all of the other report; valid until the next row is asked for. */
export interface OverlapRow {
  /** Passages that share anything, in no order. */
  readonly touched: readonly number[];
  /** Weight of shared features, by passage. */
  readonly shared: Float64Array;
  /** Distinct runs of words that stand in both, by passage. */
  readonly sharedRuns: Int32Array;
}

export function measureOverlap(left: PreparedReport, right: PreparedReport): PassageOverlap {
  const size = Math.max(left.lexicon.size, left.lexicon.pairs.size) * 2 + 2;
  const counts = [countIn(left.features, size), countIn(right.features, size)] as const;
  const weights = weighByRarity(left.count + right.count);
  const [inLeft, inRight] = counts;
  const weightOf = (feature: number): number =>
    (weights[(inLeft[feature] ?? 0) + (inRight[feature] ?? 0)] ?? 0) * (feature & 1 ? PAIR_WEIGHT : 1);
  const toRight = makeRows(right, inRight, size, weightOf);
  const toLeft = makeRows(left, inLeft, size, weightOf);
  return {
    left,
    right,
    leftWeight: weighPassages(left, weightOf),
    rightWeight: weighPassages(right, weightOf),
    weightOf,
    fromLeft: (passage) => toRight(featuresOf(left, passage), runsOf(left, passage)),
    fromRight: (passage) => toLeft(featuresOf(right, passage), runsOf(right, passage)),
    fromLeftFeatures: (features) => toRight(features, NO_RUNS),
    fromRightFeatures: (features) => toLeft(features, NO_RUNS),
  };
}

const NO_RUNS = new Int32Array();

/** The distinct features of a passage. */
export function featuresOf({ features, featureFrom }: PreparedReport, passage: number): Int32Array {
  return features.subarray(featureFrom[passage] ?? 0, featureFrom[passage + 1] ?? 0);
}

/** The distinct runs of a passage. */
export function runsOf({ runs, runFrom }: PreparedReport, passage: number): Int32Array {
  return runs.subarray(runFrom[passage] ?? 0, runFrom[passage + 1] ?? 0);
}

/** The words of a passage in lower case, in their order. */
export function wordsOf({ words, wordFrom }: PreparedReport, passage: number): Int32Array {
  return words.subarray(wordFrom[passage] ?? 0, wordFrom[passage + 1] ?? 0);
}

/** Rows against the passages of one report. */
function makeRows(
  to: PreparedReport,
  inTo: Int32Array,
  size: number,
  weightOf: (feature: number) => number,
): (features: Int32Array, runs: Int32Array) => OverlapRow {
  const runCount = to.lexicon.runs.size;
  const shared = new Float64Array(to.count);
  const sharedRuns = new Int32Array(to.count);
  let touched: number[] = [];
  let postings: { readonly features: Postings; readonly runs: Postings } | null = null;
  return (features, runs) => {
    postings ??= {
      features: post(to.features, to.featureFrom, inTo, size),
      runs: post(to.runs, to.runFrom, countIn(to.runs, runCount), runCount),
    };
    for (const one of touched) {
      shared[one] = 0;
      sharedRuns[one] = 0;
    }
    touched = [];
    const { from, passages } = postings.features;
    for (let at = 0; at < features.length; at += 1) {
      const feature = features[at] ?? 0;
      const end = from[feature + 1] ?? 0;
      let post = from[feature] ?? 0;
      if (post === end) continue;
      const weight = weightOf(feature);
      for (; post < end; post += 1) {
        const other = passages[post] ?? 0;
        if (shared[other] === 0) touched.push(other);
        shared[other] = (shared[other] ?? 0) + weight;
      }
    }
    const inRuns = postings.runs;
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at] ?? 0;
      const end = inRuns.from[run + 1] ?? 0;
      for (let post = inRuns.from[run] ?? 0; post < end; post += 1) {
        const other = inRuns.passages[post] ?? 0;
        sharedRuns[other] = (sharedRuns[other] ?? 0) + 1;
      }
    }
    return { touched, shared, sharedRuns };
  };
}

/** For each number the passages in which it stands: `passages[from[n]]` up to `from[n + 1]`. */
interface Postings {
  readonly from: Int32Array;
  readonly passages: Int32Array;
}

function post(numbers: Int32Array, numberFrom: Int32Array, counts: Int32Array, size: number): Postings {
  const from = new Int32Array(size + 1);
  let sum = 0;
  for (let number = 0; number < size; number += 1) {
    sum += counts[number] ?? 0;
    from[number] = sum;
  }
  from[size] = sum;
  const passages = new Int32Array(sum);
  // `from` holds each list's end and is counted down to its beginning while the list is filled from behind.
  for (let passage = numberFrom.length - 2; passage >= 0; passage -= 1) {
    const first = numberFrom[passage] ?? 0;
    for (let at = (numberFrom[passage + 1] ?? 0) - 1; at >= first; at -= 1) {
      const number = numbers[at] ?? 0;
      const place = (from[number] ?? 0) - 1;
      passages[place] = passage;
      from[number] = place;
    }
  }
  return { from, passages };
}

function countIn(numbers: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}

/** For each number of passages in which something stands, of `total`, its weight. */
function weighByRarity(total: number): Float64Array {
  const weights = new Float64Array(total + 1);
  for (let count = 1; count <= total; count += 1) weights[count] = Math.log(1 + total / count);
  return weights;
}

function weighPassages(
  { count, features, featureFrom }: PreparedReport,
  weightOf: (feature: number) => number,
): Float64Array {
  const sums = new Float64Array(count);
  for (let passage = 0; passage < count; passage += 1) {
    const end = featureFrom[passage + 1] ?? 0;
    let sum = 0;
    for (let at = featureFrom[passage] ?? 0; at < end; at += 1) sum += weightOf(features[at] ?? 0);
    sums[passage] = sum;
  }
  return sums;
}
