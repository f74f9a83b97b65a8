import type { Coverage } from '../domain/coverage.ts';
import type { LibraryStamp } from '../domain/library-stamp.ts';
import type { DataDocument } from './data-document.ts';

/** Editions × areas, a row for each pair. */
export function describeCoverage(coverage: Coverage, stamp: LibraryStamp): DataDocument {
  return {
    title: 'Coverage',
    notes: [
      ...coverage.totals.map(
        ({ edition, counts }) =>
          `${edition}: ${counts.held} held, ${counts['published-not-held']} published but not held.`,
      ),
      `Library version ${stamp.version}.`,
    ],
    json: {
      library: { version: stamp.version },
      editions: coverage.editions,
      totals: coverage.totals,
      areas: coverage.rows.map(({ area, cells }) => ({
        area: area.id,
        name: area.name,
        region: area.region,
        cells,
      })),
      findings: coverage.findings,
    },
    columns: ['edition', 'area', 'area_name', 'region', 'state', 'words', 'findings', 'versions'],
    rows: coverage.rows.flatMap(({ area, cells }) =>
      cells.map(({ edition, state, words, findings, versions }) => [
        edition,
        area.id,
        area.name,
        area.region,
        state,
        words,
        findings,
        versions,
      ]),
    ),
  };
}
