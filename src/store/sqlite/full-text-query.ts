import type { NearPattern, WordPattern } from '../../domain/word-pattern.ts';

/** The pattern as an FTS5 query: the phrases it stands for, joined by OR. */
export function compileWords(pattern: WordPattern): string {
  return listPhrases(pattern).join(' OR ');
}

/** Each pair of phrases as a NEAR group of FTS5, joined by OR. Only where they cannot overlap. */
export function compileNear({ left, right, distance }: NearPattern): string {
  const others = right.flatMap(listPhrases);
  return left
    .flatMap(listPhrases)
    .flatMap((one) => others.map((other) => `NEAR(${one} ${other}, ${distance})`))
    .join(' OR ');
}

/** A query for all passages that have one of the words of every place, in whatever order. */
export function compileParts(patterns: readonly WordPattern[]): string {
  return patterns
    .map(({ places, prefix }) => {
      const parts = places.map((words) => `(${words.map((word) => quote(word)).join(' OR ')})`);
      return `(${(prefix === null ? parts : [...parts, `${quote(prefix)} *`]).join(' AND ')})`;
    })
    .join(' OR ');
}

/** The same for both sides of a NEAR. */
export function compileSides({ left, right }: NearPattern): string {
  return `(${compileParts(left)}) AND (${compileParts(right)})`;
}

function listPhrases({ places, prefix }: WordPattern): string[] {
  let phrases: readonly (readonly string[])[] = [[]];
  for (const words of places) {
    phrases = phrases.flatMap((phrase) => words.map((word) => [...phrase, word]));
  }
  return phrases.map((phrase) => {
    const words = prefix === null ? phrase : [...phrase, prefix];
    return `${quote(words.join(' '))}${prefix === null ? '' : ' *'}`;
  });
}

/** Words hold letters, digits and their marks only, but nothing here should rest on that. */
function quote(words: string): string {
  return `"${words.replaceAll('"', '""')}"`;
}
