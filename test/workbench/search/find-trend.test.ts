import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TrendSeries } from '../../../src/workbench/search/find-trend.ts';
import type { SearchParameters } from '../../../src/workbench/search/search-request.ts';
import { openSampleLibrary, SAMPLE } from '../../store/sample-library.ts';
import { ask, countPassages, readAll, samplePages } from './scan-sample.ts';

let library: Awaited<ReturnType<typeof openSampleLibrary>>;
beforeAll(async () => {
  library = await openSampleLibrary();
});
afterAll(() => library.remove());

async function trend(q: string, more: Partial<SearchParameters> = {}): Promise<TrendSeries> {
  const request = await library.workbench.parseSearch(ask(q, more));
  const [series] = await library.workbench.findTrend([request]);
  if (series === undefined) throw new Error('There is no series.');
  return series;
}

describe('a query through the editions', () => {
  test.each([
    ['"prison"', /\bprison\b/i],
    ['"the commission"', /\bthe commission\b/i],
    ['"reporters" OR "reporter"', /\breporters?\b/i],
  ])('%s: passages, reports and words are those that a scan of the texts counts', async (q, pattern) => {
    const reports = await readAll(library.workbench);
    const { points } = await trend(q);
    const scanned = [2022, 2023, 2024].map((edition) => {
      const all = reports.filter((report) => report.edition === edition);
      const counts = all.map((report) => countPassages(report, pattern));
      const words = all.reduce((sum, { passageWords }) => sum + passageWords, 0);
      const passages = counts.reduce((sum, count) => sum + count, 0);
      return {
        edition,
        passages,
        reports: counts.filter((count) => count > 0).length,
        denominator: {
          reports: samplePages(SAMPLE, edition),
          passages: all.reduce((sum, { passageCount }) => sum + passageCount, 0),
          words,
        },
        rate: (passages * 100_000) / words,
      };
    });
    expect(scanned.some(({ passages }) => passages > 0)).toBe(true);
    expect(points).toEqual(scanned);
  });

  test('filters narrow the denominator too', async () => {
    const all = await trend('prison');
    const one = await trend('prison', { areas: ['zza'] });
    expect(one.points.map(({ denominator }) => denominator.reports)).toEqual([1, 1, 1]);
    expect(one.denominator.words).toBeLessThan(all.denominator.words);
  });

  test('an edition that is not held is a gap and no zero', async () => {
    const { points, gaps } = await trend('prison', { years: ['2020-2023'] });
    expect(points.map(({ edition }) => edition)).toEqual([2022, 2023]);
    expect(gaps).toEqual([
      { edition: 2020, reason: 'published-not-held' },
      { edition: 2021, reason: 'published-not-held' },
    ]);
  });

  test('an edition in which nothing was published on the area is told apart from one that is not held', async () => {
    const { gaps } = await trend('prison', { areas: ['zza'], years: ['2021-2022'] });
    expect(gaps).toEqual([{ edition: 2021, reason: 'not-published' }]);
  });

  test('an edition without the section asked for is a gap too', async () => {
    const { points, gaps } = await trend('the', { sections: ['1.g'], areas: ['zzb'] });
    expect(points.map(({ edition }) => edition)).not.toContain(2024);
    expect(gaps).toContainEqual({ edition: 2024, reason: 'nothing-under-filters' });
  });

  test('editions that a filter among the words leaves out were not asked for', async () => {
    const { points, gaps } = await trend('prison year:2023');
    expect(points.map(({ edition }) => edition)).toEqual([2023]);
    expect(gaps).toEqual([]);
  });
});
