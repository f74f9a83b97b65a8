import type { LineagePassage } from './lineage.ts';

/**
 * A passage's age in a few words for a margin: "word for word since 2017", "reworded in 2023", "new in 2023", "back in
 * 2023, last in 2019". Null in the oldest edition held, of which nothing earlier is known.
 * @param held editions held of its area, oldest first
 */
export function describeAge(
  { edition, first, since, previous }: Pick<LineagePassage, 'edition' | 'first' | 'since' | 'previous'>,
  held: readonly number[],
): string | null {
  if (since < edition) return `word for word since ${since}`;
  const before = held[held.indexOf(edition) - 1];
  if (before === undefined) return null;
  // Where an edition between is missing, nobody knows in which of them it came.
  const when = before === edition - 1 ? `in ${edition}` : `after ${before}`;
  if (previous !== null && previous.edition !== before) return `back ${when}, last in ${previous.edition}`;
  return first < edition ? `reworded ${when}` : `new ${when}`;
}
