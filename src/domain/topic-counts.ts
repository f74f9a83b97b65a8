import { type ChangeCounts, countChanges, sumCounts } from './change-counts.ts';
import type { Pair } from './comparison.ts';
import type { Passage } from './passage.ts';
import type { TopicId } from './topic.ts';

/** How much text of two reports became what, under one set of topics. */
export interface TopicCounts {
  /** The topic under which a comparison lists these pairs; null: under headings that lead to none. */
  readonly topic: TopicId | null;
  /** All topics that passages of these pairs have, `topic` among them; by these a comparison is narrowed. */
  readonly topics: readonly TopicId[];
  readonly counts: ChangeCounts;
}

/**
 * Counts pairs by the topics of their passages: every pair in exactly one group, so that any choice of topics can be
 * counted without the text. Topics are the passages' own; which is narrower than which is asked when it is read.
 * @param left, right: all passages of the reports, by their order from 1
 */
export function countByTopics(
  pairs: readonly Pair[],
  left: readonly Passage[],
  right: readonly Passage[],
): TopicCounts[] {
  const groups = new Map<string, { topic: TopicId | null; topics: TopicId[]; pairs: Pair[] }>();
  for (const pair of pairs) {
    const passages = [
      ...pair.left.flatMap((order) => left[order - 1] ?? []),
      ...pair.right.flatMap((order) => right[order - 1] ?? []),
    ];
    const topic = passages[0]?.topics[0] ?? null;
    const topics = [...new Set(passages.flatMap((passage) => passage.topics))].sort();
    const key = `${topic ?? ''}:${topics.join(' ')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { topic, topics, pairs: [pair] });
    else group.pairs.push(pair);
  }
  return [...groups.values()].map(({ topic, topics, pairs: own }) => ({
    topic,
    topics,
    counts: countChanges(own, left, right),
  }));
}

/** What a comparison narrowed to these topics counts; null: all of it. */
export function sumTopicCounts(
  groups: readonly TopicCounts[],
  wanted: ReadonlySet<TopicId> | null,
): ChangeCounts {
  return sumCounts(pickGroups(groups, wanted).map(({ counts }) => counts));
}

/** By the topic under which a comparison lists the pairs; the sums of all are the sums of the groups. */
export function sumByTopic(
  groups: readonly TopicCounts[],
  wanted: ReadonlySet<TopicId> | null,
): Map<TopicId | null, ChangeCounts> {
  const byTopic = new Map<TopicId | null, ChangeCounts[]>();
  for (const { topic, counts } of pickGroups(groups, wanted)) {
    const own = byTopic.get(topic);
    if (own === undefined) byTopic.set(topic, [counts]);
    else own.push(counts);
  }
  return new Map([...byTopic].map(([topic, counts]) => [topic, sumCounts(counts)]));
}

function pickGroups(
  groups: readonly TopicCounts[],
  wanted: ReadonlySet<TopicId> | null,
): readonly TopicCounts[] {
  return wanted === null ? groups : groups.filter(({ topics }) => topics.some((topic) => wanted.has(topic)));
}
