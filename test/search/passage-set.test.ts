import { describe, expect, it } from 'vitest';
import {
  intersect,
  keep,
  maskOf,
  type PassageSet,
  setOf,
  unite,
  uniteAll,
} from '../../src/search/passage-set.ts';
import { type Random, seed } from './random.ts';

const SIZE = 400;

function makeSet(random: Random): PassageSet {
  const among = random.pick([3, 40, SIZE]);
  const count = random.upTo(random.pick([1, 5, among]) + 1);
  const ids = [...new Set(random.many(count, () => random.upTo(among)))].sort((a, b) => a - b);
  // Quarters add up without rounding.
  const scores = random.upTo(3) === 0 ? null : Float32Array.from(ids, () => random.upTo(40) / 4);
  return { ids: Int32Array.from(ids), scores };
}

/** The set as it is plain to read: passages and what each is worth. */
function plain({ ids, scores }: PassageSet): [number, number][] {
  return Array.from(ids, (id, i) => [id, scores?.[i] ?? 0]);
}

function naive(sets: readonly PassageSet[], isWanted: (id: number) => boolean): [number, number][] {
  const maps = sets.map((set) => new Map(plain(set)));
  const ids = Array.from({ length: SIZE }, (_, id) => id).filter(isWanted);
  return ids.map((id) => [id, maps.reduce((sum, map) => sum + (map.get(id) ?? 0), 0)]);
}

describe('sets of passages', () => {
  it('meet, join and leave out as plain sets do, and add up what passages are worth', () => {
    const random = seed(11);
    for (let i = 0; i < 2_000; i += 1) {
      const [a, b, c] = [makeSet(random), makeSet(random), makeSet(random)];
      const [inA, inB, inC] = [a, b, c].map(({ ids }) => new Set(ids)) as [
        Set<number>,
        Set<number>,
        Set<number>,
      ];
      expect(plain(intersect(a, b))).toEqual(naive([a, b], (id) => inA.has(id) && inB.has(id)));
      expect(plain(unite(a, b))).toEqual(naive([a, b], (id) => inA.has(id) || inB.has(id)));
      expect(plain(uniteAll([a, b, c], SIZE))).toEqual(
        naive([a, b, c], (id) => inA.has(id) || inB.has(id) || inC.has(id)),
      );
      expect(plain(keep(a, maskOf(b, SIZE)))).toEqual(naive([a], (id) => inA.has(id) && inB.has(id)));
      expect(plain(keep(a, maskOf(b, SIZE, true)))).toEqual(naive([a], (id) => inA.has(id) && !inB.has(id)));
      expect([...setOf(maskOf(a, SIZE)).ids]).toEqual([...a.ids]);
    }
  });

  it('are worth nothing if none of their passages is', () => {
    const some = { ids: Int32Array.of(1, 2), scores: null };
    expect(intersect(some, some).scores).toBeNull();
    expect(unite(some, some).scores).toBeNull();
    expect(uniteAll([some, some], SIZE).scores).toBeNull();
  });
});
