import { stemmer } from 'stemmer';

/** Stems met last; a library has some seventy thousand words. */
const MOST = 100_000;
const known = new Map<string, string>();

/**
 * The stem that a word's English forms share, by Porter's rules as the `porter` tokenizer of SQLite's FTS5 has
 * them: "detained" and "detains" give "detain". A test proves the two alike on every word of the real pages.
 * @param word lower case, without diacritics
 */
export function stem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= MOST) known.clear();
  const found = findStem(word);
  known.set(word, found);
  return found;
}

function findStem(word: string): string {
  // FTS5 leaves alone what is shorter than 3 bytes or longer than 64.
  if (word.length < 3 || Buffer.byteLength(word) > 64) return word;
  // FTS5 takes the y of "sayyed" for a doubled consonant.
  return stemmer(word.replace(/yy(ed|ing)$/, 'y$1'));
}
