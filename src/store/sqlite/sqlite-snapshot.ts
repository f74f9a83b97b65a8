import type { Database, Statement } from 'better-sqlite3';
import { formatReportId } from '../../domain/address.ts';
import type { LibraryStamp } from '../../domain/library-stamp.ts';
import type { ReportOutline } from '../../domain/outline.ts';
import type { Passage } from '../../domain/passage.ts';
import type { PassageFacts } from '../../domain/passage-facts.ts';
import type { ReportHead } from '../../domain/report.ts';
import type { NearPattern, WordPattern } from '../../domain/word-pattern.ts';
import type { PassageSpan } from '../store.ts';
import type { Postings, StoreSnapshot } from '../store-snapshot.ts';
import { FullText } from './full-text.ts';
import { Heads } from './heads.ts';
import { passageRange } from './passage-id.ts';
import { rememberParsed } from './remember-parsed.ts';
import { ReportTexts } from './report-texts.ts';
import { explainFailure } from './store-problem.ts';
import { parseTopics } from './topic-text.ts';

type FactsRow = [section: number, words: number, underLabel: string | null, topics: string];

const EVERY_REPORT = { editions: null, areas: null };

/** A connection of its own with one read transaction: SQLite's log lets it see one state until it is closed. */
export class SqliteSnapshot implements StoreSnapshot {
  readonly revision: number;
  readonly #database: Database;
  readonly #heads: Heads;
  readonly #texts: ReportTexts;
  readonly #fullText: FullText;
  readonly #facts: Statement<[number, number], FactsRow>;
  readonly #topics = rememberParsed(parseTopics);
  /** Versions' ids by `2021/mli`, and reports' places by versions' ids. */
  readonly #versions: ReadonlyMap<string, number>;
  readonly #places: ReadonlyMap<number, number>;

  /** @param database a connection that nobody else uses; closed with the snapshot */
  constructor(database: Database) {
    this.#database = database;
    this.#fullText = new FullText(database);
    this.#heads = new Heads(database);
    this.#texts = new ReportTexts(database);
    this.#facts = database
      .prepare<[number, number], FactsRow>(
        'SELECT section, words, under_label, topics FROM passage WHERE id BETWEEN ? AND ? ORDER BY id',
      )
      .raw();
    database.exec('BEGIN');
    this.revision = this.#heads.getRevision();
    const rows = database
      .prepare<[], { id: number; edition: number; area: string }>(
        'SELECT id, edition, area FROM report_version WHERE newest = 1 ORDER BY edition, area',
      )
      .all();
    this.#versions = new Map(rows.map((row) => [formatReportId(row), row.id]));
    this.#places = new Map(rows.map(({ id }, place) => [id, place]));
  }

  async getStamp(): Promise<LibraryStamp> {
    return this.#explained(() => this.#heads.getStamp());
  }

  async listHeads(): Promise<readonly ReportHead[]> {
    return this.#explained(() => this.#heads.list(EVERY_REPORT));
  }

  async readOutline(head: ReportHead): Promise<ReportOutline> {
    return this.#explained(() => this.#texts.readOutline(head));
  }

  async readPassages(head: ReportHead, spans: readonly PassageSpan[] | null): Promise<readonly Passage[]> {
    return this.#explained(() => this.#texts.readPassages(head, spans));
  }

  async readPassageFacts(head: ReportHead): Promise<readonly PassageFacts[]> {
    return this.#explained(() => {
      const version = this.#versions.get(formatReportId(head));
      if (version === undefined) throw new Error(`The snapshot has no report ${formatReportId(head)}.`);
      return this.#facts.all(...passageRange(version)).map(([section, words, underLabel, topics]) => ({
        section,
        words,
        underLabel,
        topics: this.#topics(topics),
      }));
    });
  }

  async listWords(): Promise<readonly string[]> {
    return this.#explained(() => this.#fullText.listWords());
  }

  async findWords(pattern: WordPattern): Promise<Postings> {
    return this.#explained(() => this.#fullText.findWords(pattern, this.#places));
  }

  async findNear(pattern: NearPattern): Promise<Postings> {
    return this.#explained(() => this.#fullText.findNear(pattern, this.#places));
  }

  async countPassages(words: readonly string[]): Promise<readonly number[]> {
    return this.#explained(() => words.map((word) => this.#fullText.countPassages(word)));
  }

  async close(): Promise<void> {
    this.#explained(() => {
      if (this.#database.open) this.#database.close();
    });
  }

  #explained<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      throw explainFailure(error, this.#database.name);
    }
  }
}
