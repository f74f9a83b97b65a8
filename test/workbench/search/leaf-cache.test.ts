import { describe, expect, it } from 'vitest';
import { createLeafCache, type LoadedLeaf } from '../../../src/workbench/search/leaf-cache.ts';

const leaf = (cost: number): LoadedLeaf => ({ set: { ids: new Int32Array(200), scores: null }, cost });

describe('what is remembered of words', () => {
  it('is forgotten when there is no more room, what was asked for longest ago first', () => {
    const cache = createLeafCache(2_500);
    for (const [cost, key] of ['a', 'b', 'c'].entries()) {
      cache.keep(key, leaf(cost));
      cache.find('a');
    }
    expect(cache.find('a')?.cost).toBe(0);
    expect(cache.find('b')).toBeNull();
    expect(cache.find('c')?.cost).toBe(2);
  });
});
