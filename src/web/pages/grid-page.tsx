import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import type { GridCell, GridRow, SearchGrid } from '../../workbench/search/find-grid.ts';
import type { GridSort } from '../../workbench/search/sort-grid.ts';
import { areaAddress, editionAddress, searchAddress } from '../addresses.ts';
import { SearchCounts } from '../components/search/search-counts.tsx';
import { ViewHead } from '../components/search/view-head.tsx';
import { ViewFiles } from '../components/view-files.tsx';
import type { Site } from '../document.tsx';
import { formatCount, formatNumber } from '../plain-words.ts';
import { gridAddress } from '../search-view-addresses.ts';

const SIGNS = { 'nothing-found': '×', 'published-not-held': '○', 'not-published': '–' } as const;

const WORDS = {
  'nothing-found': 'nothing found',
  'published-not-held': 'published, not held',
  'not-published': 'not published',
} as const;

/** Areas × editions: where a thing is reported, and when it was reported last. */
export function GridPage({
  site,
  grid,
  rows,
  sort,
}: {
  readonly site: Site;
  readonly grid: SearchGrid;
  /** In the order asked for. */
  readonly rows: readonly GridRow[];
  readonly sort: GridSort;
}) {
  const { request, editions } = grid;
  const found = rows.filter(({ passages }) => passages > 0).length;
  return (
    <div class="wrap search-page">
      <ViewHead
        site={site}
        request={request}
        view="grid"
        title="Search: where"
        widenings={grid.query.widenings}
        addressOf={(one) => gridAddress(one, sort)}
      />
      <SearchCounts count={grid} />
      <p class="absence">{ABSENCE_NOTE}</p>
      <ul class="key" aria-label="Signs">
        <li>
          <span class="sign grid-number">12</span> passages found
        </li>
        {(['nothing-found', 'published-not-held', 'not-published'] as const).map((state) => (
          <li>
            <span class={`sign ${state}`} aria-hidden="true">
              {SIGNS[state]}
            </span>{' '}
            {WORDS[state]}
          </li>
        ))}
      </ul>
      <section class="table-frame coverage-frame grid-frame" aria-labelledby="grid-caption" tabindex={0}>
        <table class="coverage-table grid-table">
          <caption id="grid-caption">
            Passages found: in {formatNumber(found)} of{' '}
            {formatCount(rows.length, 'country or area', 'countries and areas')}
          </caption>
          <thead>
            <tr>
              <SortHead grid={grid} sort={sort} by="area" name="Country or area" />
              {editions.map((year) => (
                <th scope="col">
                  <a href={editionAddress(year)}>{year}</a>
                </th>
              ))}
              <SortHead grid={grid} sort={sort} by="last" name="Last reported" />
              <SortHead grid={grid} sort={sort} by="total" name="Total" />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row row={row} grid={grid} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Countries and areas</th>
              {editions.map((_, i) => (
                <td>{formatNumber(rows.filter(({ cells }) => cells[i]?.state === 'reported').length)}</td>
              ))}
              <td />
              <td>{formatNumber(grid.passages)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      <ViewFiles
        site={site}
        what="The grid"
        address={gridAddress(request, sort)}
        fileAddress={(format) => gridAddress(request, sort, format)}
      />
    </div>
  );
}

/** Pressed once more, the order is turned round. */
function SortHead({
  grid,
  sort,
  by,
  name,
}: {
  readonly grid: SearchGrid;
  readonly sort: GridSort;
  readonly by: 'area' | 'last' | 'total';
  readonly name: string;
}) {
  const isOn = sort === by || sort === `-${by}`;
  // Names go up from A as they are; years and numbers come down from the greatest.
  const isUp = (sort === by) === (by === 'area');
  return (
    <th scope="col" class={`by-${by}`} aria-sort={isOn ? (isUp ? 'ascending' : 'descending') : undefined}>
      <a href={gridAddress(grid.request, sort === by ? `-${by}` : by)}>
        {name}
        <span class="sort-sign" aria-hidden="true">
          {isOn ? (isUp ? ' ▲' : ' ▼') : ''}
        </span>
      </a>
    </th>
  );
}

function Row({ row, grid }: { readonly row: GridRow; readonly grid: SearchGrid }) {
  const { area, name, cells, last, newestHeld, passages } = row;
  return (
    <tr>
      <th scope="row">
        <a href={areaAddress(area)}>{name}</a>
      </th>
      {cells.map((cell) => (
        <Cell cell={cell} row={row} grid={grid} />
      ))}
      <td class={last === null ? 'nothing-found' : last < newestHeld ? 'gone' : undefined}>
        {last ?? 'not found'}
        {last !== null && last < newestHeld ? (
          <span class="unseen">, and not in {newestHeld}, the newest held</span>
        ) : null}
      </td>
      <td>{formatNumber(passages)}</td>
    </tr>
  );
}

function Cell({
  cell,
  row,
  grid,
}: {
  readonly cell: GridCell;
  readonly row: GridRow;
  readonly grid: SearchGrid;
}) {
  if (cell.state !== 'reported') {
    return (
      <td class={cell.state}>
        <span aria-hidden="true">{SIGNS[cell.state]}</span>
        <span class="unseen">{WORDS[cell.state]}</span>
      </td>
    );
  }
  const { edition, passages } = cell;
  const request = {
    ...grid.request,
    years: [edition],
    areas: [{ kind: 'area', area: row.area.id } as const],
  };
  return (
    <td class={`level-${levelOf(passages)}`}>
      <a href={searchAddress(request)}>{formatNumber(passages)}</a>
    </td>
  );
}

/** The shade behind a number: it says no more than the number does. */
function levelOf(passages: number): number {
  return passages < 3 ? 1 : passages < 10 ? 2 : passages < 30 ? 3 : 4;
}
