import type { Catalog } from '../../domain/catalog.ts';
import type { FacetCount, SearchFacets } from '../../domain/search-answer.ts';
import type { FilteredHits, HitFilter } from '../../search/filter-hits.ts';
import type { PassageIndex } from '../../search/passage-index.ts';

/** Counts by edition (newest first), area and region (by name), and topic (in the order for readers). */
export function countFacets(
  { byReport, byPlace }: FilteredHits,
  { heads, places }: PassageIndex,
  filter: HitFilter,
  catalog: Catalog,
): SearchFacets {
  const editions = new Map<number, number>();
  const areas = new Map<string, number>();
  const topics = new Map<string, number>();
  heads.forEach(({ edition, area }, report) => {
    const hits = byReport[report] ?? 0;
    if (hits === 0) return;
    if (filter.areas === null || filter.areas[report] === 1) add(editions, edition, hits);
    if (filter.years === null || filter.years[report] === 1) add(areas, area, hits);
  });
  places.forEach((place, i) => {
    const hits = byPlace[i] ?? 0;
    if (hits > 0) for (const topic of place.topics) add(topics, topic, hits);
  });
  const regions = new Map<string, number>();
  for (const [id, hits] of areas) add(regions, catalog.getArea(id).region, hits);
  return {
    editions: pick(catalog.editions.map(({ year }) => year).reverse(), editions),
    areas: pick(
      catalog.areas.map(({ id }) => id),
      areas,
    ),
    regions: pick(
      catalog.regions.map(({ id }) => id),
      regions,
    ),
    topics: pick(
      catalog.topics.map(({ id }) => id),
      topics,
    ),
  };
}

function add<T>(counts: Map<T, number>, value: T, more: number): void {
  counts.set(value, (counts.get(value) ?? 0) + more);
}

function pick<T>(values: readonly T[], counts: ReadonlyMap<T, number>): FacetCount<T>[] {
  return values.flatMap((value) => {
    const passages = counts.get(value) ?? 0;
    return passages === 0 ? [] : { value, passages };
  });
}
