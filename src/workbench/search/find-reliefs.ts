import type { SearchRelief } from '../../domain/search-answer.ts';
import { filterHits, type HitFilter } from '../../search/filter-hits.ts';
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
  const add = (
    label: string,
    without: SearchRequest,
    some: readonly SearchPart[],
    under: HitFilter,
  ): void => {
    const passages = filterHits(prepared.evaluate(some), under, index).hits.ids.length;
    if (passages > 0) reliefs.push({ label, query: formatSearch(without), passages });
  };
  if (parts.length > 1) {
    for (const part of parts) {
      const rest = parts.filter((one) => one !== part);
      add(`without ${part.text}`, { ...request, text: joinParts(rest) }, rest, filter);
    }
  }
  const { years, areas, topics, sections } = request;
  if (years.length > 0) add('in all editions', { ...request, years: [] }, parts, { ...filter, years: null });
  if (areas.length > 0)
    add('in all countries and areas', { ...request, areas: [] }, parts, { ...filter, areas: null });
  if (topics.length > 0) {
    const name = topics.length === 1 ? catalog.findTopic(topics[0] ?? '')?.label : null;
    const label = name ? `outside the topic ${name} too` : 'on all topics';
    add(label, { ...request, topics: [] }, parts, { ...filter, topics: null });
  }
  if (sections.length > 0)
    add('in all sections', { ...request, sections: [] }, parts, { ...filter, sections: null });
  return reliefs.sort((a, b) => b.passages - a.passages);
}

function joinParts(parts: readonly SearchPart[]): string {
  return parts.map(({ text }) => (/ OR /.test(text) && parts.length > 1 ? `(${text})` : text)).join(' ');
}
