import type { Database, Statement, Transaction } from 'better-sqlite3';
import type { Report, ReportId } from '../../domain/report.ts';
import type { KeptBytes, ReadCapture, SaveOutcome } from '../store.ts';
import { YOUNGEST_FIRST } from './captures.ts';
import { VersionRows } from './version-rows.ts';

interface KnownCapture extends ReportId {
  readonly id: number;
  readonly versionId: number;
  readonly readerVersion: string;
  readonly capturedAt: string | null;
  readonly capturedAtSource: string | null;
  readonly importedFrom: string;
}

interface SampleRow extends ReportId {
  readonly id: number;
}

/**
 * Saves and removes reports, each call one transaction. Three things hold after every one of them: a version has
 * at least one capture; its rows are those read from its youngest capture, as far as that one was saved last; and
 * the newest version of a report is the one with the report's youngest capture, and it alone stands in the full text.
 */
export class ReportWriter {
  readonly #rows: VersionRows;
  readonly #save: Transaction<(captures: readonly ReadCapture[]) => SaveOutcome[]>;
  readonly #removeSamples: Transaction<() => number>;
  readonly #raiseRevision: Statement<[], number>;
  readonly #findCapture: Statement<[string], KnownCapture>;
  readonly #addCapture: Statement;
  readonly #updateCapture: Statement;
  readonly #addBytes: Statement;
  readonly #findVersion: Statement<[number, string, string], number>;
  readonly #hasReport: Statement<[number, string], number>;
  readonly #addVersion: Statement;
  readonly #updateVersion: Statement;
  readonly #removeVersion: Statement<[number]>;
  readonly #setNewest: Statement<[number, number]>;
  readonly #isNewest: Statement<[number], number>;
  readonly #findNewest: Statement<[number, string], number>;
  readonly #youngestOfReport: Statement<[number, string], number>;
  readonly #youngestOfVersion: Statement<[number], number>;
  readonly #listSamples: Statement<[], SampleRow>;
  readonly #removeCaptures: Statement<[number]>;

