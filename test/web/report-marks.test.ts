import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSampleSite, mainText as textOf } from './sample-site.ts';
import { hrefsIn, openPage, readJson as readSearchJson } from './search-reader.ts';

let site: Awaited<ReturnType<typeof openSampleSite>>;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
  expect(site.faults).toEqual([]);
});

const open = (address: string) => openPage(site, address);
const readJson = (query: string) => readSearchJson(site, query);

describe('a report opened from a search', () => {
  test('has the same passages marked in the same places', async () => {
    for (const q of [
      'prison',
      '"Harrow Fell"',
      'complaints NEAR/5 prosecutors',
      'prison year:2023',
      'heading:prison doctors',
    ]) {
      const { hits } = await readJson(`q=${encodeURIComponent(q)}&years=2023&areas=zza&order=oldest`);
      const { text } = await open(`/2023/zza?q=${encodeURIComponent(q)}`);
      const marked = [...text.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word = '']) =>
        word.replace(/<[^>]*>/g, ''),
      );
      expect(hits.length).toBeGreaterThan(0);
      expect(marked.join('|')).toBe(
        hits.flatMap((hit) => hit.ranges.map(({ start, end }) => hit.text.slice(start, end))).join('|'),
      );
      expect(textOf(text)).toContain(`${hits.length} ${hits.length === 1 ? 'passage' : 'passages'} of `);
    }
  });

  test('is linked from each result, at the passage, and keeps its own lasting address', async () => {
    const { text } = await open('/search?q=labor&spellings=off&years=2022&areas=zza');
    const link = hrefsIn(text).find((href) => href.startsWith('/2022/zza?')) ?? '';
    expect(link).toMatch(/^\/2022\/zza\?q=labor&spellings=off#\S+:\d+$/);
    const report = await open(link.replace(/#.*/, ''));
    expect(report.text).toContain(`id="${link.replace(/^.*#/, '')}"`);
    expect(report.text).toMatch(/<link rel="canonical" href="http:\/\/localhost\/2022\/zza">/);
    expect(hrefsIn(report.text)).toContain('/2022/zza');
    expect(report.text).toContain('Take the marks off');
  });

  test('is unmarked, and says nothing of a search, without a query', async () => {
    for (const address of ['/2023/zza', '/2023/zza?q=', '/2023/zza?spellings=off']) {
      const { text } = await open(address);
      expect(text).not.toContain('<mark>');
      expect(text).not.toContain('Take the marks off');
    }
  });

  test('says so where nothing in it answers to the search', async () => {
    const { text } = await open('/2023/zza?q=nothingofthekind');
    expect(textOf(text)).toContain('Nothing in this report answers to the search.');
  });

  test('can be an older version, which a search of the library does not look at', async () => {
    const { versions } = await site.workbench.getReport({ edition: 2023, area: 'zza' }, null);
    const pages = await Promise.all(
      versions.map(({ version }) => open(`/2023/zza@${version}?q="Little+changed"`)),
    );
    const marked = pages.filter(({ text }) => text.includes('<mark>Little changed</mark>'));
    expect([versions.length, marked.length]).toEqual([2, 1]);
    const newest = marked[0] === pages[0] ? 1 : 0;
    expect((await readJson('q="Little+changed"&years=2023&areas=zza')).passages).toBe(newest);
  });
});
