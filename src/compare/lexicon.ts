import { characterClass, isWordClass } from './character-class.ts';
import { isFunctionWord } from './function-words.ts';
import { PairTable } from './pair-table.ts';

const WORD_WEIGHT = 1.3;
const FUNCTION_WORD_WEIGHT = 0.4;
const MARK_WEIGHT = 0.15;
const SENTENCE_ENDS = new Set(['.', '!', '?', '\n']);
const PHRASE_ENDS = new Set([',', ';', ':']);

/**
 * Numbers for words and for runs of words, so that they are compared as numbers. Numbers are given as words come;
 * texts that are to be compared must share a lexicon.
 */
export class Lexicon {
  /** Spelling as printed, and with plain quotes and dashes → number. */
  readonly #tokens = new Map<string, number>();
  /** The same in lower case → number of the first spelling met. */
  readonly #folded = new Map<string, number>();
  /** For each token the token it is in lower case: what aligning passages compares. */
  readonly #foldOf: number[] = [];
  readonly #isWord: boolean[] = [];
  readonly #weights: number[] = [];
  readonly #boundaries: number[] = [];
  /** Pairs of neighbouring words. */
  readonly pairs = new PairTable();
  /** Runs of four words, each the pair of its two pairs; shorter ones with a negative second number. */
  readonly runs = new PairTable();

  get size(): number {
    return this.#foldOf.length;
  }

  tokenOf(spelling: string): number {
    const known = this.#tokens.get(spelling);
    if (known !== undefined) return known;
    const plain = plainSpelling(spelling);
    const number = this.#tokens.get(plain) ?? this.#add(plain);
    if (plain !== spelling) this.#tokens.set(spelling, number);
    return number;
  }

  /** The number under which words that differ only in case are one. */
  foldOf(token: number): number {
    return this.#foldOf[token] ?? 0;
  }

  /** False for punctuation. */
  isWord(token: number): boolean {
    return this.#isWord[token] ?? false;
  }

  /** True for “the”, “of” and their like. */
  isFunctionWord(token: number): boolean {
    return this.#weights[token] === FUNCTION_WORD_WEIGHT;
  }

  /** What it is worth to keep a token in a word difference. */
  weightOf(token: number): number {
    return this.#weights[token] ?? 0;
  }

  /** How well a change begins behind this token: 2 behind a sentence or line, 1 behind a comma, else 0. */
  boundaryOf(token: number): number {
    return this.#boundaries[token] ?? 0;
  }

  #add(plain: string): number {
    const number = this.#foldOf.length;
    const lower = plain.toLowerCase();
    const fold = this.#folded.get(lower) ?? number;
    this.#tokens.set(plain, number);
    this.#folded.set(lower, fold);
    this.#foldOf.push(fold);
    const isWord = isWordClass(characterClass(plain.charCodeAt(0)));
    this.#isWord.push(isWord);
    this.#weights.push(!isWord ? MARK_WEIGHT : isFunctionWord(lower) ? FUNCTION_WORD_WEIGHT : WORD_WEIGHT);
    this.#boundaries.push(isWord ? 0 : SENTENCE_ENDS.has(plain) ? 2 : PHRASE_ENDS.has(plain) ? 1 : 0);
    return number;
  }
}

/** Quotes, apostrophes and dashes in one form; what cannot be seen is dropped. */
function plainSpelling(spelling: string): string {
  if (isAscii(spelling)) return spelling;
  return spelling
    .replace(/[‘’‚‛ʼ′`´]/gu, "'")
    .replace(/[“”„‟″«»]/gu, '"')
    .replace(/[‐‑]/gu, '-')
    .replace(/[–—―−]/gu, '–')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .normalize('NFC');
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
