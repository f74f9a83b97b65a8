import { Problem } from '../domain/problem.ts';

/**
 * Steps that one search may take, each about an eighth of a microsecond: bounds how long others wait for it. A step is
 * one place of a word that is read, or what takes as long.
 */
export const MOST_STEPS = 2_400_000;

/** What somebody is told whose search would take more. */
export function tooCostly(): Problem {
  return new Problem('invalid-input', 'The query looks for too many frequent words at once.', [
    'Leave out the most frequent ones, such as “the”, or search in several steps. Words near each other and beginnings of words take most.',
  ]);
}
