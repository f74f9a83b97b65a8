import { Problem } from '../../domain/problem.ts';
import type { NearPattern, WordPattern } from '../../domain/word-pattern.ts';

/** Ways in which the forms of words may combine; each is a phrase that FTS5 looks for. */
const MOST_COMBINATIONS = 2_000;

/** The pattern as an FTS5 query: the phrases it stands for, joined by OR. */
export function compileWords(pattern: WordPattern): string {
  const phrases = listPhrases(pattern);
  requireFew(phrases.length);
  return phrases.join(' OR ');
}

/** Each pair of phrases as a NEAR group of FTS5, joined by OR. */
export function compileNear({ left, right, distance }: NearPattern): string {
  const ones = left.flatMap(listPhrases);
  const others = right.flatMap(listPhrases);
  requireFew(ones.length * others.length);
  return ones
    .flatMap((one) =>
      // A group of equal phrases would be satisfied by one of them.
      others.map((other) => (one === other ? one : `NEAR(${one} ${other}, ${distance})`)),
    )
    .join(' OR ');
}

function listPhrases({ places, prefix }: WordPattern): string[] {
  let phrases: readonly (readonly string[])[] = [[]];
  for (const words of places) {
    requireFew(phrases.length * words.length);
    phrases = phrases.flatMap((phrase) => words.map((word) => [...phrase, word]));
  }
  return phrases.map((phrase) => {
    const words = prefix === null ? phrase : [...phrase, prefix];
    // Words hold letters, digits and their marks only, but nothing here should rest on that.
    return `"${words.join(' ').replaceAll('"', '""')}"${prefix === null ? '' : ' *'}`;
  });
}

function requireFew(combinations: number): void {
  if (combinations <= MOST_COMBINATIONS) return;
  throw new Problem('invalid-input', 'The words have too many forms together to be looked for.', [
    `They combine in ${combinations.toLocaleString('en-US')} ways; at most ${MOST_COMBINATIONS.toLocaleString('en-US')} can be searched. Quotation marks look for words exactly as written.`,
  ]);
}
