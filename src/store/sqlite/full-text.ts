import type { Database, Statement } from 'better-sqlite3';
import { tokenise } from '../../domain/tokens.ts';
import {
  type NearPattern,
  type PatternFinder,
  prepareNear,
  preparePattern,
  type WordPattern,
} from '../../domain/word-pattern.ts';
import { MOST_STEPS, tooCostly } from '../search-budget.ts';
import type { Postings } from '../store-snapshot.ts';
import { compileNear, compileParts, compileSides, compileWords } from './full-text-query.ts';
import { canOverlap } from './overlapping-patterns.ts';
import { passageRange, versionOf } from './passage-id.ts';
import { type SearchPlan, WordFrequencies } from './search-cost.ts';
import { WordPlaces } from './word-places.ts';

const LARGEST_COUNT = 255;

/**
 * A word that stands in more passages says too little for its repeats to matter, and reading the places of the most
 * frequent takes longer than all other words of a query.
 */
const MOST_COUNTED = 130_000;

/** What reading a passage and walking over its words takes. */
const STEPS_A_TEXT = 250;

/** How one pattern is found in each way. */
interface Ways {
  phrases(): string;
  /** A query for all passages that could have it. */
  candidates(): string;
  finder(): PatternFinder;
  readPlaces(candidates: readonly number[]): number[];
}

/** Asks the full text which passages have which words. */
export class FullText {
  readonly #matches: Statement<[string], number>;
  readonly #occurrences: Statement<[string], number>;
  readonly #words: Statement<[], string>;
  readonly #text: Statement<[number], string>;
  readonly #places: WordPlaces;
  readonly #frequencies: WordFrequencies;

  /** @param database a connection of its own: two tables are made in its temporary part */
  constructor(database: Database) {
    database.exec(
      `CREATE VIRTUAL TABLE temp.word USING fts5vocab ('main', 'full_text', 'row');
       CREATE VIRTUAL TABLE temp.occurrence USING fts5vocab ('main', 'full_text', 'instance');`,
    );
    this.#matches = database
      .prepare<[string], number>('SELECT rowid FROM full_text WHERE full_text MATCH ? ORDER BY rowid')
      .pluck();
    this.#occurrences = database
      .prepare<[string], number>('SELECT doc FROM temp.occurrence WHERE term = ?')
      .pluck();
    this.#words = database.prepare<[], string>('SELECT term FROM temp.word').pluck();
    this.#text = database.prepare<[number], string>('SELECT text FROM full_text WHERE rowid = ?').pluck();
    this.#places = new WordPlaces(database);
    this.#frequencies = new WordFrequencies(database);
  }

  listWords(): readonly string[] {
    return this.#words.all();
  }

  countPassages(word: string): number {
    return this.#frequencies.countPassages([word]);
  }

  /** @param placeOf a version's place among the reports, by its id */
  findWords(pattern: WordPattern, placeOf: ReadonlyMap<number, number>): Postings {
    const [words] = pattern.places;
    if (words !== undefined && pattern.places.length === 1 && pattern.prefix === null)
      return this.#countWords(words, placeOf);
    return this.#find(this.#frequencies.plan(pattern, true), placeOf, {
      phrases: () => compileWords(pattern),
      candidates: () => compileParts([pattern]),
      finder: () => preparePattern(pattern),
      readPlaces: (candidates) => this.#places.findWords(pattern, candidates),
    });
  }

  findNear(pattern: NearPattern, placeOf: ReadonlyMap<number, number>): Postings {
    return this.#find(this.#frequencies.plan(pattern, !canOverlap(pattern)), placeOf, {
      phrases: () => compileNear(pattern),
      candidates: () => compileSides(pattern),
      finder: () => prepareNear(pattern),
      readPlaces: (candidates) => this.#places.findNear(pattern, candidates),
    });
  }

  #find({ way, cost }: SearchPlan, placeOf: ReadonlyMap<number, number>, ways: Ways): Postings {
    if (way === 'phrases') {
      if (cost > MOST_STEPS) throw tooCostly();
      return toPostings(this.#matches.all(ways.phrases()), placeOf, null, cost);
    }
    const candidates = this.#matches.all(ways.candidates());
    const texts = candidates.length * STEPS_A_TEXT;
    const least = candidates.length + Math.min(texts, cost);
    if (least > MOST_STEPS) throw tooCostly();
    const ids = texts < cost ? this.#readTexts(candidates, ways.finder()) : ways.readPlaces(candidates);
    return toPostings(ids, placeOf, null, least);
  }

  #readTexts(candidates: readonly number[], finder: PatternFinder): number[] {
    return candidates.filter((id) => finder.find(tokenise(this.#text.get(id) ?? '')).length > 0);
  }

  /** Single words come with their number in each passage, which a match does not tell. */
  #countWords(words: readonly string[], placeOf: ReadonlyMap<number, number>): Postings {
    if (this.#frequencies.countPassages(words) > MOST_COUNTED) {
      const ids = this.#matches.all(
        words.map((word) => compileWords({ places: [[word]], prefix: null })).join(' OR '),
      );
      return toPostings(ids, placeOf, null, ids.length);
    }
    const lists = words.map((word) => this.#occurrences.all(word)).filter(({ length }) => length > 0);
    const [only] = lists;
    const all = lists.length === 1 && only !== undefined ? only : Float64Array.from(lists.flat()).sort();
    const ids = new Float64Array(all.length);
    const counts = new Uint8Array(all.length);
    let last = -1;
    for (let i = 0; i < all.length; i += 1) {
      const id = all[i] ?? 0;
      if (last >= 0 && ids[last] === id) {
        if ((counts[last] ?? 0) < LARGEST_COUNT) counts[last] = (counts[last] ?? 0) + 1;
      } else {
        last += 1;
        ids[last] = id;
        counts[last] = 1;
      }
    }
    return toPostings(ids.subarray(0, last + 1), placeOf, counts.subarray(0, last + 1), all.length);
  }
}

/** The passages of one version among ascending ids; `end` is exclusive. */
interface Run {
  readonly report: number;
  readonly firstId: number;
  readonly start: number;
  readonly end: number;
}

/** Ids grow with the versions and not with the order of the reports, so each version's run goes to its place. */
function toPostings(
  ids: ArrayLike<number>,
  placeOf: ReadonlyMap<number, number>,
  counts: Uint8Array | null,
  cost: number,
): Postings {
  const sorted = {
    reports: new Int32Array(ids.length),
    orders: new Int32Array(ids.length),
    counts: counts === null ? null : new Uint8Array(ids.length),
    cost,
  };
  let at = 0;
  for (const { report, firstId, start, end } of listRuns(ids, placeOf)) {
    sorted.reports.fill(report, at, at + end - start);
    if (counts !== null) sorted.counts?.set(counts.subarray(start, end), at);
    for (let i = start; i < end; i += 1) sorted.orders[at++] = (ids[i] ?? 0) - firstId + 1;
  }
  return sorted;
}

function listRuns(ids: ArrayLike<number>, placeOf: ReadonlyMap<number, number>): Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < ids.length; ) {
    const version = versionOf(ids[start] ?? 0);
    const [firstId, lastId] = passageRange(version);
    const report = placeOf.get(version);
    if (report === undefined)
      throw new Error(`The full text names version ${version}, which is no newest one.`);
    let end = start + 1;
    while (end < ids.length && (ids[end] ?? 0) <= lastId) end += 1;
    runs.push({ report, firstId, start, end });
    start = end;
  }
  return runs.sort((a, b) => a.report - b.report);
}
