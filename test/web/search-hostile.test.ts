import { parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSampleSite, mainText as textOf } from './sample-site.ts';
import { openPage } from './search-reader.ts';

let site: Awaited<ReturnType<typeof openSampleSite>>;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
  expect(site.faults).toEqual([]);
});

const open = (address: string) => openPage(site, address);

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\'"`&<>',
  "'; DROP TABLE passages; --",
  'a\u0000b',
  '\u202E\u200B\uFFFF',
  '*',
  '((((((((((',
  '"',
  'NEAR/99999999999',
  'heading:',
  'area:<b>x</b>',
  '-',
  'OR AND NOT',
  '💥'.repeat(100),
  '\\',
  '%',
  '&years=2023',
];

describe('hostile queries', () => {
  test.each(HOSTILE)('neither break the page nor get out of it: %j', async (typed) => {
    const query = `q=${encodeURIComponent(typed)}`;
    for (const address of [`/search?${query}`, `/2023/zza?${query}`]) {
      const { status, text } = await open(address);
      expect([200, 400]).toContain(status);
      expectHarmless(text);
    }
    for (const ending of ['json', 'csv', 'md']) {
      expect([200, 400]).toContain((await site.get(`/search.${ending}?${query}`)).status);
    }
  });

  test('of bytes that are no text are answered as well', async () => {
    for (const query of ['q=%ED%A0%80', 'q=%', 'q=%FF%FE', 'q=%00', 'q=a%ZZ', 'q=prison&q=food']) {
      expect([200, 400]).toContain((await open(`/search?${query}`)).status);
      expect([200, 400]).toContain((await open(`/2023/zza?${query}`)).status);
    }
  });

  test('of three thousand characters are refused in words, and kept', async () => {
    const typed = 'word '.repeat(600).trim();
    const { status, text } = await open(`/search?q=${encodeURIComponent(typed)}`);
    expect(status).toBe(400);
    expect(textOf(text)).toContain(`The query has ${typed.length} characters; at most 2000 can be searched.`);
    expect(text).toContain(typed);
    const report = await open(`/2023/zza?q=${encodeURIComponent(typed)}`);
    expect(report.status).toBe(200);
    expect(textOf(report.text)).toContain('Nothing is marked, because');
  });
});

/** No script but ours, and no attribute that would run one. */
function expectHarmless(html: string): void {
  const visit = (node: object): void => {
    if ('name' in node && 'attribs' in node) {
      const attributes = Object.entries(node.attribs as Record<string, string>);
      if (node.name === 'script') {
        expect(attributes.map(([name]) => name)).toEqual(['type', 'src']);
        expect((node.attribs as Record<string, string>).src).toMatch(/^\/assets\//);
      }
      expect(['img', 'b', 'iframe']).not.toContain(node.name);
      expect(attributes.filter(([name]) => name.startsWith('on') || name === 'style')).toEqual([]);
    }
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(visit);
  };
  visit(parseDocument(html));
}
