import { compareReports } from '../../compare/compare-reports.ts';
import type { Comparison, ReportText } from '../../domain/comparison.ts';
import type { CorrectedLink } from '../../domain/correction.ts';
import { deriveFacts } from './pair-facts.ts';
import type { PairFacts } from './pair-record.ts';

/** What a worker is given. */
export interface CompareJob {
  readonly left: ReportText;
  readonly right: ReportText;
  readonly corrections: readonly CorrectedLink[];
}

/** Compares two reports on a thread of its own. */
export default function compareOne({ left, right, corrections }: CompareJob): Comparison {
  return compareReports(left, right, corrections);
}

/** The same, and gives back only what is kept of it, which is soon sent. */
export function derive({ left, right, corrections }: CompareJob): PairFacts {
  return deriveFacts(left, right, corrections);
}
