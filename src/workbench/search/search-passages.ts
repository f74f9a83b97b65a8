import type { Catalog } from '../../domain/catalog.ts';
import { Problem } from '../../domain/problem.ts';
import type { Hit, SearchCount, SearchFacets, SearchItem, SearchRelief } from '../../domain/search-answer.ts';
import { countDenominator, type FilteredHits, filterHits } from '../../search/filter-hits.ts';
import { prepareMarker } from '../../search/mark-text.ts';
import { sliceHits } from '../../search/order-hits.ts';
import type { PassageIndex } from '../../search/passage-index.ts';
import { countFacets } from './count-facets.ts';
import { findReliefs } from './find-reliefs.ts';
import { type PreparedSearch, prepareSearch, type SearchTools } from './prepare-search.ts';
import { readHits } from './read-hits.ts';
import { formatCursor, readCursor } from './search-cursor.ts';
import type { OpenIndex, SearchDesk } from './search-desk.ts';
import type { SearchRequest } from './search-request.ts';

/** Which part of the hits to give. */
export interface SearchPage {
  /** As the page before gave it; null: the first. */
  readonly cursor: string | null;
  /** 1 to 100. */
  readonly size: number;
}

/** One page of hits with all counts. */
export interface SearchAnswer extends SearchCount {
  readonly request: SearchRequest;
  readonly facets: SearchFacets;
  readonly hits: readonly Hit[];
  /** The place of the first of them among all, from 1; 0 if there are none. */
  readonly first: number;
  readonly next: string | null;
  readonly previous: string | null;
  /** True if the library has changed since the cursor was given out, so that the list begins again. */
  readonly restarted: boolean;
  /** Where nothing was found: what leaving out one thing would give. */
  readonly reliefs: readonly SearchRelief[];
}

/** A search evaluated over one state of the library, its filters applied. */
export interface EvaluatedSearch {
  readonly prepared: PreparedSearch;
  readonly filtered: FilteredHits;
  readonly count: SearchCount;
}

/** @throws Problem invalid-input if the query cannot be searched, or the cursor is none */
export async function searchPassages(
  request: SearchRequest,
  { cursor, size }: SearchPage,
  desk: SearchDesk,
  tools: SearchTools,
): Promise<SearchAnswer> {
  return desk.use(async (open) => {
    const { index } = open;
    const { prepared, filtered, count } = await evaluateSearch(request, open, tools);
    const { hits } = filtered;
    const place = cursor === null ? { offset: 0, stale: false } : readCursor(cursor, count.library);
    if (place === null || (place.offset > 0 && place.offset >= hits.ids.length)) {
      throw new Problem('invalid-input', 'This address leads to no page of results.', [
        'cursor: take it as the page before gives it, or leave it out to begin.',
      ]);
    }
    const { offset } = place;
    const ids = sliceHits(hits, request.order, offset, size, index, rankAreas(tools.catalog));
    const at = (to: number): string => formatCursor({ library: count.library.version, offset: to });
    const marker = prepared.marked === null ? null : prepareMarker(prepared.marked);
    return {
      ...count,
      request,
      facets: countFacets(filtered, index, prepared.filter, tools.catalog),
      hits: await collect(readHits(ids, marker, open)),
      first: ids.length === 0 ? 0 : offset + 1,
      next: offset + size < hits.ids.length ? at(offset + size) : null,
      previous: offset > 0 ? at(Math.max(0, offset - size)) : null,
      restarted: place.stale,
      reliefs: hits.ids.length > 0 ? [] : await findReliefs(prepared, open, tools),
    };
  });
}

/** All hits in the order asked for, read as they are taken. */
export async function* streamHits(
  request: SearchRequest,
  desk: SearchDesk,
  tools: SearchTools,
): AsyncGenerator<SearchItem, undefined, undefined> {
  const held = await desk.hold();
  try {
    const { prepared, filtered, count } = await evaluateSearch(request, held.open, tools);
    yield { kind: 'count', count };
    const { index } = held.open;
    const total = filtered.hits.ids.length;
    const ids = sliceHits(filtered.hits, request.order, 0, total, index, rankAreas(tools.catalog));
    const marker = prepared.marked === null ? null : prepareMarker(prepared.marked);
    for await (const hit of readHits(ids, marker, held.open)) yield { kind: 'hit', hit };
  } finally {
    await held.release();
  }
}

/** @throws Problem invalid-input if the query cannot be searched, or there is nothing to search for */
export async function evaluateSearch(
  request: SearchRequest,
  open: OpenIndex,
  tools: SearchTools,
): Promise<EvaluatedSearch> {
  const prepared = await prepareSearch(request, open, tools);
  const filtered = filterHits(prepared.found, prepared.filter, open.index);
  const { query, filter, filterMask } = prepared;
  return {
    prepared,
    filtered,
    count: {
      query,
      passages: filtered.hits.ids.length,
      reports: countReports(filtered.hits.ids, open.index),
      denominator: countDenominator(filter, filterMask, open.index),
      library: await open.snapshot.getStamp(),
    },
  };
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export function countReports(ids: Int32Array, { reportOf }: PassageIndex): number {
  let count = 0;
  let last = -1;
  for (const id of ids) {
    const report = reportOf[id] ?? 0;
    if (report === last) continue;
    last = report;
    count += 1;
  }
  return count;
}

/** The catalog's areas are in the order of their names. */
export function rankAreas(catalog: Catalog): ReadonlyMap<string, number> {
  return new Map(catalog.areas.map(({ id }, rank) => [id, rank]));
}
