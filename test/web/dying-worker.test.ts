import { expect, onTestFinished, test } from 'vitest';
import { createComparer } from '../../src/workbench/compare/comparer.ts';
import { assembleWorkbench } from '../../src/workbench/open-workbench.ts';
import { catalog } from '../domain/invented-catalog.ts';
import { makeEditions } from '../workbench/compare/small-editions.ts';
import { openSmallLibrary } from '../workbench/small-library.ts';
import { mainText, makeSite, type TestSite } from './sample-site.ts';

/** A site whose comparisons run on threads that do what the worker says. */
async function openSiteWith(worker: string): Promise<TestSite> {
  const store = await openSmallLibrary(makeEditions());
  const comparer = createComparer({
    threads: 1,
    worker: new URL(`../workbench/compare/${worker}`, import.meta.url),
  });
  onTestFinished(() => comparer.close());
  return makeSite(assembleWorkbench(catalog, store, () => ({ release() {} }), comparer));
}

const PAGES = [
  '/compare/vel/2021/2024',
  '/compare/vel/2021/2024?show=all',
  '/removed/vel/2021/2024',
  '/removed?from=2021&to=2024',
  '/removed?from=2021&to=2024&areas=vel',
  '/2021/vel/1.c:1/history',
  '/areas/velmora/last-reported',
];
const FILES = [
  '/compare/vel/2021/2024.json',
  '/compare/vel/2021/2024.md',
  '/removed/vel/2021/2024.csv',
  '/removed/vel/2021/2024.json',
  '/removed.csv?from=2021&to=2024',
  '/removed.json?from=2021&to=2024&areas=vel',
  '/removed.md?from=2021&to=2024',
  '/removed.txt?from=2021&to=2024',
  '/2021/vel/1.c:1/history.json',
  '/2021/vel/1.c:1/history.csv',
  '/areas/velmora/last-reported.json',
  '/areas/velmora/last-reported.csv',
];

/** What a page says of two reports in which nothing changed. */
const NO_CHANGES = /still stand|Nothing was removed|nothing to be shown|was found again|word for word/i;

test.each(['dying-worker.mjs', 'throwing-worker.mjs'])(
  'where a thread comes to its end (%s), every page says so, and none says that nothing changed',
  async (worker) => {
    const site = await openSiteWith(worker);
    for (const address of PAGES) {
      const { status, type, text } = await site.read(address);
      expect([address, status, type]).toEqual([address, 500, 'text/html']);
      expect(mainText(text)).toContain('Something went wrong here');
      expect(mainText(text)).not.toMatch(NO_CHANGES);
    }
    for (const address of FILES) {
      const { status, type, text } = await site.read(address);
      expect([address, status, type]).toEqual([address, 500, 'application/problem+json']);
      expect(JSON.parse(text)).toMatchObject({ status: 500 });
      expect(text).not.toContain('not finished');
    }
    expect(site.faults).toHaveLength(PAGES.length + FILES.length);
    for (const fault of site.faults) expect(String(fault)).toContain('was not finished');
  },
);

test('the report itself can be read all the same, without the ages of its passages', async () => {
  const site = await openSiteWith('dying-worker.mjs');
  const { status, text } = await site.read('/2024/vel');
  expect(status).toBe(200);
  expect(mainText(text)).not.toContain('word for word since');
});
