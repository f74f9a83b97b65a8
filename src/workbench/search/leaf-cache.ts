import type { PassageSet } from '../../search/passage-set.ts';

/** What words are worth where, and what finding it took, in the store's steps. */
export interface LoadedLeaf {
  readonly set: PassageSet;
  readonly cost: number;
}

/** Remembers what words were worth where; what was asked for longest ago goes first. */
export interface LeafCache {
  find(key: string): LoadedLeaf | null;
  keep(key: string, leaf: LoadedLeaf): void;
}

/** @param most bytes that all sets together may take */
export function createLeafCache(most: number): LeafCache {
  const sets = new Map<string, LoadedLeaf>();
  let held = 0;
  return {
    find(key) {
      const leaf = sets.get(key);
      if (leaf === undefined) return null;
      sets.delete(key);
      sets.set(key, leaf);
      return leaf;
    },
    keep(key, leaf) {
      if (sets.has(key)) return;
      sets.set(key, leaf);
      held += sizeOf(leaf);
      for (const [oldest, one] of sets) {
        if (held <= most) break;
        sets.delete(oldest);
        held -= sizeOf(one);
      }
    },
  };
}

function sizeOf({ set: { ids, scores } }: LoadedLeaf): number {
  return ids.byteLength + (scores?.byteLength ?? 0) + 200;
}
