import { listEndings } from '../../compare/trace-lineage.ts';
import type { AreaId } from '../../domain/area.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { LineagePassage } from '../../domain/lineage.ts';
import type {
  EndedEdition,
  EndedPassage,
  EndedTopic,
  LastReported,
  TopicSpan,
} from '../../domain/passage-history.ts';
import type { ReportHead } from '../../domain/report.ts';
import type { TopicId } from '../../domain/topic.ts';
import type { LastReportedRequest } from './read-last-reported-request.ts';
import { type LineageTools, withLineage } from './read-lineage.ts';
import { sortSpans } from './sort-spans.ts';

/**
 * Every passage on an area that is in no later edition held, by the edition that had it last, then by topic. Narrowed
 * to topics, a passage counts where any of its topics is among them or beneath one of them.
 */
export async function listLastReported(
  area: AreaId,
  { topics: asked, sort }: LastReportedRequest,
  tools: LineageTools,
): Promise<LastReported> {
  const { catalog, store } = tools;
  const wanted =
    asked.length === 0 ? null : new Set(asked.flatMap((topic) => [...catalog.topicsWithin(topic)]));
  return withLineage(area, tools, async (view) => {
    const held = view.heads.map(({ edition }) => edition);
    const endings = groupBy(listEndings(view.lineage), ({ edition }) => edition);
    const found: EndedEdition[] = [];
    const lastText = new Map<TopicId | null, number>();
    for (const [i, head] of view.heads.entries()) {
      const { stretches } = await store.readOutline(head);
      for (const { topics } of stretches)
        for (const topic of topics.length === 0 ? [null] : topics) lastText.set(topic, head.edition);
      const places = endings.get(head.edition) ?? [];
      const next = held[i + 1];
      if (next === undefined || places.length === 0) continue;
      const ended = await readEnded(head, next, places, wanted, tools);
      if (ended.passages > 0) found.unshift(ended);
    }
    const { gaps, library } = view;
    const topics = sortSpans(sumTopics(found, lastText, catalog), sort);
    return {
      area: view.area,
      held,
      editions: sort === null ? found : found.map((edition) => sortTopics(edition, topics)),
      topics,
      narrowedTo: asked.length === 0 ? null : asked.flatMap((id) => catalog.findTopic(id) ?? []),
      lastText: [...lastText].reduce<number | null>(
        (last, [topic, edition]) =>
          wanted === null || (topic !== null && wanted.has(topic)) ? Math.max(last ?? 0, edition) : last,
        null,
      ),
      gaps,
      library,
    };
  });
}

async function readEnded(
  head: ReportHead,
  next: number,
  places: readonly LineagePassage[],
  wanted: ReadonlySet<TopicId> | null,
  { catalog, store }: LineageTools,
): Promise<EndedEdition> {
  const { sections } = await store.readOutline(head);
  const byKey = new Map(sections.map((section) => [section.key, section]));
  const all = await store.readPassages(head, null);
  const ended = places
    .map((place): EndedPassage => {
      const passage = all[place.order - 1];
      const section = byKey.get(passage?.section ?? '');
      if (passage === undefined || section === undefined)
        throw new Error(`${head.edition}/${head.area} has no passage ${place.order}.`);
      return { passage, section, place };
    })
    .filter(({ passage }) => wanted === null || passage.topics.some((topic) => wanted.has(topic)));
  const topics: EndedTopic[] = [
    ...groupBy(
      ended,
      ({ passage }) => passage.topics.find((topic) => wanted === null || wanted.has(topic)) ?? null,
    ),
  ].map(([id, passages]) => ({ topic: id === null ? null : catalog.findTopic(id), passages }));
  const words = ended.reduce((sum, { passage }) => sum + passage.words, 0);
  return { head, next, topics, passages: ended.length, words };
}

function sortTopics(edition: EndedEdition, spans: readonly TopicSpan[]): EndedEdition {
  const order = new Map(spans.map(({ topic }, i) => [topic?.id ?? null, i]));
  const placeOf = ({ topic }: EndedTopic): number => order.get(topic?.id ?? null) ?? spans.length;
  return { ...edition, topics: edition.topics.toSorted((a, b) => placeOf(a) - placeOf(b)) };
}

/** Topics of which something ended; those without a name last. */
function sumTopics(
  editions: readonly EndedEdition[],
  lastText: ReadonlyMap<TopicId | null, number>,
  catalog: Catalog,
): TopicSpan[] {
  const ended = new Map<TopicId | null, Map<number, number>>();
  for (const { head, topics } of editions) {
    for (const { topic, passages } of topics) {
      const counts = ended.get(topic?.id ?? null) ?? new Map<number, number>();
      counts.set(head.edition, passages.length);
      ended.set(topic?.id ?? null, counts);
    }
  }
  return [...catalog.topics, null].flatMap((topic) => {
    const counts = ended.get(topic?.id ?? null);
    const last = lastText.get(topic?.id ?? null);
    return counts === undefined || last === undefined ? [] : [{ topic, last, ended: counts }];
  });
}

function groupBy<K, T>(values: readonly T[], keyFor: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyFor(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
