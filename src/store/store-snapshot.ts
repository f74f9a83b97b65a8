import type { LibraryStamp } from '../domain/library-stamp.ts';
import type { ReportOutline } from '../domain/outline.ts';
import type { Passage } from '../domain/passage.ts';
import type { PassageFacts } from '../domain/passage-facts.ts';
import type { ReportHead } from '../domain/report.ts';
import type { NearPattern, WordPattern } from '../domain/word-pattern.ts';
import type { PassageSpan } from './store.ts';

/**
 * Passages in which something stands, a place in each list for every one: in the order of `listHeads` and of the
 * reports.
 */
export interface Postings {
  /** The report's place in `listHeads`. */
  readonly reports: Int32Array;
  /** The passage's order in its report, from 1. */
  readonly orders: Int32Array;
  /** How often it stands there, 255 at most; null where that is not counted. */
  readonly counts: Uint8Array | null;
  /** What finding them took, in steps of about an eighth of a microsecond; the same for the same library. */
  readonly cost: number;
}

/**
 * A library as it was when the snapshot was taken, whatever is saved meanwhile. It speaks of newest versions only.
 * One that is kept open keeps the library from tidying up: close it within seconds.
 */
export interface StoreSnapshot {
  readonly revision: number;
  getStamp(): Promise<LibraryStamp>;
  /** By edition, then area id. */
  listHeads(): Promise<readonly ReportHead[]>;
  readOutline(head: ReportHead): Promise<ReportOutline>;
  readPassages(head: ReportHead, spans: readonly PassageSpan[] | null): Promise<readonly Passage[]>;
  /** Of all passages of a report, in order. */
  readPassageFacts(head: ReportHead): Promise<readonly PassageFacts[]>;
  /** Every word of every passage, once, as the search cuts words. */
  listWords(): Promise<readonly string[]>;
  findWords(pattern: WordPattern): Promise<Postings>;
  findNear(pattern: NearPattern): Promise<Postings>;
  /** In how many passages each word stands, a number for every word. */
  countPassages(words: readonly string[]): Promise<readonly number[]>;
  close(): Promise<void>;
}