  constructor(database: Database) {
    this.#rows = new VersionRows(database);
    this.#save = database.transaction((captures) =>
      captures.map(({ report, bytes }) => this.#saveWhole(report, bytes)),
    );
    this.#removeSamples = database.transaction(() => this.#removeAllSamples());
    this.#raiseRevision = database
      .prepare<[], number>('UPDATE library SET revision = revision + 1 RETURNING revision')
      .pluck();
    this.#findCapture = database.prepare(
      `SELECT capture.id, capture.report_version AS versionId, capture.reader_version AS readerVersion,
         capture.captured_at AS capturedAt, capture.captured_at_source AS capturedAtSource,
         capture.imported_from AS importedFrom, report_version.edition, report_version.area
       FROM capture JOIN report_version ON report_version.id = capture.report_version
       WHERE capture.sha256 = ?`,
    );
    this.#addCapture = database.prepare(
      `INSERT INTO capture (report_version, sha256, address, host, captured_address, captured_at,
         captured_at_source, bytes, imported_from, reader_version)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#updateCapture = database.prepare(
      `UPDATE capture SET report_version = ?, sha256 = ?, address = ?, host = ?, captured_address = ?,
         captured_at = ?, captured_at_source = ?, bytes = ?, imported_from = ?, reader_version = ?
       WHERE id = ?`,
    );
    this.#addBytes = database.prepare('INSERT INTO capture_bytes (capture, encoding, data) VALUES (?, ?, ?)');
    this.#findVersion = database
      .prepare<[number, string, string], number>(
        'SELECT id FROM report_version WHERE edition = ? AND area = ? AND version = ?',
      )
      .pluck();
    this.#hasReport = database
      .prepare<[number, string], number>(
        'SELECT EXISTS (SELECT 1 FROM report_version WHERE edition = ? AND area = ?)',
      )
      .pluck();
    this.#addVersion = database.prepare(
      `INSERT INTO report_version (written, title, area_name, section_count, passage_count, passage_words,
         heading_words, finding_count, sample, edition, area, version)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#updateVersion = database.prepare(
      `UPDATE report_version SET written = ?, title = ?, area_name = ?, section_count = ?, passage_count = ?,
         passage_words = ?, heading_words = ?, finding_count = ?, sample = ?
       WHERE id = ?`,
    );
    this.#removeVersion = database.prepare('DELETE FROM report_version WHERE id = ?');
    this.#setNewest = database.prepare('UPDATE report_version SET newest = ? WHERE id = ?');
    this.#isNewest = database
      .prepare<[number], number>('SELECT newest FROM report_version WHERE id = ?')
      .pluck();
    this.#findNewest = database
      .prepare<[number, string], number>(
        'SELECT id FROM report_version WHERE edition = ? AND area = ? AND newest = 1',
      )
      .pluck();
    this.#youngestOfReport = database
      .prepare<[number, string], number>(
        `SELECT capture.report_version
         FROM report_version JOIN capture ON capture.report_version = report_version.id
         WHERE report_version.edition = ? AND report_version.area = ?
         ORDER BY ${YOUNGEST_FIRST} LIMIT 1`,
      )
      .pluck();
    this.#youngestOfVersion = database
      .prepare<[number], number>(
        `SELECT id FROM capture WHERE report_version = ? ORDER BY ${YOUNGEST_FIRST} LIMIT 1`,
      )
      .pluck();
    this.#listSamples = database.prepare('SELECT id, edition, area FROM report_version WHERE sample = 1');
    this.#removeCaptures = database.prepare('DELETE FROM capture WHERE report_version = ?');
  }

  save(captures: readonly ReadCapture[]): SaveOutcome[] {
    return this.#save.immediate(captures);
  }

  removeSamples(): number {
    return this.#removeSamples.immediate();
  }

  #saveWhole(report: Report, bytes: KeptBytes): SaveOutcome {
    const { edition, area, provenance } = report;
    const known = this.#findCapture.get(provenance.sha256);
    if (known !== undefined && known.readerVersion === provenance.readerVersion) return 'unchanged';
    const revision = this.#raise();
    const held = this.#hasReport.get(edition, area) === 1;
    const heldVersion = this.#findVersion.get(edition, area, report.version);
    const versionId = heldVersion ?? this.#insertVersion(report, revision);
    const captureId = this.#writeCapture(report, bytes, known, versionId);
    if (heldVersion === undefined) this.#rows.write(versionId, report);
    else if (this.#youngestOfVersion.get(versionId) === captureId) this.#rewrite(versionId, report, revision);
    if (known !== undefined && known.versionId !== versionId) this.#leaveVersion(known);
    this.#chooseNewest(report);
    if (known !== undefined) return 'replaced';
    return heldVersion !== undefined ? 'new-capture' : held ? 'new-version' : 'added';
  }

  #raise(): number {
    const revision = this.#raiseRevision.get();
    if (revision === undefined) throw new Error('The library has lost the row that counts its changes.');
    return revision;
  }

  #insertVersion(report: Report, revision: number): number {
    const { edition, area, version } = report;
    return Number(
      this.#addVersion.run(...versionColumns(report, revision), edition, area, version).lastInsertRowid,
    );
  }

  #writeCapture(
    { provenance }: Report,
    bytes: KeptBytes,
    known: KnownCapture | undefined,
    versionId: number,
  ): number {
    // The same bytes are the same capture: where they were found first, and when they were captured, stays.
    const origin = known === undefined || known.capturedAt === null ? provenance : known;
    const columns = [
      versionId,
      provenance.sha256,
      provenance.address,
      provenance.host,
      provenance.capturedAddress,
      origin.capturedAt,
      origin.capturedAtSource,
      provenance.bytes,
      origin.importedFrom,
      provenance.readerVersion,
    ];
    if (known !== undefined) {
      this.#updateCapture.run(...columns, known.id);
      return known.id;
    }
    const id = Number(this.#addCapture.run(...columns).lastInsertRowid);
    this.#addBytes.run(id, bytes.encoding, bytes.data);
    return id;
  }

  #rewrite(id: number, report: Report, revision: number): void {
    this.#retire(id);
    this.#rows.remove(id);
    this.#updateVersion.run(...versionColumns(report, revision), id);
    this.#rows.write(id, report);
  }

  /** After a capture has gone to another version: the one it left goes too, if no other capture is behind it. */
  #leaveVersion(known: KnownCapture): void {
    if (this.#youngestOfVersion.get(known.versionId) === undefined) this.#remove(known.versionId);
    this.#chooseNewest(known);
  }

  #remove(id: number): void {
    this.#retire(id);
    this.#rows.remove(id);
    this.#removeVersion.run(id);
  }

  /** Takes a version out of the full text, if it stands in it. */
  #retire(id: number): void {
    if (this.#isNewest.get(id) !== 1) return;
    this.#rows.unindex(id);
    this.#setNewest.run(0, id);
  }

  #chooseNewest({ edition, area }: ReportId): void {
    const now = this.#findNewest.get(edition, area);
    const right = this.#youngestOfReport.get(edition, area);
    if (now === right) return;
    if (now !== undefined) this.#retire(now);
    if (right === undefined) return;
    this.#rows.index(right);
    this.#setNewest.run(1, right);
  }

  #removeAllSamples(): number {
    const samples = this.#listSamples.all();
    if (samples.length === 0) return 0;
    this.#raise();
    for (const { id } of samples) {
      this.#removeCaptures.run(id);
      this.#remove(id);
    }
    const reports = new Map(samples.map((sample) => [`${sample.edition}/${sample.area}`, sample]));
    for (const report of reports.values()) this.#chooseNewest(report);
    return reports.size;
  }
}

function versionColumns(report: Report, revision: number): (string | number)[] {
  return [
    revision,
    report.title,
    report.areaName,
    report.sectionCount,
    report.passageCount,
    report.passageWords,
    report.headingWords,
    report.findingCount,
    report.sample ? 1 : 0,
  ];
}
