import type { Database, Statement } from 'better-sqlite3';
import type { NearPattern, WordPattern } from '../../domain/word-pattern.ts';

/** How a pattern is best found, and what it takes in steps: one for each place of a word that is read. */
export interface SearchPlan {
  /**
   * `phrases`: FTS5 is asked for every phrase that the forms of the words can make. `candidates`: it is asked for the
   * passages that have the words at all; then their texts are read, or all places of the words.
   */
  readonly way: 'phrases' | 'candidates';
  /** Of the phrases, or of all places. */
  readonly cost: number;
}

/** What sorting and comparing a place takes besides reading it. */
const STEPS_A_PLACE = 4;

/** What FTS5 does for each passage that has the rarest word of a phrase. */
const STEPS_A_PASSAGE = 2;

/** What FTS5 does for each word of each phrase before it looks at any passage. */
const STEPS_A_WORD = 1_000;

/** Phrases an FTS5 query may have at all. */
const MOST_PHRASES = 2_000;

/** How frequent words are in the full text, and so how costly patterns. */
export class WordFrequencies {
  readonly #word: Statement<[string], Row>;
  readonly #prefix: Statement<[string, string], Row>;
  readonly #known = new Map<string, Row>();

  /** @param database with the table `word` over the full text in its temporary part */
  constructor(database: Database) {
    this.#word = database.prepare<[string], Row>('SELECT doc, cnt FROM temp.word WHERE term = ?');
    this.#prefix = database.prepare<[string, string], Row>(
      'SELECT sum(doc) AS doc, sum(cnt) AS cnt FROM temp.word WHERE term >= ? AND term < ?',
    );
  }

  /** In how many passages words stand, those with several of them counted several times. */
  countPassages(words: readonly string[]): number {
    return sum(words.map((word) => this.#count(word).doc));
  }

  /** @param mayAskPhrases false where FTS5 could find one word twice */
  plan(pattern: WordPattern | NearPattern, mayAskPhrases: boolean): SearchPlan {
    const sides = 'places' in pattern ? [[pattern]] : [pattern.left, pattern.right];
    const count = multiply(sides.map((side) => sum(side.map(countPhrases))));
    const words = sum(sides.map((side) => Math.max(...side.map(({ places }) => places.length + 1))));
    const phrases =
      mayAskPhrases && count <= MOST_PHRASES
        ? this.#weighPhrases(sides) * STEPS_A_PASSAGE + count * words * STEPS_A_WORD
        : null;
    // One phrase is cheaper than any reading.
    if (phrases !== null && count === 1) return { way: 'phrases', cost: phrases };
    const places = this.#weighPlaces(sides.flat()) * STEPS_A_PLACE;
    return phrases !== null && phrases <= places
      ? { way: 'phrases', cost: phrases }
      : { way: 'candidates', cost: places };
  }

  #weighPhrases(sides: readonly (readonly WordPattern[])[]): number {
    const rarest = sides
      .map((side) => side.flatMap((pattern) => this.#listRarest(pattern)))
      .reduce((ones, others) => ones.flatMap((one) => others.map((other) => Math.min(one, other))));
    return sum(rarest);
  }

  /** For each phrase of a pattern in how many passages its rarest word stands; a prefix is put together for each. */
  #listRarest({ places, prefix }: WordPattern): readonly number[] {
    const rarest = places.reduce<readonly number[]>(
      (some, words) => some.flatMap((one) => words.map((word) => Math.min(one, this.#count(word).doc))),
      [Number.POSITIVE_INFINITY],
    );
    const more = prefix === null ? 0 : this.#countPrefix(prefix).cnt;
    return prefix === null ? rarest : rarest.map((one) => Math.min(one, more) + more);
  }

  #weighPlaces(patterns: readonly WordPattern[]): number {
    const words = new Set(patterns.flatMap(({ places }) => places.flat()));
    const prefixes = new Set(patterns.flatMap(({ prefix }) => prefix ?? []));
    return (
      sum([...words].map((word) => this.#count(word).cnt)) +
      sum([...prefixes].map((prefix) => this.#countPrefix(prefix).cnt))
    );
  }

  #count(word: string): Row {
    const row = this.#known.get(word) ?? this.#word.get(word) ?? NEVER;
    this.#known.set(word, row);
    return row;
  }

  #countPrefix(prefix: string): Row {
    const key = `${prefix}*`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { doc, cnt } = this.#prefix.get(prefix, endOf(prefix)) ?? NEVER;
    const row = { doc: doc ?? 0, cnt: cnt ?? 0 };
    this.#known.set(key, row);
    return row;
  }
}

/** The first word in the index's order that does not begin so. */
export function endOf(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}

interface Row {
  readonly doc: number;
  readonly cnt: number;
}

const NEVER: Row = { doc: 0, cnt: 0 };

function countPhrases({ places }: WordPattern): number {
  return multiply(places.map(({ length }) => length));
}

function multiply(numbers: readonly number[]): number {
  return numbers.reduce((product, one) => product * one, 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
