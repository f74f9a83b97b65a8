import { compareReports } from '../../compare/compare-reports.ts';
import type { Comparison, ReportText } from '../../domain/comparison.ts';
import { deriveFacts } from './pair-facts.ts';
import type { PairFacts } from './pair-record.ts';

/** What a worker is given. */
export interface CompareJob {
  readonly left: ReportText;
  readonly right: ReportText;
}

/** Compares two reports on a thread of its own. */
export default function compareOne({ left, right }: CompareJob): Comparison {
  return compareReports(left, right);
}

/** The same, and gives back only what is kept of it, which is soon sent. */
export function derive({ left, right }: CompareJob): PairFacts {
  return deriveFacts(left, right);
}
