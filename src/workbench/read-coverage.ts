import { formatReportId } from '../domain/address.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { Coverage, CoverageCell, CoverageState } from '../domain/coverage.ts';
import type { FindingKind } from '../domain/finding.ts';
import type { Store } from '../store/store.ts';
import { sortFindings } from './import-pages.ts';

const EVERYTHING = { editions: null, areas: null };

/** Which area is held in which edition, published but not held, or was not published; with findings by kind. */
export async function readCoverage(catalog: Catalog, store: Store): Promise<Coverage> {
  const heads = new Map((await store.listHeads(EVERYTHING)).map((head) => [formatReportId(head), head]));
  const versions = await store.countVersions();
  const editions = catalog.editions.map(({ year }) => year);
  const held = new Set([...heads.values()].map(({ area }) => area));
  const rows = catalog.areas
    .filter((area) => area.kind !== 'sample' || held.has(area.id))
    .map((area) => ({
      area,
      cells: editions.map((edition): CoverageCell => {
        const id = formatReportId({ edition, area: area.id });
        const head = heads.get(id);
        const published = area.published.includes(edition);
        return {
          edition,
          state: head !== undefined ? 'held' : published ? 'published-not-held' : 'not-published',
          findings: head?.findingCount ?? 0,
          versions: head === undefined ? 0 : (versions.get(id) ?? 1),
          words: head?.passageWords ?? 0,
        };
      }),
    }));
  const totals = editions.map((edition, i) => {
    const counts: Record<CoverageState, number> = { held: 0, 'published-not-held': 0, 'not-published': 0 };
    for (const { cells } of rows) counts[cells[i]?.state ?? 'not-published'] += 1;
    return { edition, counts };
  });
  return { editions, rows, totals, findings: await countFindings(store) };
}

async function countFindings(store: Store): Promise<Coverage['findings']> {
  const counts = new Map<FindingKind, { count: number; reports: number; seen: Set<string> }>();
  for (const finding of await store.listFindings(EVERYTHING)) {
    const sum = counts.get(finding.kind) ?? { count: 0, reports: 0, seen: new Set() };
    sum.count += finding.count;
    sum.seen.add(formatReportId(finding));
    sum.reports = sum.seen.size;
    counts.set(finding.kind, sum);
  }
  return sortFindings(counts);
}
