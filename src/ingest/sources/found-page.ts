import type { CaptureTimeSource } from '../../domain/provenance.ts';
import type { PassedOverRecords } from './passed-over-records.ts';
import type { RefusedEntry } from './refused-entry.ts';

/** Where the bytes of a page are. */
export type PageLocation =
  /** A file for the reader to open itself, wherever it runs; the real path, without links. */
  | { readonly kind: 'file'; readonly path: string }
  /** Out of an archive; the array owns its whole buffer, so that it can be transferred to another thread. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> };

/** Where the time beside a page comes from, before the page itself was looked at. */
export type PageTimeSource = Exclude<CaptureTimeSource, 'archive-address'>;

/** A captured page, found but not yet looked at: it may be anything that is named like a page. */
export interface FoundPage {
  readonly kind: 'page';
  /** As a person would name it: `folder/2021/mali.html`, `pages.zip!2021/mali.html`. Says nothing about identity. */
  readonly path: string;
  /** In bytes; null where it is not known before reading. */
  readonly size: number | null;
  /** When the file or the archive's entry was last changed, or a web archive captured it; null where nothing tells. */
  readonly modified: Date | null;
  readonly modifiedFrom: PageTimeSource;
  /** The address that a web archive captured it from; null where nothing tells. */
  readonly address: string | null;
  readonly location: PageLocation;
}

/** Files that are no pages; hidden files are not counted. */
export interface PassedOver {
  readonly kind: 'passed-over';
  readonly count: number;
}

/** What a source holds, one thing at a time. */
export type SourceItem = FoundPage | RefusedEntry | PassedOver | PassedOverRecords;
