import type { AreaId } from '../domain/area.ts';
import type { ReportId } from '../domain/report.ts';
import type { FetchSource } from './fetch-source.ts';

/** A report that is wanted. */
export interface WantedReport extends ReportId {
  readonly name: string;
  /** The last steps of its address that are known, the likeliest first. */
  readonly slugs: readonly string[];
}

/** A page as it came, ready to be read. */
export interface FetchedPage {
  readonly wanted: ReportId;
  /** Where these bytes came from. */
  readonly address: string;
  /** ISO 8601 in UTC: when it was fetched, or when the web archive captured it. */
  readonly capturedAt: string;
  readonly capturedBy: 'fetch' | 'web-archive';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What became of a page that was handed over. */
export type TakenPage =
  | { readonly kind: 'taken'; readonly outcome: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** What to fetch. */
export interface FetchJob {
  readonly source: FetchSource;
  readonly editions: readonly FetchEdition[];
  /** At most so many pages; null: all. */
  readonly max: number | null;
  /** Ask also for what is held, conditionally where that can be done. */
  readonly again: boolean;
}

export interface FetchEdition {
  readonly year: number;
  readonly title: string;
  /** The publisher's page that lists the edition. */
  readonly indexAddress: string | null;
  readonly wanted: readonly WantedReport[];
  /** Which area a slug of the publisher stands for. */
  findArea(slug: string): AreaId | null;
}
