import { compareReports } from '../../compare/compare-reports.ts';
import { listNeighbourLinks } from '../../compare/trace-lineage.ts';
import type { Comparison, ReportText } from '../../domain/comparison.ts';
import { countByTopics } from '../../domain/topic-counts.ts';
import type { PairFacts } from './pair-record.ts';

/** What is kept of a comparison. */
export function listFacts(comparison: Comparison, left: ReportText, right: ReportText): PairFacts {
  return {
    topics: countByTopics(comparison.pairs, left.passages, right.passages),
    links: listNeighbourLinks(comparison, left, right).links,
  };
}

export function deriveFacts(left: ReportText, right: ReportText): PairFacts {
  return listFacts(compareReports(left, right), left, right);
}
