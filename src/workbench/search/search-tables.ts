import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import type { SearchCount } from '../../domain/search-answer.ts';
import {
  countToJson,
  describeCount,
  describeDenominator,
  listQueryNotes,
  nameForms,
  nameQuery,
  queryToJson,
} from '../../export/describe-search.ts';
import { type DataTable, renderTable } from '../../export/render-table.ts';
import type { GridCell, GridRow, SearchGrid } from './find-grid.ts';
import type { TrendSeries } from './find-trend.ts';
import { formatSearch } from './search-request.ts';

// The doors know no room behind the workbench.
export { type DataTable, describeCount, describeDenominator, listQueryNotes, nameQuery, renderTable };

/** One count that can be repeated. Its JSON has exactly what makes it so. */
export function tabulateCount(count: SearchCount): DataTable {
  const { query, passages, reports, denominator, library } = count;
  return {
    title: `Search: ${nameQuery(query)}`,
    notes: listQueryNotes(query),
    json: countToJson(count),
    noted: ['forms'],
    columns: ['query', 'passages', 'reports', 'of_passages', 'of_reports', 'of_words', 'library', 'forms'],
    rows: [
      [
        query.text,
        passages,
        reports,
        denominator.passages,
        denominator.reports,
        denominator.words,
        library.version,
        nameForms(query),
      ],
    ],
  };
}

/**
 * Queries through the editions: a row a query and edition, empty where nothing could be counted. `rate` is passages
 * for 100,000 words.
 */
export function tabulateTrend(series: readonly TrendSeries[]): DataTable {
  return {
    title: 'Through the editions',
    notes: series.flatMap((one) => [
      `${nameQuery(one.query)}: ${describeCount(one)}, of ${describeDenominator(one)}.`,
      ...listQueryNotes(one.query).map((note) => `${nameQuery(one.query)}: ${note}`),
    ]),
    json: {
      series: series.map(({ request, points, gaps, ...count }) => ({
        ...countToJson(count),
        ...queryToJson(count.query),
        search: formatSearch(request),
        points: points.map(({ rate, ...point }) => ({ ...point, rate: roundRate(rate) })),
        gaps,
      })),
    },
    noted: ['forms'],
    columns: [
      'query',
      'edition',
      'state',
      'passages',
      'reports',
      'rate',
      'of_passages',
      'of_reports',
      'of_words',
      'library',
      'forms',
    ],
    rows: series.flatMap(listTrendRows),
  };
}

function listTrendRows({ query, points, gaps, library }: TrendSeries): (string | number | null)[][] {
  const counted = points.map(({ edition, passages, reports, rate, denominator: of }) => ({
    edition,
    cells: ['counted', passages, reports, roundRate(rate), of.passages, of.reports, of.words],
  }));
  const missing = gaps.map(({ edition, reason }) => ({
    edition,
    cells: [reason, null, null, null, null, null, null],
  }));
  return [...counted, ...missing]
    .sort((a, b) => a.edition - b.edition)
    .map(({ edition, cells }) => [query.text, edition, ...cells, library.version, nameForms(query)]);
}

/** Areas × editions: a row an area and edition, so that what was not published is told from what was not found. */
export function tabulateGrid(grid: SearchGrid, rows: readonly GridRow[] = grid.rows): DataTable {
  const { request, query, library, editions } = grid;
  return {
    title: `By country or area and edition: ${nameQuery(query)}`,
    notes: [
      `${describeCount(grid)}, of ${describeDenominator(grid)}.`,
      ...listQueryNotes(query),
      ABSENCE_NOTE,
    ],
    json: {
      ...countToJson(grid),
      ...queryToJson(query),
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
    noted: ['forms'],
    columns: ['query', 'area', 'area_name', 'edition', 'state', 'passages', 'library', 'forms'],
    rows: rows.flatMap(({ area, name, cells }) =>
      cells.map((cell) => [
        query.text,
        area.id,
        name,
        cell.edition,
        cell.state,
        passagesOf(cell),
        library.version,
        nameForms(query),
      ]),
    ),
  };
}

/** Null where no report is held that could have any. */
function passagesOf(cell: GridCell): number | null {
  if (cell.state === 'reported') return cell.passages;
  return cell.state === 'nothing-found' ? 0 : null;
}

/** Four decimals, in every format alike. */
function roundRate(rate: number | null): number | null {
  return rate === null ? null : Math.round(rate * 10_000) / 10_000;
}
