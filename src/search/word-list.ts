import { stem } from './stem.ts';

/** The words of a library, for finding the forms of one. */
export interface WordList {
  /** All words of the library that have the stem of this one; the word itself first, whether it is there or not. */
  formsOf(word: string): readonly string[];
  /** @param form `stem`: the word or another with its stem; `exact`: the word itself */
  has(word: string, form: 'stem' | 'exact'): boolean;
  /** Adds words met since; those known already change nothing. */
  add(words: Iterable<string>): void;
  readonly size: number;
}

export function createWordList(): WordList {
  const known = new Set<string>();
  const byStem = new Map<string, string[]>();
  return {
    get size() {
      return known.size;
    },
    has: (word, form) => (form === 'exact' ? known.has(word) : byStem.has(stem(word))),
    add(words) {
      for (const word of words) {
        if (known.has(word)) continue;
        known.add(word);
        const root = stem(word);
        const forms = byStem.get(root);
        if (forms === undefined) byStem.set(root, [word]);
        else forms.push(word);
      }
    },
    formsOf(word) {
      const forms = byStem.get(stem(word)) ?? [];
      return [word, ...forms.filter((form) => form !== word).sort()];
    },
  };
}
