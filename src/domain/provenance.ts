/** Where a time of capture was learned. */
export type CaptureTimeSource = 'archive-address' | 'archive-entry' | 'file-time' | 'warc-record' | 'fetch';

/** Where a text came from and how it can be proved. */
export interface Provenance {
  /** The official address, normalised: https, the publisher's host, no archive prefix. */
  readonly address: string;
  /** The host the copy was taken from: `www.state.gov`, or `web.archive.org` for a copy of a copy. */
  readonly host: string;
  /** The address the copy itself was taken from, where it is another than the official one. */
  readonly capturedAddress: string | null;
  /** ISO 8601 in UTC, or null where nothing tells. */
  readonly capturedAt: string | null;
  readonly capturedAtSource: CaptureTimeSource | null;
  /** SHA-256 of the captured bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Size of the captured bytes. */
  readonly bytes: number;
  /** The path under which the page was imported, as a person would name it; says nothing about identity. */
  readonly importedFrom: string;
  readonly readerVersion: string;
}
