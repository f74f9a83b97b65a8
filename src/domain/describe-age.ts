import type { LineagePassage } from './lineage.ts';

/**
 * A passage's age in a few words for a margin: "word for word since 2017", "reworded in 2023", "new in 2023". Null in
 * the oldest edition held, of which nothing earlier is known.
 * @param held editions held of its area, oldest first
 */
export function describeAge(
  { edition, first, since }: Pick<LineagePassage, 'edition' | 'first' | 'since'>,
  held: readonly number[],
): string | null {
  if (since < edition) return `word for word since ${since}`;
  const before = held[held.indexOf(edition) - 1];
  if (before === undefined) return null;
  // Where an edition between is missing, nobody knows in which of them it came.
  const when = before === edition - 1 ? `in ${edition}` : `after ${before}`;
  return first < edition ? `reworded ${when}` : `new ${when}`;
}
