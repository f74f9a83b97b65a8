import type { NearPattern, WordPattern } from '../../domain/word-pattern.ts';

/** True if one of the left and one of the right could have a word in common; FTS5 would call the two near each other. */
export function canOverlap({ left, right }: NearPattern): boolean {
  return left.some((one) => right.some((other) => overlap(one, other) || overlap(other, one)));
}

/** Whether `second` can begin within `first`. */
function overlap(first: WordPattern, second: WordPattern): boolean {
  const ones = listPlaces(first);
  const others = listPlaces(second);
  return ones.some((_, shift) =>
    ones.slice(shift, shift + others.length).every((one, i) => canBeOne(one, others[i] ?? [])),
  );
}

/** The words that may stand at a place, or the beginning of one. */
type Place = readonly string[] | string;

function listPlaces({ places, prefix }: WordPattern): Place[] {
  return prefix === null ? [...places] : [...places, prefix];
}

function canBeOne(one: Place, other: Place): boolean {
  if (typeof one === 'string') {
    return typeof other === 'string'
      ? one.startsWith(other) || other.startsWith(one)
      : other.some((word) => word.startsWith(one));
  }
  return typeof other === 'string' ? canBeOne(other, one) : one.some((word) => other.includes(word));
}
