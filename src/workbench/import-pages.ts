import type { ReportId } from '../domain/report.ts';
import type { SaveOutcome } from '../store/store.ts';

/** What to import, and how. */
export interface ImportRequest {
  readonly paths: readonly string[];
  /** Worker threads that read pages; 0 reads on the calling thread. */
  readonly workers: number;
}

/** One step of an import. */
export type ImportEvent =
  | { readonly kind: 'started'; readonly total: number | null }
  | {
      readonly kind: 'saved';
      readonly path: string;
      readonly id: ReportId;
      readonly outcome: SaveOutcome;
      readonly done: number;
    }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: string; readonly done: number }
  | { readonly kind: 'notice'; readonly message: string }
  | { readonly kind: 'summary'; readonly summary: ImportSummary };

export interface ImportSummary {
  readonly added: number;
  readonly newVersions: number;
  readonly newCaptures: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  /** Files that are no pages, passed over. */
  readonly passedOver: number;
  readonly findings: readonly {
    readonly kind: string;
    readonly meaning: string;
    readonly count: number;
    readonly reports: number;
  }[];
  readonly words: number;
}
