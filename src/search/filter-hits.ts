import type { Denominator } from '../domain/search-answer.ts';
import type { PassageIndex } from './passage-index.ts';
import type { PassageSet } from './passage-set.ts';

/** Filters beside a query: 1 where a report or place is wanted; null where all are. */
export interface HitFilter {
  readonly years: Uint8Array | null;
  readonly areas: Uint8Array | null;
  readonly topics: Uint8Array | null;
  readonly sections: Uint8Array | null;
}

/** Hits under all filters, and the counts from which each facet is made: each leaves its own filter out. */
export interface FilteredHits {
  readonly hits: PassageSet;
  /** Hits of each report under the filters by topic and section. */
  readonly byReport: Int32Array;
  /** Hits in each place under the filters by year, area and section. */
  readonly byPlace: Int32Array;
}

/** One pass over all that a query finds. */
export function filterHits(found: PassageSet, filter: HitFilter, index: PassageIndex): FilteredHits {
  const { ids, scores } = found;
  const { reportOf, placeOf } = index;
  const byReport = new Int32Array(index.heads.length);
  const byPlace = new Int32Array(index.places.length);
  const kept = new Int32Array(ids.length);
  const worth = scores === null ? null : new Float32Array(ids.length);
  let count = 0;
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i] ?? 0;
    const report = reportOf[id] ?? 0;
    const place = placeOf[id] ?? 0;
    if (filter.sections !== null && filter.sections[place] !== 1) continue;
    const inReport =
      (filter.years === null || filter.years[report] === 1) &&
      (filter.areas === null || filter.areas[report] === 1);
    const inTopic = filter.topics === null || filter.topics[place] === 1;
    if (inTopic) byReport[report] = (byReport[report] ?? 0) + 1;
    if (inReport) byPlace[place] = (byPlace[place] ?? 0) + 1;
    if (!inReport || !inTopic) continue;
    if (worth !== null) worth[count] = scores?.[i] ?? 0;
    kept[count++] = id;
  }
  return {
    hits: { ids: kept.subarray(0, count), scores: worth?.subarray(0, count) ?? null },
    byReport,
    byPlace,
  };
}

/** @param mask passages that filters typed into the query leave; null: all */
export function countDenominator(
  filter: HitFilter,
  mask: Uint8Array | null,
  index: PassageIndex,
): Denominator {
  const total = { reports: 0, passages: 0, words: 0 };
  countEachReport(filter, mask, index, (_, passages, words) => {
    total.reports += passages > 0 ? 1 : 0;
    total.passages += passages;
    total.words += words;
  });
  return total;
}

/** Tells what the filters leave of each report that they do not leave out as a whole; it may be nothing. */
export function countEachReport(
  filter: HitFilter,
  mask: Uint8Array | null,
  { heads, starts, placeOf, lengths }: PassageIndex,
  tell: (report: number, passages: number, words: number) => void,
): void {
  for (let report = 0; report < heads.length; report += 1) {
    if (filter.years !== null && filter.years[report] !== 1) continue;
    if (filter.areas !== null && filter.areas[report] !== 1) continue;
    let passages = 0;
    let words = 0;
    const end = starts[report + 1] ?? 0;
    for (let id = starts[report] ?? 0; id < end; id += 1) {
      const place = placeOf[id] ?? 0;
      if (filter.topics !== null && filter.topics[place] !== 1) continue;
      if (filter.sections !== null && filter.sections[place] !== 1) continue;
      if (mask !== null && mask[id] !== 1) continue;
      passages += 1;
      words += lengths[id] ?? 0;
    }
    tell(report, passages, words);
  }
}
