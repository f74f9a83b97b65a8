import { ABSENCE_NOTE } from '../domain/gap.ts';
import type { GridCell, GridRow, SearchGrid } from '../workbench/search/find-grid.ts';
import { formatSearch } from '../workbench/search/search-request.ts';
import type { DataDocument } from './data-document.ts';
import { describeSearchCount, listCountNotes } from './search-count-data.ts';

/** Areas × editions, a row for each pair, so that what was not published is told from what was not found. */
export function describeGrid(
  { request, editions, rows: _, ...count }: SearchGrid,
  rows: readonly GridRow[],
): DataDocument {
  const { query, library } = count;
  return {
    title: `By country or area and edition: ${query.text}`,
    notes: [...listCountNotes(count), ABSENCE_NOTE],
    json: {
      ...describeSearchCount(count),
      search: formatSearch(request),
      note: ABSENCE_NOTE,
      editions,
      rows: rows.map(({ area, name, cells, passages, last, newestHeld }) => ({
        area: area.id,
        areaName: name,
        passages,
        last,
        newestHeld,
        cells,
      })),
    },
    columns: ['query', 'area', 'area_name', 'edition', 'state', 'passages', 'library'],
    rows: rows.flatMap(({ area, name, cells }) =>
      cells.map((cell) => [
        query.text,
        area.id,
        name,
        cell.edition,
        cell.state,
        countOf(cell),
        library.version,
      ]),
    ),
  };
}

/** Null where no report is held that could have any. */
function countOf(cell: GridCell): number | null {
  if (cell.state === 'reported') return cell.passages;
  return cell.state === 'nothing-found' ? 0 : null;
}
