import type { Database, Statement } from 'better-sqlite3';
import type { NearPattern, WordPattern } from '../../domain/word-pattern.ts';
import { endOf } from './search-cost.ts';

/** No passage has as many words; keeps the words of one passage apart from those of the next. */
const WORDS_A_PASSAGE = 2 ** 20;

/**
 * Finds patterns by the places of their words, where the full text cannot be asked for them as they are. Its cost grows
 * with how often the words stand in the library, and not with the number of ways in which they combine.
 */
export class WordPlaces {
  readonly #docs: Statement<[string], number>;
  readonly #offsets: Statement<[string], number>;
  readonly #words: Statement<[string, string], string>;

  /** @param database with the tables `word` and `occurrence` over the full text in its temporary part */
  constructor(database: Database) {
    // Two lists of numbers are read faster than one of pairs; both are in the order of the index.
    this.#docs = database.prepare<[string], number>('SELECT doc FROM temp.occurrence WHERE term = ?').pluck();
    this.#offsets = database
      .prepare<[string], number>('SELECT offset FROM temp.occurrence WHERE term = ?')
      .pluck();
    this.#words = database
      .prepare<[string, string], string>('SELECT term FROM temp.word WHERE term >= ? AND term < ?')
      .pluck();
  }

  /** Those of the candidates in which the words stand in a row; ascending, as they are given. */
  findWords(pattern: WordPattern, candidates: readonly number[]): number[] {
    const starts = this.#findSpans([pattern], new Reading(candidates)).map(({ starts }) => starts);
    return pick(
      candidates,
      starts.flatMap((some) => [...new Set(Array.from(some, passageOf))]),
    );
  }

  /** Those of the candidates in which one of the left stands near one of the right; ascending. */
  findNear({ left, right, distance }: NearPattern, candidates: readonly number[]): number[] {
    const reading = new Reading(candidates);
    const lefts = this.#findSpans(left, reading);
    const rights = this.#findSpans(right, reading);
    const found = [...listFollowed(lefts, rights, distance), ...listFollowed(rights, lefts, distance)];
    return pick(candidates, found);
  }

  #findSpans(patterns: readonly WordPattern[], reading: Reading): Spans[] {
    return patterns.map(({ places, prefix }) => {
      const all = prefix === null ? places : [...places, this.#listWords(prefix)];
      const [first = new Float64Array(0), ...rest] = all.map((words) =>
        reading.joinPlaces(words, (word) => this.#read(word)),
      );
      return {
        length: all.length,
        starts: rest.reduce((starts, next, i) => keepFollowed(starts, next, i + 1), first),
      };
    });
  }

  #read(word: string): WordReading {
    return { docs: this.#docs.all(word), offsets: this.#offsets.all(word) };
  }

  #listWords(prefix: string): readonly string[] {
    return this.#words.all(prefix, endOf(prefix));
  }
}

interface WordReading {
  readonly docs: readonly number[];
  readonly offsets: readonly number[];
}

/** Where patterns of one length begin: the passage's place among the candidates and the word's place in it. */
interface Spans {
  readonly length: number;
  readonly starts: Float64Array;
}

/** The places of words in the candidates, each word read once. */
class Reading {
  readonly #candidates: readonly number[];
  readonly #known = new Map<string, Float64Array>();

  constructor(candidates: readonly number[]) {
    this.#candidates = candidates;
  }

  joinPlaces(words: readonly string[], read: (word: string) => WordReading): Float64Array {
    const lists = words.map((word) => this.#placesOf(word, read)).filter(({ length }) => length > 0);
    const [only = new Float64Array(0)] = lists;
    if (lists.length <= 1) return only;
    const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const list of lists) {
      all.set(list, at);
      at += list.length;
    }
    return all.sort();
  }

  #placesOf(word: string, read: (word: string) => WordReading): Float64Array {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const { docs, offsets } = read(word);
    const places = new Float64Array(docs.length);
    let count = 0;
    let candidate = 0;
    for (let i = 0; i < docs.length; i += 1) {
      const doc = docs[i] ?? 0;
      while (candidate < this.#candidates.length && (this.#candidates[candidate] ?? 0) < doc) candidate += 1;
      if (this.#candidates[candidate] !== doc) continue;
      places[count++] = candidate * WORDS_A_PASSAGE + (offsets[i] ?? 0);
    }
    const found = places.subarray(0, count);
    this.#known.set(word, found);
    return found;
  }
}

/** Those that have one of `next` so many words behind them. */
function keepFollowed(starts: Float64Array, next: Float64Array, behind: number): Float64Array {
  const kept = new Float64Array(Math.min(starts.length, next.length));
  let count = 0;
  let at = 0;
  for (const start of starts) {
    while (at < next.length && (next[at] ?? 0) < start + behind) at += 1;
    if (next[at] === start + behind) kept[count++] = start;
  }
  return kept.subarray(0, count);
}

/** Candidates in which one of `first` ends before one of `second` begins, with at most `distance` words between. */
function listFollowed(first: readonly Spans[], second: readonly Spans[], distance: number): number[] {
  const found: number[] = [];
  for (const { length, starts } of first) {
    for (const { starts: others } of second) {
      let at = 0;
      let last = -1;
      for (const start of starts) {
        const end = start + length;
        while (at < others.length && (others[at] ?? 0) < end) at += 1;
        const other = others[at];
        if (other === undefined) break;
        const passage = passageOf(start);
        if (passage === last || other - end > distance || passageOf(other) !== passage) continue;
        found.push(passage);
        last = passage;
      }
    }
  }
  return found;
}

function passageOf(place: number): number {
  return Math.floor(place / WORDS_A_PASSAGE);
}

function pick(candidates: readonly number[], places: readonly number[]): number[] {
  return [...new Set(places)].sort((a, b) => a - b).flatMap((place) => candidates[place] ?? []);
}
