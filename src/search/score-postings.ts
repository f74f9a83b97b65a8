import type { PassageSet } from './passage-set.ts';

/** Where a pattern stands: passages by their numbers in the index, ascending, and how often; null: not counted. */
export interface Occurrences {
  readonly ids: Int32Array;
  readonly counts: Uint8Array | null;
}

/** What is known of all passages together. */
export interface Collection {
  readonly passages: number;
  /** Words of each passage, by its number. */
  readonly lengths: Uint16Array;
  readonly averageLength: number;
}

/** The usual constants of BM25 (Robertson and Zaragoza 2009, 3.2): how fast repeats and length stop to matter. */
const K1 = 1.2;
const B = 0.75;

/**
 * What a pattern is worth in each passage by BM25: the forms of a word count as one word, so that a rare form is
 * worth no more than a frequent one.
 */
export function scoreOccurrences({ ids, counts }: Occurrences, collection: Collection): PassageSet {
  const { passages, lengths, averageLength } = collection;
  const rarity = Math.log(1 + (passages - ids.length + 0.5) / (ids.length + 0.5));
  const scores = new Float32Array(ids.length);
  for (let i = 0; i < ids.length; i += 1) {
    const count = counts?.[i] ?? 1;
    const length = (lengths[ids[i] ?? 0] ?? 0) / averageLength;
    scores[i] = (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
  }
  return { ids, scores };
}
