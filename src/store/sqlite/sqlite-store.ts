import type { Database, Transaction } from 'better-sqlite3';
import type { Correction, CorrectionFilter, CorrectionOutcome, Withdrawal } from '../../domain/correction.ts';
import type { LibraryStamp } from '../../domain/library-stamp.ts';
import type { ReportOutline } from '../../domain/outline.ts';
import type { Passage } from '../../domain/passage.ts';
import type { Report, ReportHead, ReportId, VersionId } from '../../domain/report.ts';
import type {
  CaptureRecord,
  FindingRecord,
  HeadingCount,
  KeptBytes,
  PairKey,
  PairRecord,
  PassageSpan,
  ReadCapture,
  ReportFilter,
  SaveOutcome,
  Store,
} from '../store.ts';
import type { StoreSnapshot } from '../store-snapshot.ts';
import { AcrossReports } from './across-reports.ts';
import { Captures } from './captures.ts';
import { ComparedPairs } from './compared-pairs.ts';
import { Corrections } from './corrections.ts';
import { Heads } from './heads.ts';
import { closeLibraryFile, openForReading } from './open-library-file.ts';
import { ReportTexts } from './report-texts.ts';
import { ReportWriter } from './report-writer.ts';
import { SqliteSnapshot } from './sqlite-snapshot.ts';
import { explainFailure } from './store-problem.ts';

/** A library in SQLite. Every method is one transaction, so that it sees one state of the library. */
export class SqliteStore implements Store {
  readonly #database: Database;
  readonly #reading: Transaction<(step: () => unknown) => unknown>;
  readonly #writer: ReportWriter;
  readonly #heads: Heads;
  readonly #texts: ReportTexts;
  readonly #across: AcrossReports;
  readonly #captures: Captures;
  readonly #corrections: Corrections;
  readonly #pairs: ComparedPairs;
  readonly #headings: () => readonly HeadingCount[];
  readonly #sectionKeys: () => ReadonlySet<string>;

  /** @param database at the newest schema, as `openLibraryFile` gives it; closed with the store */
  constructor(database: Database) {
    this.#database = database;
    this.#reading = database.transaction((step) => step());
    this.#writer = new ReportWriter(database);
    this.#heads = new Heads(database);
    this.#texts = new ReportTexts(database);
    this.#across = new AcrossReports(database);
    this.#captures = new Captures(database);
    this.#corrections = new Corrections(database);
    this.#pairs = new ComparedPairs(database);
    this.#headings = this.#oncePerRevision(() => this.#across.countHeadings());
    this.#sectionKeys = this.#oncePerRevision(() => this.#across.listSectionKeys());
  }

  getRevision(): number {
    return this.#explained(() => this.#heads.getRevision());
  }

  async getStamp(): Promise<LibraryStamp> {
    return this.#read(() => this.#heads.getStamp());
  }

  async listCaptureHashes(): Promise<ReadonlyMap<string, string>> {
    return this.#read(() => this.#captures.listHashes());
  }

  async saveReport(report: Report, bytes: KeptBytes): Promise<SaveOutcome> {
    const [outcome] = await this.saveReports([{ report, bytes }]);
    if (outcome === undefined) throw new Error('Nothing came of saving a report.');
    return outcome;
  }

  async saveReports(captures: readonly ReadCapture[]): Promise<readonly SaveOutcome[]> {
    return this.#explained(() => this.#writer.save(captures));
  }

  async removeSamples(): Promise<number> {
    return this.#explained(() => this.#writer.removeSamples());
  }

  async listHeads(filter: ReportFilter): Promise<readonly ReportHead[]> {
    return this.#read(() => this.#heads.list(filter));
  }

  async findHead(id: ReportId, version: VersionId | null): Promise<ReportHead | null> {
    return this.#read(() => this.#heads.find(id, version));
  }

  async listVersions(id: ReportId): Promise<readonly ReportHead[]> {
    return this.#read(() => this.#heads.listVersions(id));
  }

  async countVersions(): Promise<ReadonlyMap<string, number>> {
    return this.#read(() => this.#heads.countVersions());
  }

  async readOutline(head: ReportHead): Promise<ReportOutline> {
    return this.#read(() => this.#texts.readOutline(head));
  }

  async readPassages(head: ReportHead, spans: readonly PassageSpan[] | null): Promise<readonly Passage[]> {
    return this.#read(() => this.#texts.readPassages(head, spans));
  }

  async readReport(head: ReportHead): Promise<Report> {
    return this.#read(() => this.#texts.readReport(this.#heads.find(head, head.version) ?? head));
  }

  async listFindings(filter: ReportFilter): Promise<readonly FindingRecord[]> {
    return this.#read(() => this.#across.listFindings(filter));
  }

  async countHeadings(): Promise<readonly HeadingCount[]> {
    return this.#read(() => this.#headings());
  }

  async listSectionKeys(): Promise<ReadonlySet<string>> {
    return this.#read(() => this.#sectionKeys());
  }

  async listCaptures(filter: ReportFilter): Promise<readonly CaptureRecord[]> {
    return this.#read(() => this.#captures.list(filter));
  }

  async readCapture(sha256: string): Promise<KeptBytes | null> {
    return this.#read(() => this.#captures.readBytes(sha256));
  }

  async listCorrections(filter: CorrectionFilter): Promise<readonly Correction[]> {
    return this.#read(() => this.#corrections.list(filter));
  }

  async saveCorrections(corrections: readonly Correction[]): Promise<readonly CorrectionOutcome[]> {
    return this.#explained(() => this.#corrections.save(corrections));
  }

  async withdrawCorrection(id: string, withdrawal: Withdrawal): Promise<CorrectionOutcome> {
    return this.#explained(() => this.#corrections.withdraw(id, withdrawal));
  }

  async readPairs(keys: readonly PairKey[], part: 'counts' | 'links'): Promise<readonly (string | null)[]> {
    return this.#read(() => this.#pairs.read(keys, part));
  }

  async keepPair(record: PairRecord, patient: boolean): Promise<boolean> {
    return this.#explained(() => this.#pairs.keep(record, patient));
  }

  async openSnapshot(): Promise<StoreSnapshot> {
    return this.#explained(() => {
      const database = openForReading(this.#database.name);
      try {
        return new SqliteSnapshot(database);
      } catch (error) {
        database.close();
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    this.#explained(() => closeLibraryFile(this.#database));
  }

  #read<T>(step: () => T): T {
    return this.#explained(() => this.#reading.deferred(step) as T);
  }

  #explained<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      throw explainFailure(error, this.#database.name);
    }
  }

  #oncePerRevision<T>(ask: () => T): () => T {
    let known: { readonly revision: number; readonly answer: T } | null = null;
    return () => {
      const revision = this.#heads.getRevision();
      if (known?.revision !== revision) known = { revision, answer: ask() };
      return known.answer;
    };
  }
}
