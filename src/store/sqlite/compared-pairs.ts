import Database, { type Statement, type Transaction } from 'better-sqlite3';
import type { PairedVersion, PairKey, PairRecord } from '../store.ts';
import { PATIENCE } from './open-library-file.ts';

type Parameters = [edition: number, area: string, version: string];

/** What was derived from pairs of versions. */
export class ComparedPairs {
  readonly #database: Database.Database;
  readonly #find: Readonly<
    Record<'counts' | 'links', Statement<[...Parameters, ...Parameters, string], string>>
  >;
  readonly #findVersion: Statement<Parameters, number>;
  readonly #write: Statement;
  readonly #keep: Transaction<(record: PairRecord) => boolean>;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#find = { counts: prepareFind(database, 'counts'), links: prepareFind(database, 'links') };
    this.#findVersion = database
      .prepare<Parameters, number>(
        'SELECT id FROM report_version WHERE edition = ? AND area = ? AND version = ?',
      )
      .pluck();
    this.#write = database.prepare(
      `INSERT INTO compared_pair (left_version, right_version, basis, counts, links) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (left_version, right_version)
       DO UPDATE SET basis = excluded.basis, counts = excluded.counts, links = excluded.links`,
    );
    this.#keep = database.transaction((record) => this.#keepWhole(record));
  }

  read(keys: readonly PairKey[], part: 'counts' | 'links'): (string | null)[] {
    return keys.map(
      ({ left, right, basis }) => this.#find[part].get(...name(left), ...name(right), basis) ?? null,
    );
  }

  /** What fails is not worth a word: it is derived again when it is asked for. */
  keep(record: PairRecord, patient: boolean): boolean {
    if (this.#database.readonly) return false;
    try {
      if (!patient) this.#database.pragma('busy_timeout = 0');
      return this.#keep.immediate(record);
    } catch (error) {
      if (error instanceof Database.SqliteError && /^SQLITE_(BUSY|FULL|READONLY|IOERR|PERM)/.test(error.code))
        return false;
      throw error;
    } finally {
      if (!patient) this.#database.pragma(`busy_timeout = ${PATIENCE}`);
    }
  }

  #keepWhole({ left, right, basis, counts, links }: PairRecord): boolean {
    const older = this.#findVersion.get(...name(left));
    const newer = this.#findVersion.get(...name(right));
    if (older === undefined || newer === undefined) return false;
    this.#write.run(older, newer, basis, counts, links);
    return true;
  }
}

function prepareFind(database: Database.Database, part: 'counts' | 'links') {
  return database
    .prepare<[...Parameters, ...Parameters, string], string>(
      `SELECT ${part} FROM compared_pair
       WHERE left_version = (SELECT id FROM report_version WHERE edition = ? AND area = ? AND version = ?)
         AND right_version = (SELECT id FROM report_version WHERE edition = ? AND area = ? AND version = ?)
         AND basis = ?`,
    )
    .pluck();
}

function name({ edition, area, version }: PairedVersion): Parameters {
  return [edition, area, version];
}
