import { BREAK, characterClass, JOINER, MARK, SPACE, UNSEEN } from './character-class.ts';
import type { Lexicon } from './lexicon.ts';

/** A list of numbers that grows. */
export class NumberList {
  #numbers: Int32Array;
  #length = 0;

  constructor(expected: number) {
    this.#numbers = new Int32Array(Math.max(16, expected));
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const grown = new Int32Array(this.#length * 2);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** The numbers as they are; not a copy. */
  finish(): Int32Array {
    return this.#numbers.subarray(0, this.#length);
  }
}

/** Tokens of one or many texts, one after the other. */
export interface TokenLists {
  readonly tokens: NumberList;
  /** Where each ends in its text, exclusive. It begins where the one before ends, white space first. */
  readonly ends: NumberList;
}

export function makeTokenLists(characters: number): TokenLists {
  const expected = characters >> 2;
  return { tokens: new NumberList(expected), ends: new NumberList(expected) };
}

/**
 * Cuts a text into words and punctuation. A word keeps the signs that stand between its letters or digits; a sign
 * before or behind a word is a token of its own, so that a comma more is no other word.
 */
export function scanTokens(text: string, lexicon: Lexicon, lists: TokenLists): void {
  const { length } = text;
  const { tokens, ends } = lists;
  let at = 0;
  while (at < length) {
    const first = characterClass(text.charCodeAt(at));
    if (first === SPACE || first === UNSEEN) {
      at += 1;
      continue;
    }
    const start = at;
    at += 1;
    if (first !== MARK && first !== JOINER && first !== BREAK) {
      while (at < length) {
        const next = characterClass(text.charCodeAt(at));
        if (next === SPACE || next === MARK || next === BREAK) break;
        if (next === JOINER) {
          const beyond = at + 1 < length ? characterClass(text.charCodeAt(at + 1)) : SPACE;
          if (beyond === SPACE || beyond === MARK || beyond === JOINER || beyond === BREAK) break;
        }
        at += 1;
      }
    }
    tokens.push(lexicon.tokenOf(text.slice(start, at)));
    ends.push(at);
  }
}
