import type { Database, Statement } from 'better-sqlite3';
import type { NearPattern, WordPattern } from '../../domain/word-pattern.ts';
import type { Postings } from '../store-snapshot.ts';
import { compileNear, compileWords } from './full-text-query.ts';
import { passageRange, versionOf } from './passage-id.ts';

const LARGEST_COUNT = 255;

/** Asks the full text which passages have which words. */
export class FullText {
  readonly #matches: Statement<[string], number>;
  readonly #occurrences: Statement<[string], number>;
  readonly #words: Statement<[], string>;
  readonly #passages: Statement<[string], number>;
  readonly #counted = new Map<string, number>();

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
    this.#passages = database.prepare<[string], number>('SELECT doc FROM temp.word WHERE term = ?').pluck();
    this.#words = database.prepare<[], string>('SELECT term FROM temp.word').pluck();
  }

  listWords(): readonly string[] {
    return this.#words.all();
  }

  countPassages(word: string): number {
    const known = this.#counted.get(word);
    if (known !== undefined) return known;
    const count = this.#passages.get(word) ?? 0;
    this.#counted.set(word, count);
    return count;
  }

  /** @param placeOf a version's place among the reports, by its id */
  findWords(pattern: WordPattern, placeOf: ReadonlyMap<number, number>): Postings {
    const [words] = pattern.places;
    return words !== undefined && pattern.places.length === 1 && pattern.prefix === null
      ? this.#countWords(words, placeOf)
      : toPostings(this.#matches.all(compileWords(pattern)), placeOf);
  }

  findNear(pattern: NearPattern, placeOf: ReadonlyMap<number, number>): Postings {
    return toPostings(this.#matches.all(compileNear(pattern)), placeOf);
  }

  /** Single words come with their number in each passage, which a match does not tell. */
  #countWords(words: readonly string[], placeOf: ReadonlyMap<number, number>): Postings {
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
    return toPostings(ids.subarray(0, last + 1), placeOf, counts.subarray(0, last + 1));
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
  counts: Uint8Array | null = null,
): Postings {
  const sorted = {
    reports: new Int32Array(ids.length),
    orders: new Int32Array(ids.length),
    counts: counts === null ? null : new Uint8Array(ids.length),
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
