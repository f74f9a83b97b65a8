import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Catalog } from '../domain/catalog.ts';
import { findNearest } from '../domain/nearest.ts';
import { Problem } from '../domain/problem.ts';
import type { MappingRelation, Topic, TopicId } from '../domain/topic.ts';
import type { Store } from '../store/store.ts';
import { showValue } from './problem-list.ts';

/** How one printed heading meets a topic in one edition. */
export interface TopicHeading {
  readonly edition: number;
  readonly heading: string;
  readonly above: string | null;
  readonly kind: 'section' | 'run-in';
  readonly relation: MappingRelation;
  readonly reason: string;
  /** Reports in which it stands. */
  readonly reports: number;
}

export interface TopicView {
  readonly topic: Topic;
  readonly narrower: readonly Topic[];
  readonly headings: readonly TopicHeading[];
  /** Reports per edition that have text on the topic or a narrower one. */
  readonly reportsByEdition: readonly {
    readonly edition: number;
    readonly reports: number;
    readonly held: number;
  }[];
}

/** So many outlines are read before other work gets its turn. */
const OUTLINES_AT_ONCE = 64;

/** @throws Problem not-found, with the nearest topics */
export async function readTopic(id: TopicId, catalog: Catalog, store: Store): Promise<TopicView> {
  const topic = catalog.findTopic(id);
  if (topic === null) {
    const near = findNearest(
      id.toLowerCase().slice(0, 60),
      catalog.topics.map((one) => one.id),
      3,
    );
    throw new Problem(
      'not-found',
      `There is no topic ${showValue(id)}.`,
      near.length === 0 ? [] : [`Near to it: ${near.join(', ')}.`],
    );
  }
  const headings = (await store.countHeadings()).flatMap((one): TopicHeading[] => {
    const match = one.topics.find((found) => found.topic === id);
    if (match === undefined) return [];
    const answer = catalog.crosswalk.ask(one.heading, one.above === null ? [] : [one.above], one.edition);
    const relation =
      match.relation ?? (answer.kind === 'topic' && answer.topic === id ? answer.relation : null);
    // A label that the crosswalk takes elsewhere only stands in text on this topic.
    if (relation === null) return [];
    return [
      {
        edition: one.edition,
        heading: one.heading,
        above: one.above,
        kind: one.kind,
        relation,
        reason: answer.kind === 'topic' && answer.topic === id ? answer.rule.reason : '',
        reports: one.reports,
      },
    ];
  });
  headings.sort((a, b) => a.edition - b.edition || b.reports - a.reports);
  return {
    topic,
    narrower: catalog.topics.filter(({ broader }) => broader === id),
    headings,
    reportsByEdition: await countReports(catalog.topicsWithin(id), store),
  };
}

async function countReports(
  topics: ReadonlySet<TopicId>,
  store: Store,
): Promise<TopicView['reportsByEdition']> {
  const counts = new Map<number, { reports: number; held: number }>();
  let read = 0;
  for (const head of await store.listHeads({ editions: null, areas: null })) {
    const sum = counts.get(head.edition) ?? { reports: 0, held: 0 };
    sum.held += 1;
    const { stretches, sections } = await store.readOutline(head);
    const found =
      stretches.some((stretch) => stretch.topics.some((topic) => topics.has(topic))) ||
      sections.some((section) => section.topics.some(({ topic }) => topics.has(topic)));
    if (found) sum.reports += 1;
    counts.set(head.edition, sum);
    read += 1;
    if (read % OUTLINES_AT_ONCE === 0) await nextTurn();
  }
  return [...counts].sort(([a], [b]) => a - b).map(([edition, sum]) => ({ edition, ...sum }));
}
