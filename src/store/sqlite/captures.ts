import type { Database, Statement } from 'better-sqlite3';
import type { CaptureTimeSource, Provenance } from '../../domain/provenance.ts';
import type { CaptureRecord, KeptBytes, ReportFilter } from '../store.ts';
import { bindFilter, type FilterBinding, WITHIN_FILTER } from './report-filter.ts';

/** Orders the captures of a report: the youngest first; without a time, or with the same, the one saved last. */
export const YOUNGEST_FIRST = `unixepoch(capture.captured_at, 'subsec') DESC NULLS LAST, capture.id DESC`;

/** The columns of a provenance, named as in `ProvenanceRow`. */
export const PROVENANCE_COLUMNS = `
  capture.address, capture.host, capture.captured_address AS capturedAddress,
  capture.captured_at AS capturedAt, capture.captured_at_source AS capturedAtSource, capture.sha256,
  capture.bytes, capture.imported_from AS importedFrom, capture.reader_version AS readerVersion`;

export interface ProvenanceRow {
  readonly address: string;
  readonly host: string;
  readonly capturedAddress: string | null;
  readonly capturedAt: string | null;
  readonly capturedAtSource: string | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly importedFrom: string;
  readonly readerVersion: string;
}

export function toProvenance(row: ProvenanceRow): Provenance {
  return {
    address: row.address,
    host: row.host,
    capturedAddress: row.capturedAddress,
    capturedAt: row.capturedAt,
    capturedAtSource: row.capturedAtSource as CaptureTimeSource | null,
    sha256: row.sha256,
    bytes: row.bytes,
    importedFrom: row.importedFrom,
    readerVersion: row.readerVersion,
  };
}

interface CaptureRow extends ProvenanceRow {
  readonly edition: number;
  readonly area: string;
  readonly version: string;
}

/** Reads the captures held and their bytes. */
export class Captures {
  readonly #hashes: Statement<[], [sha256: string, readerVersion: string]>;
  readonly #list: Statement<[FilterBinding], CaptureRow>;
  readonly #bytes: Statement<[string], { encoding: 'br'; data: Uint8Array }>;

  constructor(database: Database) {
    this.#hashes = database.prepare<[], [string, string]>('SELECT sha256, reader_version FROM capture').raw();
    this.#list = database.prepare(
      `SELECT report_version.edition, report_version.area, report_version.version, ${PROVENANCE_COLUMNS}
       FROM capture JOIN report_version ON report_version.id = capture.report_version
       WHERE ${WITHIN_FILTER}
       ORDER BY report_version.edition, report_version.area,
         unixepoch(capture.captured_at, 'subsec') NULLS FIRST, capture.id`,
    );
    this.#bytes = database.prepare(
      `SELECT capture_bytes.encoding, capture_bytes.data
       FROM capture_bytes JOIN capture ON capture.id = capture_bytes.capture
       WHERE capture.sha256 = ?`,
    );
  }

  listHashes(): ReadonlyMap<string, string> {
    return new Map(this.#hashes.all());
  }

  list(filter: ReportFilter): CaptureRecord[] {
    return this.#list.all(bindFilter(filter)).map((row) => ({
      edition: row.edition,
      area: row.area,
      version: row.version,
      provenance: toProvenance(row),
    }));
  }

  readBytes(sha256: string): KeptBytes | null {
    return this.#bytes.get(sha256) ?? null;
  }
}
