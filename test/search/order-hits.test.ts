import { describe, expect, it } from 'vitest';
import { HIT_ORDERS, sliceHits } from '../../src/search/order-hits.ts';
import { joinParts, type PassageIndex } from '../../src/search/passage-index.ts';
import type { PassageSet } from '../../src/search/passage-set.ts';
import { makeReport } from '../workbench/small-library.ts';
import { type Random, seed } from './random.ts';

const AREAS = ['vel', 'osi', 'cot'];
/** By their names, which are in another order than their ids. */
const RANK = new Map([
  ['cot', 0],
  ['osi', 1],
  ['vel', 2],
]);

function makeIndex(random: Random, most: number): PassageIndex {
  const parts = [2021, 2022, 2023].flatMap((edition) =>
    [...AREAS].sort().map((area) => {
      const { sections: _, passages: __, ...head } = makeReport(edition, area, [{ key: '1' }]);
      const count = random.upTo(most);
      return { head, lengths: new Uint16Array(count), places: new Uint32Array(count) };
    }),
  );
  return joinParts(parts as never, []);
}

function makeHits(random: Random, { passages }: PassageIndex): PassageSet {
  const ids = Array.from({ length: passages }, (_, id) => id).filter(() => random.upTo(3) > 0);
  const worths = random.pick([2, 1_000]);
  return { ids: Int32Array.from(ids), scores: Float32Array.from(ids, () => random.upTo(worths)) };
}

describe('hits in an order', () => {
  it.each(HIT_ORDERS)('come page by page without repeats or gaps: %s', (order) => {
    const random = seed(21);
    for (let i = 0; i < 60; i += 1) {
      const index = makeIndex(random, 40);
      const hits = makeHits(random, index);
      const size = 1 + random.upTo(20);
      const paged: number[] = [];
      for (let at = 0; at < hits.ids.length; at += size)
        paged.push(...sliceHits(hits, order, at, size, index, RANK));
      expect(paged).toEqual(sliceHits(hits, order, 0, hits.ids.length, index, RANK));
      expect([...paged].sort((a, b) => a - b)).toEqual([...hits.ids]);
    }
  });

  it('by relevance are the best, then the newest, then the first, also where all are put in order', () => {
    const random = seed(22);
    const index = makeIndex(random, 900);
    const hits = makeHits(random, index);
    const worth = new Map(Array.from(hits.ids, (id, i) => [id, hits.scores?.[i] ?? 0]));
    const report = (id: number): number => index.reportOf[id] ?? 0;
    const sorted = [...hits.ids].sort(
      (a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0) || report(b) - report(a) || a - b,
    );
    expect(sorted.length).toBeGreaterThan(2_100);
    for (const [offset, count] of [
      [0, 20],
      [1_990, 10],
      [1_990, 20],
      [2_100, 20],
      [0, sorted.length],
    ] as const)
      expect(sliceHits(hits, 'relevance', offset, count, index, RANK)).toEqual(
        sorted.slice(offset, offset + count),
      );
  });

  it('by edition or area follow the areas’ names, and a report from its beginning', () => {
    const random = seed(23);
    const index = makeIndex(random, 9);
    const all = { ids: Int32Array.from({ length: index.passages }, (_, id) => id), scores: null };
    const rows = (order: (typeof HIT_ORDERS)[number]): (readonly [number, number, number])[] =>
      sliceHits(all, order, 0, index.passages, index, RANK).map((id) => {
        const head = index.heads[index.reportOf[id] ?? 0];
        return [head?.edition ?? 0, RANK.get(head?.area ?? '') ?? 0, id];
      });
    const by = (compare: (a: readonly number[], b: readonly number[]) => number) =>
      [...rows('newest')].sort((a, b) => compare(a, b) || a[2] - b[2]);
    const [year, area] = [0, 1];
    const diff = (a: readonly number[], b: readonly number[], i: number): number => (a[i] ?? 0) - (b[i] ?? 0);
    expect(rows('oldest')).toEqual(by((a, b) => diff(a, b, year) || diff(a, b, area)));
    expect(rows('newest')).toEqual(by((a, b) => diff(b, a, year) || diff(a, b, area)));
    expect(rows('area')).toEqual(by((a, b) => diff(a, b, area) || diff(b, a, year)));
    // Where no words are searched, nothing is more relevant than anything else.
    expect(rows('relevance')).toEqual(rows('newest'));
  });
});
