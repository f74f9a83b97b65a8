import { assertNever } from '../domain/assert-never.ts';
import type { PassageIndex } from './passage-index.ts';
import type { PassageSet } from './passage-set.ts';

/** `relevance`: what is worth most first, and as `newest` where no words are searched; `newest` and `oldest`: by edition, then area; `area`: by area, then edition. */
export type HitOrder = 'relevance' | 'newest' | 'oldest' | 'area';

export const HIT_ORDERS: readonly HitOrder[] = ['relevance', 'newest', 'oldest', 'area'];

/** How many of the best are found without putting all in order. */
const FEW = 2_000;

/**
 * Some of the hits in an order in which no two are equal, so that one page never repeats or skips what another shows.
 * @param areaRank the place of each area in an alphabetical list, by id
 * @returns numbers of passages
 */
export function sliceHits(
  hits: PassageSet,
  order: HitOrder,
  offset: number,
  count: number,
  index: PassageIndex,
  areaRank: ReadonlyMap<string, number>,
): number[] {
  switch (order) {
    case 'relevance':
      return hits.scores === null
        ? sliceByReport(hits, rankReports('newest', index, areaRank), offset, count, index)
        : sliceBest(hits, hits.scores, offset, count, index);
    case 'newest':
    case 'oldest':
    case 'area':
      return sliceByReport(hits, rankReports(order, index, areaRank), offset, count, index);
    default:
      return assertNever(order);
  }
}

/** Of two that are worth the same, the one in the newer report comes first, then the one that stands first. */
function sliceBest(
  { ids }: PassageSet,
  scores: Float32Array,
  offset: number,
  count: number,
  { reportOf }: PassageIndex,
): number[] {
  const end = Math.min(ids.length, offset + count);
  if (offset >= end) return [];
  const report = (place: number): number => reportOf[ids[place] ?? 0] ?? 0;
  const isBefore = (a: number, b: number): number =>
    (scores[b] ?? 0) - (scores[a] ?? 0) || report(b) - report(a) || (ids[a] ?? 0) - (ids[b] ?? 0);
  const places =
    end > FEW ? Array.from(ids, (_, i) => i).sort(isBefore) : findBest(ids.length, end, isBefore);
  return places.slice(offset, end).map((place) => ids[place] ?? 0);
}

/** The first `count` of `0 … size - 1` in an order, by a heap whose top is the last of those kept. */
function findBest(size: number, count: number, compare: (a: number, b: number) => number): number[] {
  const heap: number[] = [];
  const at = (i: number): number => heap[i] ?? 0;
  const swap = (i: number, j: number): void => {
    const kept = at(i);
    heap[i] = at(j);
    heap[j] = kept;
  };
  const sink = (from: number): void => {
    for (let i = from; ; ) {
      let last = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < heap.length && compare(at(child), at(last)) > 0) last = child;
      }
      if (last === i) return;
      swap(i, last);
      i = last;
    }
  };
  for (let place = 0; place < size; place += 1) {
    if (heap.length < count) {
      heap.push(place);
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1;
        if (compare(at(i), at(parent)) <= 0) break;
        swap(i, parent);
        i = parent;
      }
    } else if (compare(place, at(0)) < 0) {
      heap[0] = place;
      sink(0);
    }
  }
  return heap.sort(compare);
}

/** Reports' places in `heads`, in order. */
export function rankReports(
  order: Exclude<HitOrder, 'relevance'>,
  { heads }: PassageIndex,
  areaRank: ReadonlyMap<string, number>,
): number[] {
  const rank = (report: number): number => areaRank.get(heads[report]?.area ?? '') ?? 0;
  const year = (report: number): number => heads[report]?.edition ?? 0;
  const compare: Readonly<Record<typeof order, (a: number, b: number) => number>> = {
    newest: (a, b) => year(b) - year(a) || rank(a) - rank(b),
    oldest: (a, b) => year(a) - year(b) || rank(a) - rank(b),
    area: (a, b) => rank(a) - rank(b) || year(b) - year(a),
  };
  return heads.map((_, report) => report).sort(compare[order]);
}

function sliceByReport(
  { ids }: PassageSet,
  reports: readonly number[],
  offset: number,
  count: number,
  { starts }: PassageIndex,
): number[] {
  const slice: number[] = [];
  let passed = 0;
  for (const report of reports) {
    const from = firstNotBefore(ids, starts[report] ?? 0);
    const to = firstNotBefore(ids, starts[report + 1] ?? 0);
    const skip = Math.max(0, offset - passed);
    for (let i = from + skip; i < to && slice.length < count; i += 1) slice.push(ids[i] ?? 0);
    passed += to - from;
    if (slice.length === count) break;
  }
  return slice;
}

function firstNotBefore(ids: Int32Array, id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
