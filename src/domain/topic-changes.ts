import type { Catalog } from './catalog.ts';
import { countChanges } from './change-counts.ts';
import type { Pair } from './comparison.ts';
import type { ComparedReport, ComparisonView, TopicChanges } from './comparison-view.ts';
import { type ComparisonCorrections, NO_CORRECTIONS } from './corrected-comparison.ts';
import type { Section } from './section.ts';
import type { TopicId } from './topic.ts';

/** Lays two reports side by side, by topic. */
export function arrangeComparison(
  facts: Pick<ComparisonView, 'area' | 'left' | 'right' | 'comparison' | 'library'>,
  catalog: Catalog,
  corrections: ComparisonCorrections = NO_CORRECTIONS,
): ComparisonView {
  const { left, right, comparison } = facts;
  return {
    ...facts,
    corrections,
    counts: countChanges(comparison.pairs, left.passages, right.passages),
    topics: groupByTopic(comparison.pairs, left, right, catalog),
    narrowedTo: null,
    topicLabels: new Map(catalog.topics.map(({ id, label }) => [id, label])),
  };
}

/** Only the pairs of which a passage, older or newer, belongs to one of the topics or to a narrower one. */
export function narrowComparison(
  view: ComparisonView,
  topics: readonly TopicId[],
  catalog: Catalog,
): ComparisonView {
  const { left, right, comparison } = view;
  const wanted = new Set(topics.flatMap((topic) => [...catalog.topicsWithin(topic)]));
  const isWanted = (report: ComparedReport, orders: readonly number[]): boolean =>
    orders.some((order) => report.passages[order - 1]?.topics.some((topic) => wanted.has(topic)) === true);
  const pairs = comparison.pairs.filter((pair) => isWanted(left, pair.left) || isWanted(right, pair.right));
  return {
    ...view,
    counts: countChanges(pairs, left.passages, right.passages),
    topics: groupByTopic(pairs, left, right, catalog),
    narrowedTo: topics.flatMap((topic) => catalog.findTopic(topic) ?? []),
  };
}

function groupByTopic(
  pairs: readonly Pair[],
  left: ComparedReport,
  right: ComparedReport,
  catalog: Catalog,
): TopicChanges[] {
  const groups = new Map<TopicId | null, { first: number; pairs: Pair[] }>();
  // What only the newer report has stands behind everything the older one has.
  const behind = left.passages.length;
  for (const pair of pairs) {
    const [older] = pair.left;
    const [newer] = pair.right;
    const passage = older === undefined ? right.passages[(newer ?? 0) - 1] : left.passages[older - 1];
    const topic = passage?.topics[0] ?? null;
    const place = older ?? behind + (newer ?? 0);
    const group = groups.get(topic);
    if (group === undefined) groups.set(topic, { first: place, pairs: [pair] });
    else {
      group.first = Math.min(group.first, place);
      group.pairs.push(pair);
    }
  }
  return [...groups]
    .sort(([, one], [, other]) => one.first - other.first)
    .map(([topic, group]) => ({
      topic: topic === null ? null : catalog.findTopic(topic),
      pairs: group.pairs,
      counts: countChanges(group.pairs, left.passages, right.passages),
      leftSections: listSections(group.pairs, left, 'left'),
      rightSections: listSections(group.pairs, right, 'right'),
    }));
}

function listSections(pairs: readonly Pair[], report: ComparedReport, side: 'left' | 'right'): Section[] {
  const keys = new Set(
    pairs.flatMap((pair) => pair[side].map((order) => report.passages[order - 1]?.section)),
  );
  return report.sections.filter(({ key }) => keys.has(key));
}
