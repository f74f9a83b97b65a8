import type { ReportFilter } from '../store.ts';

/** Holds for the rows of `report_version` that a filter lets through. */
export const WITHIN_FILTER = `
  (@editions IS NULL OR report_version.edition IN (SELECT value FROM json_each(@editions)))
  AND (@areas IS NULL OR report_version.area IN (SELECT value FROM json_each(@areas)))`;

/** The filter's lists as JSON, since a statement has a fixed number of parameters and a list has not. */
export interface FilterBinding {
  readonly editions: string | null;
  readonly areas: string | null;
}

export function bindFilter({ editions, areas }: ReportFilter): FilterBinding {
  return {
    editions: editions === null ? null : JSON.stringify(editions),
    areas: areas === null ? null : JSON.stringify(areas),
  };
}
