import type { AreaId } from '../domain/area.ts';
import type { Finding } from '../domain/finding.ts';
import type { LibraryStamp } from '../domain/library-stamp.ts';
import type { ReportOutline } from '../domain/outline.ts';
import type { Passage } from '../domain/passage.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Report, ReportHead, ReportId, VersionId } from '../domain/report.ts';
import type { TopicMatch } from '../domain/topic.ts';

/**
 * What saving did. `added`: a report not held before; `new-version`: held with other text, which stays readable;
 * `new-capture`: held with the same text from other bytes; `replaced`: the same bytes read by another reader
 * version; `unchanged`: the same bytes, the same reader.
 */
export type SaveOutcome = 'added' | 'new-version' | 'new-capture' | 'replaced' | 'unchanged';

/** The captured bytes as they are kept. */
export interface KeptBytes {
  readonly encoding: 'br';
  readonly data: Uint8Array;
}

/** A capture the library holds, without its bytes. */
export interface CaptureRecord extends ReportId {
  readonly version: VersionId;
  readonly provenance: Provenance;
}

/** Narrows a list; null means "any". */
export interface ReportFilter {
  readonly editions: readonly number[] | null;
  readonly areas: readonly AreaId[] | null;
}

/** A finding with the report it belongs to. */
export interface FindingRecord extends ReportId, Finding {}

/** How often a heading stands in an edition, with the topics the crosswalk gave it there. */
export interface HeadingCount {
  readonly edition: number;
  readonly depth: number;
  readonly heading: string;
  /** The heading above it, or null. */
  readonly above: string | null;
  /** `section` for headings, `run-in` for labels of passages. */
  readonly kind: 'section' | 'run-in';
  readonly topics: readonly TopicMatch[];
  readonly reports: number;
}

/** Passages by their order in the report, both ends inclusive. */
export interface PassageSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * Keeps reports and finds them again. Every method is one whole step: a save is complete or has not happened,
 * also when the process is killed in it. Lists and finds speak of newest versions unless a version is named;
 * the newest is the one whose capture is youngest, then the one saved last.
 */
export interface Store {
  getStamp(): Promise<LibraryStamp>;
  /** Counts changes made by any process; cheap enough to ask for every request. */
  getRevision(): number;

  /** SHA-256 of all captures held → version of the reader that read them. */
  listCaptureHashes(): Promise<ReadonlyMap<string, string>>;
  /** @throws Problem conflict if the library cannot be written (full disk, read-only) */
  saveReport(report: Report, bytes: KeptBytes): Promise<SaveOutcome>;
  /** Takes the invented sample reports out; returns how many. */
  removeSamples(): Promise<number>;

  /** By edition, then area id. */
  listHeads(filter: ReportFilter): Promise<readonly ReportHead[]>;
  findHead(id: ReportId, version: VersionId | null): Promise<ReportHead | null>;
  /** Newest first. */
  listVersions(id: ReportId): Promise<readonly ReportHead[]>;
  /** Reports with more than one version: `2021/mli` → how many. */
  countVersions(): Promise<ReadonlyMap<string, number>>;
  readOutline(head: ReportHead): Promise<ReportOutline>;
  /** Passages in order; all of them if no spans are given. */
  readPassages(head: ReportHead, spans: readonly PassageSpan[] | null): Promise<readonly Passage[]>;
  /** The whole report, everything included. */
  readReport(head: ReportHead): Promise<Report>;

  listFindings(filter: ReportFilter): Promise<readonly FindingRecord[]>;
  /** All headings and run-in labels held, by edition, with counts. */
  countHeadings(): Promise<readonly HeadingCount[]>;
  /** All section keys of all reports held. */
  listSectionKeys(): Promise<ReadonlySet<string>>;

  /** By edition, area, time of capture. */
  listCaptures(filter: ReportFilter): Promise<readonly CaptureRecord[]>;
  readCapture(sha256: string): Promise<KeptBytes | null>;

  close(): Promise<void>;
}
