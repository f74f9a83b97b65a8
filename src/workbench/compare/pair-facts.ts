import { compareReports } from '../../compare/compare-reports.ts';
import { listNeighbourLinks } from '../../compare/trace-lineage.ts';
import type { Comparison, ReportText } from '../../domain/comparison.ts';
import type { CorrectedLink } from '../../domain/correction.ts';
import { countByTopics } from '../../domain/topic-counts.ts';
import type { PairFacts } from './pair-record.ts';

/** What is kept of a comparison. */
export function listFacts(comparison: Comparison, left: ReportText, right: ReportText): PairFacts {
  const { links, gone, come } = listNeighbourLinks(comparison, left, right);
  return {
    topics: countByTopics(comparison.pairs, left.passages, right.passages),
    neighbours: { links, gone, come },
  };
}

/** @param corrections what readers said of these two, by the passages' order */
export function deriveFacts(
  left: ReportText,
  right: ReportText,
  corrections: readonly CorrectedLink[],
): PairFacts {
  return listFacts(compareReports(left, right, corrections), left, right);
}
