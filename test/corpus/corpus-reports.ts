import { hash } from 'node:crypto';
import type { Report } from '../../src/domain/report.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import { loadCatalog } from '../../src/workbench/load-catalog.ts';
import { listCorpusPages, readCorpusPage } from './pages.ts';

/** The report of every page of CORPUS: for each area, in the order of its editions. */
export function readCorpusReports(): Map<string, Report[]> {
  const catalog = loadCatalog();
  const areas = new Map<string, Report[]>();
  for (const path of listCorpusPages()) {
    const bytes = readCorpusPage(path);
    const sha256 = hash('sha256', Buffer.from(bytes), 'hex');
    const report = readPage(
      { bytes, sha256, path, address: null, capturedAt: null, capturedAtSource: null },
      catalog,
    );
    const list = areas.get(report.area) ?? [];
    list.push(report);
    areas.set(report.area, list);
  }
  return areas;
}

/** Every report beside the next one of its area. */
export function listAdjacentPairs(areas: ReadonlyMap<string, readonly Report[]>): [Report, Report][] {
  return [...areas.values()].flatMap((reports) =>
    reports.slice(1).flatMap((right, i): [Report, Report][] => {
      const left = reports[i];
      return left === undefined ? [] : [[left, right]];
    }),
  );
}
