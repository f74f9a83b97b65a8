import { compareReports } from '../../compare/compare-reports.ts';
import type { Comparison, ReportText } from '../../domain/comparison.ts';

/** What a worker is given. */
export interface CompareJob {
  readonly left: ReportText;
  readonly right: ReportText;
}

/** Compares two reports on a thread of its own. */
export default function compareOne({ left, right }: CompareJob): Comparison {
  return compareReports(left, right);
}
