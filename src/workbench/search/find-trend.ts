import type { AreaId } from '../../domain/area.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { Denominator, SearchCount } from '../../domain/search-answer.ts';
import { countEachReport } from '../../search/filter-hits.ts';
import type { PassageIndex } from '../../search/passage-index.ts';
import type { PreparedSearch, SearchTools } from './prepare-search.ts';
import type { SearchDesk } from './search-desk.ts';
import { evaluateSearch } from './search-passages.ts';
import type { SearchRequest } from './search-request.ts';

/** What a query finds in one edition. */
export interface TrendPoint {
  readonly edition: number;
  readonly passages: number;
  /** Reports with at least one of them. */
  readonly reports: number;
  /** All that the filters leave of the edition. */
  readonly denominator: Denominator;
  /** Passages found for 100,000 words of the denominator; null where there are no words. */
  readonly rate: number | null;
}

/**
 * An edition that cannot be asked, and why: nothing of it is held though it was published, no report was published
 * on these areas, or its reports have nothing under these filters (a heading the edition does not have).
 */
export interface TrendGap {
  readonly edition: number;
  readonly reason: 'published-not-held' | 'not-published' | 'nothing-under-filters';
}

/** One query through the editions. */
export interface TrendSeries extends SearchCount {
  readonly request: SearchRequest;
  /** Oldest first; only editions of which the library holds a report that the filters leave. */
  readonly points: readonly TrendPoint[];
  /** The other editions that were asked for, oldest first. */
  readonly gaps: readonly TrendGap[];
}

export const MOST_SERIES = 5;

/** Several queries over one state of the library. @throws Problem invalid-input as a search does */
export async function findTrend(
  requests: readonly SearchRequest[],
  desk: SearchDesk,
  tools: SearchTools,
): Promise<readonly TrendSeries[]> {
  return desk.use(async (open) => {
    const series: TrendSeries[] = [];
    for (const request of requests.slice(0, MOST_SERIES)) {
      const { prepared, filtered, count } = await evaluateSearch(request, open, tools);
      const points = countEditions(filtered.hits.ids, prepared, open.index, tools.catalog);
      const gaps = listGaps(request, points, prepared, open.index, tools.catalog);
      series.push({ ...count, request, points, gaps });
    }
    return series;
  });
}

function countEditions(
  ids: Int32Array,
  { filter, filterMask }: PreparedSearch,
  index: PassageIndex,
  catalog: Catalog,
): TrendPoint[] {
  const { heads, reportOf } = index;
  const hits = new Int32Array(heads.length);
  for (const id of ids) hits[reportOf[id] ?? 0] = (hits[reportOf[id] ?? 0] ?? 0) + 1;
  const sums = new Map(
    catalog.editions.map(({ year }) => [
      year,
      { passages: 0, reports: 0, denominator: { reports: 0, passages: 0, words: 0 } },
    ]),
  );
  countEachReport(filter, filterMask, index, (report, passages, words) => {
    const sum = sums.get(heads[report]?.edition ?? 0);
    if (sum === undefined) return;
    const found = hits[report] ?? 0;
    sum.denominator.reports += passages > 0 ? 1 : 0;
    sum.denominator.passages += passages;
    sum.denominator.words += words;
    sum.passages += found;
    sum.reports += found > 0 ? 1 : 0;
  });
  return [...sums].flatMap(([edition, { passages, reports, denominator }]) =>
    denominator.reports === 0
      ? []
      : {
          edition,
          passages,
          reports,
          denominator,
          rate: denominator.words === 0 ? null : (passages * 100_000) / denominator.words,
        },
  );
}

/** Editions asked for by the filters beside the query; one that words in it leave out was not asked for. */
function listGaps(
  request: SearchRequest,
  points: readonly TrendPoint[],
  { filter, query }: PreparedSearch,
  { heads }: PassageIndex,
  catalog: Catalog,
): TrendGap[] {
  if (query.typedFilters.some((typed) => typed.includes('year:'))) return [];
  const counted = new Set(points.map(({ edition }) => edition));
  const held = new Set(heads.flatMap(({ edition }, i) => (filter.areas?.[i] === 0 ? [] : edition)));
  const areas = listAreas(request, catalog);
  return catalog.editions.flatMap(({ year: edition }): TrendGap[] => {
    if (counted.has(edition) || (request.years.length > 0 && !request.years.includes(edition))) return [];
    if (held.has(edition)) return [{ edition, reason: 'nothing-under-filters' }];
    const isPublished = catalog.areas.some(
      ({ id, published }) => (areas === null || areas.has(id)) && published.includes(edition),
    );
    return [{ edition, reason: isPublished ? 'published-not-held' : 'not-published' }];
  });
}

/** The areas a request names, by name or by region; null: all. */
export function listAreas({ areas }: SearchRequest, catalog: Catalog): ReadonlySet<AreaId> | null {
  if (areas.length === 0 || areas.some(({ kind }) => kind === 'all')) return null;
  const named = areas.flatMap((choice) => (choice.kind === 'area' ? choice.area : []));
  const regions = new Set(areas.flatMap((choice) => (choice.kind === 'region' ? choice.region : [])));
  return new Set([...named, ...catalog.areas.flatMap(({ id, region }) => (regions.has(region) ? id : []))]);
}
