import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SearchRelief } from '../../domain/search-answer.ts';
import { filterHits, type HitFilter } from '../../search/filter-hits.ts';
import type { PassageIndex } from '../../search/passage-index.ts';
import { setOf } from '../../search/passage-set.ts';
import type { PreparedSearch, SearchPart, SearchTools } from './prepare-search.ts';
import type { OpenIndex } from './search-desk.ts';
import { formatSearch, type SearchRequest } from './search-request.ts';

/** What a search that found nothing would find without one of its words or filters; the most helpful first. */
export async function findReliefs(
  prepared: PreparedSearch,
  { index }: OpenIndex,
  { catalog }: SearchTools,
): Promise<readonly SearchRelief[]> {
  const { request, parts, filter } = prepared;
  const reliefs: SearchRelief[] = [];
  const add = (label: string, without: SearchRequest, passages: number): void => {
    if (passages > 0) reliefs.push({ label, query: formatSearch(without), passages });
  };
  if (parts.length > 1) {
    const counts = await countWithoutEach(prepared, index);
    parts.forEach((part, i) => {
      const rest = parts.filter((one) => one !== part);
      add(`without ${part.text}`, { ...request, text: joinParts(rest) }, counts[i] ?? 0);
    });
  }
  const count = (under: HitFilter): number => filterHits(prepared.found, under, index).hits.ids.length;
  const { years, areas, topics, sections } = request;
  if (years.length > 0) add('in all editions', { ...request, years: [] }, count({ ...filter, years: null }));
  if (areas.length > 0)
    add('in all countries and areas', { ...request, areas: [] }, count({ ...filter, areas: null }));
  if (topics.length > 0) {
    const name = topics.length === 1 ? catalog.findTopic(topics[0] ?? '')?.label : null;
    const label = name ? `outside the topic ${name} too` : 'on all topics';
    add(label, { ...request, topics: [] }, count({ ...filter, topics: null }));
  }
  if (sections.length > 0)
    add('in all sections', { ...request, sections: [] }, count({ ...filter, sections: null }));
  return reliefs.sort((a, b) => b.passages - a.passages);
}

/**
 * How many passages under the filters each part alone keeps from being hits: those that fail that part and no other.
 * No passage under the filters fulfils all parts, or there would be hits.
 */
async function countWithoutEach(
  { parts, filter, evaluate }: PreparedSearch,
  index: PassageIndex,
): Promise<readonly number[]> {
  const fulfilled = new Uint8Array(index.passages);
  // The numbers of the parts that a passage fulfils, added up: what is left of all numbers is the one it fails.
  const numbers = new Uint16Array(index.passages);
  for (const [i, part] of parts.entries()) {
    for (const id of evaluate([part]).ids) {
      fulfilled[id] = (fulfilled[id] ?? 0) + 1;
      numbers[id] = (numbers[id] ?? 0) + i;
    }
    await nextTurn();
  }
  const near = fulfilled.map((count) => (count === parts.length - 1 ? 1 : 0));
  const all = (parts.length * (parts.length - 1)) / 2;
  const counts = parts.map(() => 0);
  for (const id of filterHits(setOf(near), filter, index).hits.ids) {
    const failed = all - (numbers[id] ?? 0);
    counts[failed] = (counts[failed] ?? 0) + 1;
  }
  return counts;
}

function joinParts(parts: readonly SearchPart[]): string {
  return parts.map(({ text }) => (/ OR /.test(text) && parts.length > 1 ? `(${text})` : text)).join(' ');
}
