import type { Area } from './area.ts';

/** The three states of an area in an edition. */
export type CoverageState = 'held' | 'published-not-held' | 'not-published';

export interface CoverageCell {
  readonly edition: number;
  readonly state: CoverageState;
  readonly findings: number;
  readonly versions: number;
  /** Of the passages, headings not counted. */
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

/** Only the areas of one region, counted by themselves. The findings stay those of the whole library. */
export function narrowCoverage(coverage: Coverage, region: string): Coverage {
  const rows = coverage.rows.filter(({ area }) => area.region === region);
  const totals = coverage.editions.map((edition, i) => {
    const counts: Record<CoverageState, number> = { held: 0, 'published-not-held': 0, 'not-published': 0 };
    for (const { cells } of rows) counts[cells[i]?.state ?? 'not-published'] += 1;
    return { edition, counts };
  });
  return { ...coverage, rows, totals };
}
