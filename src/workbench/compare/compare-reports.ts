import { formatReportId } from '../../domain/address.ts';
import type { AreaId } from '../../domain/area.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { ComparedReport, ComparisonView } from '../../domain/comparison-view.ts';
import { applyToAutomatic } from '../../domain/corrected-comparison.ts';
import type { Report, VersionId } from '../../domain/report.ts';
import { arrangeComparison } from '../../domain/topic-changes.ts';
import type { Store } from '../../store/store.ts';
import { resolveCorrections } from '../corrections/resolve-corrections.ts';
import { isOlder, readReport } from '../read-report.ts';
import type { Comparer } from './comparer.ts';

/** Which two reports on an area to compare; without a version, the newest. */
export interface CompareRequest {
  readonly area: AreaId;
  readonly from: number;
  readonly to: number;
  readonly fromVersion?: VersionId | null;
  readonly toVersion?: VersionId | null;
  /** False: as the program alone aligns them. */
  readonly corrections?: boolean;
}

/**
 * Compares two reports on one area. The older stands on the left, whichever was named first; of two versions of one
 * edition, the one captured earlier.
 * @throws Problem not-found, saying of either report whether it was never published or is not held
 */
export async function compareReports(
  { area, from, to, fromVersion = null, toVersion = null, corrections: used = true }: CompareRequest,
  catalog: Catalog,
  store: Store,
  comparer: Comparer,
): Promise<ComparisonView> {
  const library = await store.getStamp();
  const one = await readReport({ edition: from, area }, fromVersion, catalog, store);
  const other =
    from === to && fromVersion === toVersion
      ? one
      : await readReport({ edition: to, area }, toVersion, catalog, store);
  const [left, right] = isOlder(other, one) ? [other, one] : [one, other];
  const resolved = resolveCorrections(
    await store.listCorrections({ area, editions: [left.report.edition, right.report.edition] }),
    left.report,
    right.report,
  );
  const automatic = await comparer.compare(left.report, right.report);
  const comparison =
    used && resolved.length > 0 ? await comparer.compare(left.report, right.report, resolved) : automatic;
  return arrangeComparison(
    {
      area: one.area,
      left: toCompared(left.report, catalog),
      right: toCompared(right.report, catalog),
      comparison,
      library,
    },
    catalog,
    { applied: applyToAutomatic(resolved, automatic), used },
  );
}

function toCompared(report: Report, catalog: Catalog): ComparedReport {
  const { sections, passages } = report;
  if (passages.some(({ order }, i) => order !== i + 1)) {
    throw new Error(`The passages of ${formatReportId(report)} are not in order.`);
  }
  return { head: report, edition: catalog.getEdition(report.edition), sections, passages };
}
