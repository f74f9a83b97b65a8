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
import type { Store } from '../../store/store.ts';
import { type LineageTools, withLineage } from './read-lineage.ts';

/** Every passage on an area that is in no later edition held, by the edition that had it last, then by topic. */
export async function listLastReported(area: AreaId, tools: LineageTools): Promise<LastReported> {
  const { catalog, store } = tools;
  return withLineage(area, tools, async (view) => {
    const held = view.heads.map(({ edition }) => edition);
    const endings = groupBy(listEndings(view.lineage), ({ edition }) => edition);
    const editions: EndedEdition[] = [];
    const lastText = new Map<TopicId | null, number>();
    for (const [i, head] of view.heads.entries()) {
      const { stretches } = await store.readOutline(head);
      for (const { topics } of stretches)
        for (const topic of topics.length === 0 ? [null] : topics) lastText.set(topic, head.edition);
      const places = endings.get(head.edition) ?? [];
      const next = held[i + 1];
      if (next !== undefined && places.length > 0)
        editions.unshift(await readEnded(head, next, places, catalog, store));
    }
    const { gaps, library } = view;
    return { area: view.area, held, editions, topics: sumTopics(editions, lastText, catalog), gaps, library };
  });
}

async function readEnded(
  head: ReportHead,
  next: number,
  places: readonly LineagePassage[],
  catalog: Catalog,
  store: Store,
): Promise<EndedEdition> {
  const { sections } = await store.readOutline(head);
  const byKey = new Map(sections.map((section) => [section.key, section]));
  const all = await store.readPassages(head, null);
  const ended = places.map((place): EndedPassage => {
    const passage = all[place.order - 1];
    const section = byKey.get(passage?.section ?? '');
    if (passage === undefined || section === undefined)
      throw new Error(`${head.edition}/${head.area} has no passage ${place.order}.`);
    return { passage, section, place };
  });
  const topics: EndedTopic[] = [...groupBy(ended, ({ passage }) => passage.topics[0] ?? null)].map(
    ([id, passages]) => ({ topic: id === null ? null : catalog.findTopic(id), passages }),
  );
  const words = ended.reduce((sum, { passage }) => sum + passage.words, 0);
  return { head, next, topics, passages: ended.length, words };
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
