import type { PassageSet } from '../../search/passage-set.ts';

/** Remembers what words were worth where; what was asked for longest ago goes first. */
export interface LeafCache {
  find(key: string): PassageSet | null;
  keep(key: string, set: PassageSet): void;
}

/** @param most bytes that all sets together may take */
export function createLeafCache(most: number): LeafCache {
  const sets = new Map<string, PassageSet>();
  let held = 0;
  return {
    find(key) {
      const set = sets.get(key);
      if (set === undefined) return null;
      sets.delete(key);
      sets.set(key, set);
      return set;
    },
    keep(key, set) {
      if (sets.has(key)) return;
      sets.set(key, set);
      held += sizeOf(set);
      for (const [oldest, one] of sets) {
        if (held <= most) break;
        sets.delete(oldest);
        held -= sizeOf(one);
      }
    },
  };
}

function sizeOf({ ids, scores }: PassageSet): number {
  return ids.byteLength + (scores?.byteLength ?? 0) + 200;
}
