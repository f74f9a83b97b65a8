import type { Area } from '../../domain/area.ts';
import { areaNameIn } from '../../domain/area.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { SearchCount } from '../../domain/search-answer.ts';
import type { PassageIndex } from '../../search/passage-index.ts';
import type { PreparedSearch, SearchTools } from './prepare-search.ts';
import type { SearchDesk } from './search-desk.ts';
import { evaluateSearch } from './search-passages.ts';
import type { SearchRequest } from './search-request.ts';

/** What a query finds in one report, or why it cannot be asked. */
export type GridCell =
  | { readonly state: 'reported'; readonly edition: number; readonly passages: number }
  | { readonly state: 'nothing-found' | 'published-not-held' | 'not-published'; readonly edition: number };

export interface GridRow {
  readonly area: Area;
  readonly name: string;
  /** One for each of the grid's editions. */
  readonly cells: readonly GridCell[];
  readonly passages: number;
  /** The newest edition in which something was found, or null. */
  readonly last: number | null;
  /** The newest edition held. */
  readonly newestHeld: number;
}

/** Where a thing is reported, and when it was reported last. */
export interface SearchGrid extends SearchCount {
  readonly request: SearchRequest;
  /** Oldest first; those that the filters leave, though no report be held of them. */
  readonly editions: readonly number[];
  /** By name; areas with at least one report held that the filters leave. */
  readonly rows: readonly GridRow[];
}

/** @throws Problem invalid-input as a search does */
export async function findGrid(
  request: SearchRequest,
  desk: SearchDesk,
  tools: SearchTools,
): Promise<SearchGrid> {
  return desk.use(async (open) => {
    const { prepared, filtered, count } = await evaluateSearch(request, open, tools);
    const { heads, reportOf } = open.index;
    const { filter } = prepared;
    const hits = new Int32Array(heads.length);
    for (const id of filtered.hits.ids) hits[reportOf[id] ?? 0] = (hits[reportOf[id] ?? 0] ?? 0) + 1;
    const held = new Map<string, Map<number, number>>();
    heads.forEach(({ edition, area }, report) => {
      if (filter.years?.[report] === 0 || filter.areas?.[report] === 0) return;
      if (!isAsked(report, prepared.filterMask, open.index)) return;
      const row = held.get(area) ?? new Map<number, number>();
      held.set(area, row.set(edition, hits[report] ?? 0));
    });
    const columns = listColumns(request, prepared, held, tools.catalog);
    const rows = tools.catalog.areas.flatMap((area) => {
      const row = held.get(area.id);
      return row === undefined ? [] : describeRow(area, row, columns);
    });
    return { ...count, request, editions: columns, rows };
  });
}

/** False if filters among the words, `year:2021`, leave nothing of a report. */
function isAsked(report: number, mask: Uint8Array | null, { starts }: PassageIndex): boolean {
  if (mask === null) return true;
  for (let id = starts[report] ?? 0; id < (starts[report + 1] ?? 0); id += 1) if (mask[id] === 1) return true;
  return false;
}

/** Editions with a report of one of these areas, held or not. */
function listColumns(
  { years }: SearchRequest,
  { query }: PreparedSearch,
  held: ReadonlyMap<string, ReadonlyMap<number, number>>,
  catalog: Catalog,
): number[] {
  const columns = new Set([...held.values()].flatMap((row) => [...row.keys()]));
  if (!query.typedFilters.some((typed) => typed.includes('year:'))) {
    for (const { year } of catalog.editions) {
      const isPublished = (area: string): boolean => catalog.getArea(area).published.includes(year);
      if ((years.length === 0 || years.includes(year)) && [...held.keys()].some(isPublished))
        columns.add(year);
    }
  }
  return [...columns].sort((a, b) => a - b);
}

function describeRow(area: Area, held: ReadonlyMap<number, number>, editions: readonly number[]): GridRow {
  const cells = editions.map((edition): GridCell => {
    const passages = held.get(edition);
    if (passages === undefined) {
      return { state: area.published.includes(edition) ? 'published-not-held' : 'not-published', edition };
    }
    return passages > 0 ? { state: 'reported', edition, passages } : { state: 'nothing-found', edition };
  });
  const newestHeld = Math.max(...held.keys());
  return {
    area,
    name: areaNameIn(area, newestHeld),
    cells,
    passages: [...held.values()].reduce((sum, passages) => sum + passages, 0),
    last: cells.findLast(({ state }) => state === 'reported')?.edition ?? null,
    newestHeld,
  };
}
