import { type Area, areaNameIn, areaSlug } from '../domain/area.ts';
import type { Coverage, CoverageRow } from '../domain/coverage.ts';
import type { LibraryStamp } from '../domain/library-stamp.ts';
import type { DataDocument } from './data-document.ts';

/** All countries and areas, a row each; `held` and `published` are years between semicolons. */
export function describeAreas(coverage: Coverage, stamp: LibraryStamp): DataDocument {
  return {
    title: 'Countries and areas',
    notes: [`Library version ${stamp.version}.`],
    json: {
      library: { version: stamp.version },
      areas: coverage.rows.map(({ area, cells }) => ({ ...describeArea(area), held: listHeld(cells) })),
    },
    columns: ['area', 'name', 'slug', 'region', 'kind', 'parent', 'held', 'published'],
    rows: coverage.rows.map(({ area, cells }) => [
      area.id,
      area.name,
      areaSlug(area),
      area.region,
      area.kind,
      area.parent,
      listHeld(cells).join(';'),
      area.published.join(';'),
    ]),
  };
}

/** One country or area, a row an edition. */
export function describeAreaRow({ area, cells }: CoverageRow, stamp: LibraryStamp): DataDocument {
  const reports = cells.map((cell) => ({
    ...cell,
    name: areaNameIn(area, cell.edition),
    address: cell.state === 'held' ? `${cell.edition}/${area.id}` : null,
  }));
  return {
    title: area.name,
    notes: [`Library version ${stamp.version}.`],
    json: { library: { version: stamp.version }, area: describeArea(area), reports },
    columns: ['edition', 'area', 'area_name', 'state', 'words', 'findings', 'versions', 'address'],
    rows: reports.map(({ edition, name, state, words, findings, versions, address }) => [
      edition,
      area.id,
      name,
      state,
      words,
      findings,
      versions,
      address,
    ]),
  };
}

function describeArea(area: Area): Area & { readonly slug: string } {
  return { ...area, slug: areaSlug(area) };
}

function listHeld(cells: CoverageRow['cells']): number[] {
  return cells.flatMap(({ edition, state }) => (state === 'held' ? edition : []));
}
