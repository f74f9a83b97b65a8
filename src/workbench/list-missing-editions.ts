import type { Area } from '../domain/area.ts';
import type { Catalog } from '../domain/catalog.ts';
import { missingReport } from '../domain/gap.ts';
import type { Gap } from '../domain/publication.ts';
import type { ReportHead } from '../domain/report.ts';

/** Editions without a report on an area, from the first published or held to the last. */
export function listMissingEditions(area: Area, heads: readonly ReportHead[], catalog: Catalog): Gap[] {
  const held = new Set(heads.map(({ edition }) => edition));
  const known = [...area.published, ...held];
  const [from, to] = [Math.min(...known), Math.max(...known)];
  return catalog.editions
    .filter(({ year }) => year >= from && year <= to && !held.has(year))
    .map(({ year }) => missingReport(area, year));
}
