import { assertNever } from '../domain/assert-never.ts';
import type { GridCell, SearchGrid } from '../workbench/search/find-grid.ts';
import { formatSearch } from '../workbench/search/search-request.ts';
import { describeCountHead } from './describe-count.ts';
import { formatCount, renderTextTable } from './text-table.ts';

/** A line a country or area, a column an edition: passages found, or why none could be. */
export function describeGrid({ request, editions, rows, ...count }: SearchGrid): string {
  const right = [...editions.map(String), 'All', 'Last'].map((heading) => ({
    heading,
    align: 'right' as const,
  }));
  const table = renderTextTable(
    [{ heading: 'Country or area', align: 'left' }, ...right],
    rows.map(({ name, cells, passages, last }) => [
      name,
      ...cells.map(signOf),
      formatCount(passages),
      last === null ? '–' : String(last),
    ]),
  );
  const legend = 'Passages found; 0 none found   ○ published, not held   · not published\n';
  return `${describeCountHead(count, formatSearch(request))}\n${legend}\n${table}`;
}

/** The signs of `variorum coverage`. */
function signOf(cell: GridCell): string {
  switch (cell.state) {
    case 'reported':
      return formatCount(cell.passages);
    case 'nothing-found':
      return '0';
    case 'published-not-held':
      return '○';
    case 'not-published':
      return '·';
    default:
      return assertNever(cell);
  }
}
