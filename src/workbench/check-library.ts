import type { ReportId } from '../domain/report.ts';

/** One step of a check. */
export type CheckEvent =
  | {
      readonly kind: 'report';
      readonly id: ReportId;
      readonly done: number;
      readonly total: number;
      readonly problem: string | null;
    }
  | { readonly kind: 'totals'; readonly totals: CheckTotals };

/** Words counted over all captures held. `difference` is 0 unless a word was lost, added or moved. */
export interface CheckTotals {
  readonly reports: number;
  readonly sourceWords: number;
  readonly headingWords: number;
  readonly passageWords: number;
  /** Words on the allow-list, by rule. */
  readonly boilerplate: readonly {
    readonly rule: string;
    readonly reason: string;
    readonly words: number;
    readonly pages: number;
  }[];
  readonly difference: number;
  /** Reports in which something differs. */
  readonly differing: readonly { readonly id: ReportId; readonly problem: string }[];
}
