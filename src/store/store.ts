import type { AreaId } from '../domain/area.ts';
import type { Correction, CorrectionFilter, CorrectionOutcome, Withdrawal } from '../domain/correction.ts';
import type { Finding } from '../domain/finding.ts';
import type { LibraryStamp } from '../domain/library-stamp.ts';
import type { ReportOutline } from '../domain/outline.ts';
import type { Passage } from '../domain/passage.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Report, ReportHead, ReportId, VersionId } from '../domain/report.ts';
import type { MappingRelation, TopicId } from '../domain/topic.ts';
import type { StoreSnapshot } from './store-snapshot.ts';

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

/** A report with the bytes it was read from. */
export interface ReadCapture {
  readonly report: Report;
  readonly bytes: KeptBytes;
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

/**
 * A topic that a heading or the text under a label has. `relation` is null for run-in labels: passages keep their
 * topics alone, and these may come from the heading above instead of the label.
 */
export interface HeadingTopic {
  readonly topic: TopicId;
  readonly relation: MappingRelation | null;
}

/** How often a heading stands in an edition, with the topics it has there. */
export interface HeadingCount {
  readonly edition: number;
  /** Of a run-in label: one more than its section's. */
  readonly depth: number;
  readonly heading: string;
  /** The heading above it, or null; of a run-in label, the heading of its section. */
  readonly above: string | null;
  /** `section` for headings, `run-in` for labels of passages; labels of notes are not counted. */
  readonly kind: 'section' | 'run-in';
  readonly topics: readonly HeadingTopic[];
  /** Reports in which it stands, each once. */
  readonly reports: number;
}

/** Passages by their order in the report, both ends inclusive. */
export interface PassageSpan {
  readonly first: number;
  readonly last: number;
}

/** Two versions, and whatever else that which was derived from them depends on. */
export interface PairKey {
  readonly left: PairedVersion;
  readonly right: PairedVersion;
  /** What was kept with another basis is not found. */
  readonly basis: string;
}

export type PairedVersion = Pick<ReportHead, 'edition' | 'area' | 'version'>;

/** What was derived from a pair, in the words of who derived it. */
export interface PairRecord extends PairKey {
  readonly counts: string;
  readonly links: string;
}

/**
 * Keeps reports and finds them again. Every method is one whole step: a save is complete or has not happened,
 * also when the process is killed in it, and what is read is one state of the library. Lists and finds speak of
 * newest versions unless a version is named. The newest is the one with the youngest capture; captures of unknown
 * time are older than all others, and of two that are equally young the one saved last is younger.
 *
 * What a version's head and findings say comes from its youngest capture; if another reader finds other text in
 * that one, they wait until the next capture is read anew. A head may be kept: what takes one gives what is held
 * of its version now, also if that was read anew since. Values given may be kept and given again: never change
 * them. Every method throws Problem conflict if the library cannot be read, and those that
 * write, if it cannot be written (full disk, read-only, busy); nothing is half written then.
 */
export interface Store {
  getStamp(): Promise<LibraryStamp>;
  /** Counts changes made by any process, and only those; cheap enough to ask for every request (microseconds). */
  getRevision(): number;

  /** SHA-256 of all captures held → version of the reader that read them. */
  listCaptureHashes(): Promise<ReadonlyMap<string, string>>;
  /**
   * @param bytes of the capture that the report's provenance names; kept once for each SHA-256, and so is where it
   *   was found first and when it was captured, once that is known
   */
  saveReport(report: Report, bytes: KeptBytes): Promise<SaveOutcome>;
  /** Several as one step, in order: all of them are saved, or none. Cheaper than one by one. */
  saveReports(captures: readonly ReadCapture[]): Promise<readonly SaveOutcome[]>;
  /** Takes the invented sample reports out, all their versions and captures; returns how many reports. */
  removeSamples(): Promise<number>;

  /** By edition, then area id. */
  listHeads(filter: ReportFilter): Promise<readonly ReportHead[]>;
  findHead(id: ReportId, version: VersionId | null): Promise<ReportHead | null>;
  /** Newest first. */
  listVersions(id: ReportId): Promise<readonly ReportHead[]>;
  /** Reports with more than one version: `2021/mli` → how many. */
  countVersions(): Promise<ReadonlyMap<string, number>>;
  /** @throws Problem not-found, as all that takes a head, if its version is no longer held */
  readOutline(head: ReportHead): Promise<ReportOutline>;
  /**
   * Span after span as given, each in order; null gives all passages in order. A span gives the passages that
   * there are of it.
   */
  readPassages(head: ReportHead, spans: readonly PassageSpan[] | null): Promise<readonly Passage[]>;
  /** The whole report, everything included, its head as it is now. */
  readReport(head: ReportHead): Promise<Report>;

  listFindings(filter: ReportFilter): Promise<readonly FindingRecord[]>;
  /** All headings held, by edition and depth, the most frequent first; then all run-in labels likewise. */
  countHeadings(): Promise<readonly HeadingCount[]>;
  /** All section keys of all reports held, newest versions. */
  listSectionKeys(): Promise<ReadonlySet<string>>;

  /** By edition, area, time of capture, the youngest last; those of older versions too. */
  listCaptures(filter: ReportFilter): Promise<readonly CaptureRecord[]>;
  readCapture(sha256: string): Promise<KeptBytes | null>;

  /** All that were ever made, the withdrawn ones too, in the order of saving. */
  listCorrections(filter: CorrectionFilter): Promise<readonly Correction[]>;
  /**
   * Several as one step. One that is held, or says what a standing one says, changes nothing; one that is held and
   * comes withdrawn is withdrawn here too.
   * @throws Problem conflict if standing ones say the opposite, naming each; then nothing is saved
   */
  saveCorrections(corrections: readonly Correction[]): Promise<readonly CorrectionOutcome[]>;
  /** It stays in the list; one that was withdrawn before keeps who did and when. @throws Problem not-found */
  withdrawCorrection(id: string, withdrawal: Withdrawal): Promise<CorrectionOutcome>;
  /** One part of what was kept of each pair, in their order; null where nothing was, or on another basis. */
  readPairs(keys: readonly PairKey[], part: 'counts' | 'links'): Promise<readonly (string | null)[]>;
  /**
   * Keeps what can be derived again, until either version goes; no change of the library. `patient` waits as long
   * for another program's save as a save does; otherwise nothing is waited for.
   * @returns false, and nothing is kept, where the library cannot be written now or no longer holds a version
   */
  keepPair(record: PairRecord, patient: boolean): Promise<boolean>;

  /** The library as it is now, to be asked many things; to be closed by who asked for it. */
  openSnapshot(): Promise<StoreSnapshot>;

  close(): Promise<void>;
}
