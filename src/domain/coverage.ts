import type { Area } from './area.ts';

/** The three states of an area in an edition. */
export type CoverageState = 'held' | 'published-not-held' | 'not-published';

export interface CoverageCell {
  readonly edition: number;
  readonly state: CoverageState;
  readonly findings: number;
  readonly versions: number;
  readonly words: number;
}

export interface CoverageRow {
  readonly area: Area;
  readonly cells: readonly CoverageCell[];
}

/** Editions × areas. */
export interface Coverage {
  readonly editions: readonly number[];
  readonly rows: readonly CoverageRow[];
  readonly totals: readonly {
    readonly edition: number;
    readonly counts: Readonly<Record<CoverageState, number>>;
  }[];
  readonly findings: readonly {
    readonly kind: string;
    readonly meaning: string;
    readonly count: number;
    readonly reports: number;
  }[];
}
