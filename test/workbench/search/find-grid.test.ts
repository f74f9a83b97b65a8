import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GridRow, SearchGrid } from '../../../src/workbench/search/find-grid.ts';
import type { SearchParameters } from '../../../src/workbench/search/search-request.ts';
import { type GridSort, sortGrid } from '../../../src/workbench/search/sort-grid.ts';
import { openSampleLibrary } from '../../store/sample-library.ts';
import { ask, countPassages, readAll } from './scan-sample.ts';

let library: Awaited<ReturnType<typeof openSampleLibrary>>;
beforeAll(async () => {
  library = await openSampleLibrary();
});
afterAll(() => library.remove());

async function grid(q: string, more: Partial<SearchParameters> = {}): Promise<SearchGrid> {
  return library.workbench.findGrid(await library.workbench.parseSearch(ask(q, more)));
}

describe('where a thing is reported', () => {
  test.each([
    ['"commission"', /\bcommission\b/i],
    ['"judge"', /\bjudge\b/i],
    ['"snow"', /\bsnow\b/i],
  ])('%s: each cell has the passages that a scan of its report counts', async (q, pattern) => {
    const reports = await readAll(library.workbench);
    const { rows, editions } = await grid(q);
    expect(editions).toEqual([2022, 2023, 2024]);
    expect(rows.map(({ area }) => area.id).sort()).toEqual(['zza', 'zzb', 'zzc']);
    for (const { area, cells } of rows) {
      for (const cell of cells) {
        const report = reports.find((one) => one.area === area.id && one.edition === cell.edition);
        const count = report === undefined ? -1 : countPassages(report, pattern);
        expect(cell).toEqual(
          count > 0
            ? { state: 'reported', edition: cell.edition, passages: count }
            : { state: 'nothing-found', edition: cell.edition },
        );
      }
    }
  });

  test('the newest edition with a hit is the last in which it was reported', async () => {
    const { rows } = await grid('"commission"');
    for (const { cells, last, passages } of rows) {
      const found = cells.filter(({ state }) => state === 'reported').map(({ edition }) => edition);
      expect(last).toBe(found.at(-1) ?? null);
      expect(passages > 0).toBe(found.length > 0);
    }
  });

  test('an edition outside the years asked for has no column; one that is not held has one', async () => {
    expect((await grid('the', { years: ['2023'] })).editions).toEqual([2023]);
    expect((await grid('the year:2023')).editions).toEqual([2023]);
  });

  test('what the query leaves out has neither row nor column: nothing was looked for there', async () => {
    const { rows, editions, denominator } = await grid('the -area:zza -year:2023');
    expect(rows.map(({ area }) => area.id).sort()).toEqual(['zzb', 'zzc']);
    expect(editions).toEqual([2022, 2024]);
    const kept = await grid('the', { years: ['2022', '2024'], areas: ['zzb', 'zzc'] });
    expect(denominator).toEqual(kept.denominator);
    expect((await grid('the (area:zzb OR area:zzc) year:2022,2024')).denominator).toEqual(kept.denominator);
  });
});

describe('the rows in order', () => {
  const row = (name: string, passages: number, last: number | null): GridRow =>
    ({ name, passages, last, cells: [], newestHeld: 2024 }) as unknown as GridRow;
  const rows = [row('A', 3, 2022), row('B', 0, null), row('C', 9, 2024), row('D', 3, 2024)];
  const order = (sort: GridSort): string =>
    sortGrid(rows, sort)
      .map(({ name }) => name)
      .join('');

  test.each([
    ['area', 'ABCD'],
    ['-area', 'DCBA'],
    ['last', 'CDAB'],
    ['-last', 'ACDB'],
    ['total', 'CADB'],
    ['-total', 'BADC'],
  ] as const)('by %s', (sort, expected) => {
    expect(order(sort)).toBe(expected);
  });
});
