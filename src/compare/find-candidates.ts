import { measureLabels } from './measure-labels.ts';
import type { PassageOverlap } from './passage-overlap.ts';
import type { PreparedReport } from './prepare-report.ts';

/** Two passages that may belong together. */
export interface Candidate {
  readonly left: number;
  readonly right: number;
  /**
   * How much they have in common by the rarity of what they share, 0 to 1: half of it is what the passage that is
   * better contained shares with the other, half what both share of both. The words of run-in labels count for less.
   */
  readonly strength: number;
  /** Distinct runs of four words that stand in both, those of their run-in labels aside. */
  readonly bodyRuns: number;
  /** Part of the left passage's runs of words that stand in the right one, and the reverse. */
  readonly leftRuns: number;
  readonly rightRuns: number;
}

/** What was found for passages that have no exact partner. */
export interface Candidates {
  readonly list: readonly Candidate[];
  /** For each left passage the right one most like it, or -1. */
  readonly nearest: Int32Array;
}

/** Weaker candidates are never taken. */
const WEAKEST = 0.12;
/** More than this many for one passage are copies of one another; the strongest stay, and of equals the nearest. */
const MOST_FOR_ONE = 24;

/** @param leftDone passages that have their partner already */
export function findCandidates(
  overlap: PassageOverlap,
  leftDone: (passage: number) => boolean,
  rightDone: (passage: number) => boolean,
): Candidates {
  const { left, right } = overlap;
  const list: Candidate[] = [];
  const nearest = new Int32Array(left.count).fill(-1);
  /** Right passage → left ones that have stronger candidates: it may still be their equal as seen from the right. */
  const passedOver = new Map<number, Set<number>>();
  const apart = (one: Candidate): number => Math.abs(one.left / left.count - one.right / right.count);
  for (let l = 0; l < left.count; l += 1) {
    if (leftDone(l)) continue;
    const { touched, shared, sharedRuns } = overlap.fromLeft(l);
    const found: Candidate[] = [];
    let most = 0;
    for (const r of touched) {
      const strength = strengthOf(shared[r] ?? 0, overlap.leftWeight[l] ?? 0, overlap.rightWeight[r] ?? 0);
      if (strength > most) {
        most = strength;
        nearest[l] = r;
      }
      if (strength < WEAKEST) continue;
      const candidate = makeCandidate(overlap, l, r, shared[r] ?? 0, sharedRuns[r] ?? 0);
      found.push(candidate);
    }
    for (const one of keepStrongest(found, list, apart)) {
      const before = passedOver.get(one.right);
      if (before === undefined) passedOver.set(one.right, new Set([one.left]));
      else before.add(one.left);
    }
  }
  for (let r = 0; r < right.count; r += 1) {
    if (rightDone(r)) continue;
    const { touched, shared, sharedRuns } = overlap.fromRight(r);
    const found: Candidate[] = [];
    for (const l of touched) {
      // The others were met from the left.
      if (!leftDone(l) && passedOver.get(r)?.has(l) !== true) continue;
      const strength = strengthOf(shared[l] ?? 0, overlap.leftWeight[l] ?? 0, overlap.rightWeight[r] ?? 0);
      if (strength >= WEAKEST) found.push(makeCandidate(overlap, l, r, shared[l] ?? 0, sharedRuns[l] ?? 0));
    }
    keepStrongest(found, list, apart);
  }
  return { list, nearest };
}

function strengthOf(shared: number, left: number, right: number): number {
  const smaller = Math.min(left, right);
  return smaller === 0 ? 0 : shared / (2 * smaller) + shared / (left + right);
}

function makeCandidate(
  overlap: PassageOverlap,
  l: number,
  r: number,
  shared: number,
  runs: number,
): Candidate {
  const { left, right, leftWeight, rightWeight } = overlap;
  const inLabels = measureLabels(overlap, l, r);
  return {
    left: l,
    right: r,
    strength: strengthOf(
      shared - inLabels.shared,
      (leftWeight[l] ?? 0) - inLabels.left,
      (rightWeight[r] ?? 0) - inLabels.right,
    ),
    bodyRuns: runs - inLabels.sharedRuns,
    leftRuns: runs / Math.max(1, countRuns(left, l)),
    rightRuns: runs / Math.max(1, countRuns(right, r)),
  };
}

function countRuns({ runFrom }: PreparedReport, passage: number): number {
  return (runFrom[passage + 1] ?? 0) - (runFrom[passage] ?? 0);
}

/** @returns those that were passed over */
function keepStrongest(
  found: Candidate[],
  list: Candidate[],
  apart: (one: Candidate) => number,
): readonly Candidate[] {
  if (found.length > MOST_FOR_ONE) {
    found.sort(
      (a, b) => b.strength - a.strength || apart(a) - apart(b) || a.left - b.left || a.right - b.right,
    );
  }
  list.push(...found.slice(0, MOST_FOR_ONE));
  return found.slice(MOST_FOR_ONE);
}
