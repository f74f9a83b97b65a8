import type { Area } from '../domain/area.ts';
import { areaNameIn } from '../domain/area.ts';
import type { Catalog } from '../domain/catalog.ts';
import { Problem } from '../domain/problem.ts';
import type { Report, ReportHead, ReportId, VersionId } from '../domain/report.ts';
import type { Store } from '../store/store.ts';

/** A report as a page shows it. */
export interface ReportView {
  readonly report: Report;
  readonly area: Area;
  /** All versions held, newest first. */
  readonly versions: readonly ReportHead[];
  /** The same area's reports in the nearest editions held before and after. */
  readonly earlier: ReportHead | null;
  readonly later: ReportHead | null;
}

/** @throws Problem not-found, saying whether it was never published or is not held */
export async function readReport(
  id: ReportId,
  version: VersionId | null,
  catalog: Catalog,
  store: Store,
): Promise<ReportView> {
  const area = catalog.getArea(id.area);
  const head = await readHead(id, version, catalog, store);
  const others = await store.listHeads({ editions: null, areas: [id.area] });
  return {
    report: await store.readReport(head),
    area,
    versions: await store.listVersions(id),
    earlier: others.findLast(({ edition }) => edition < id.edition) ?? null,
    later: others.find(({ edition }) => edition > id.edition) ?? null,
  };
}

/** By edition; of two versions of one edition, by capture. */
export function isOlder(one: ReportView, other: ReportView): boolean {
  if (one.report.edition !== other.report.edition) return one.report.edition < other.report.edition;
  // Newest first: what stands further behind is older.
  const placeOf = ({ report, versions }: ReportView): number =>
    versions.findIndex(({ version }) => version === report.version);
  return placeOf(one) > placeOf(other);
}

/** @throws Problem not-found, as `readReport` */
export async function readHead(
  id: ReportId,
  version: VersionId | null,
  catalog: Catalog,
  store: Store,
): Promise<ReportHead> {
  const area = catalog.getArea(id.area);
  catalog.getEdition(id.edition);
  const head = await store.findHead(id, version);
  if (head === null) throw await missing(id, version, area, store);
  return head;
}

async function missing(id: ReportId, version: VersionId | null, area: Area, store: Store): Promise<Problem> {
  const name = areaNameIn(area, id.edition);
  if (version !== null && (await store.findHead(id, null)) !== null) {
    return new Problem(
      'not-found',
      `This library does not hold that version of the ${id.edition} report on ${name}.`,
    );
  }
  if (!area.published.includes(id.edition)) {
    return new Problem('not-found', `No report on ${name} was published in the ${id.edition} edition.`);
  }
  return new Problem(
    'not-found',
    `The ${id.edition} report on ${name} was published, but this library does not hold it.`,
    ['Import the page to read it here: variorum import PATH.'],
  );
}
