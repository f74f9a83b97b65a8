import { makeRandom } from '../random.ts';

/** Random choices that are the same for the same seed. */
export interface Random {
  /** A whole number from 0, below `most`. */
  upTo(most: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  many<T>(length: number, make: () => T): T[];
}

export function seed(number: number): Random {
  const random = makeRandom(number);
  const upTo = (most: number): number => Math.floor(random() * most);
  return {
    upTo,
    pick: (list) => list[upTo(list.length)] ?? list[0],
    many: (length, make) => Array.from({ length }, make),
  };
}
