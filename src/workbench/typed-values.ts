import type { ProblemList } from './problem-list.ts';
import { showValue } from './problem-list.ts';

const MOST_CHARACTERS = 20_000;
const MOST_VALUES = 400;
/** No name, label or topic is longer. */
const LONGEST_VALUE = 300;
/** "Israel, West Bank, and Gaza" comes in three pieces; no name has more than six. */
const MOST_PIECES = 6;

/**
 * The values of one parameter, cut at commas and trimmed. Null if the parameter is not to be read at all: it is
 * too long, or has too many values, and the problem has been noted.
 */
export function splitValues(
  name: string,
  typed: readonly string[],
  problems: ProblemList,
): readonly string[] | null {
  const characters = typed.reduce((sum, value) => sum + value.length + 1, -1);
  if (characters > MOST_CHARACTERS) {
    problems.add(
      () =>
        `${name}: ${characters.toLocaleString('en-US')} characters are too many; give at most ${MOST_CHARACTERS.toLocaleString('en-US')}, or “all”.`,
    );
    return null;
  }
  const values = typed
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
  if (values.length > MOST_VALUES) {
    problems.add(
      () =>
        `${name}: ${values.length.toLocaleString('en-US')} values are too many; give at most ${MOST_VALUES}, or “all”.`,
    );
    return null;
  }
  return values.filter((value) => {
    if (!/\p{Cc}/u.test(value)) return true;
    problems.add(() => `${name}: ${showValue(value)} holds a control character; take it out.`);
    return false;
  });
}

/**
 * Finds what each value stands for. Since names may hold commas, neighbours are also tried together, the longest
 * first; `isOneName` decides whether values that have a meaning each are meant as one name all the same.
 */
export function resolveValues<T>(
  values: readonly string[],
  find: (text: string) => T | null,
  isOneName: (text: string, found: T) => boolean,
  onUnknown: (value: string) => void,
): T[] {
  const findShort = (text: string) => (text.length > LONGEST_VALUE ? null : find(text));
  const found: T[] = [];
  for (let i = 0; i < values.length; ) {
    const joined = findJoined(values.slice(i, i + MOST_PIECES), findShort, isOneName);
    if (joined !== null) {
      found.push(joined.found);
      i += joined.pieces;
      continue;
    }
    const value = values[i] ?? '';
    const one = findShort(value);
    if (one === null) onUnknown(value);
    else found.push(one);
    i += 1;
  }
  return found;
}

function findJoined<T>(
  values: readonly string[],
  find: (text: string) => T | null,
  isOneName: (text: string, found: T) => boolean,
): { found: T; pieces: number } | null {
  for (let pieces = values.length; pieces > 1; pieces -= 1) {
    const neighbours = values.slice(0, pieces);
    const text = neighbours.join(', ');
    const found = find(text);
    if (found === null) continue;
    if (isOneName(text, found) || neighbours.some((value) => find(value) === null)) return { found, pieces };
  }
  return null;
}

/** The values without repeats, in order; two are the same if they are written the same. */
export function dropRepeats<T>(values: readonly T[], write: (value: T) => string): T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const written = write(value);
    if (seen.has(written)) return false;
    seen.add(written);
    return true;
  });
}
