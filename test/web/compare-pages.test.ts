import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  FRESH,
  GONE,
  KEPT,
  makeEditions,
  NEWER_OUTLINE,
  OLDER_OUTLINE,
  WANDERER,
} from '../workbench/compare/small-editions.ts';
import { makeReport } from '../workbench/small-library.ts';
import { mainText, makeSite, openSampleSite, openSmallSite } from './sample-site.ts';

let site: Awaited<ReturnType<typeof openSampleSite>>;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
  expect(site.faults).toEqual([]);
});

const ABSENCE = 'Absence of reporting is not evidence of absence.';

/** The page without the nearest passages that are folded away. */
function withoutNearest(html: string): string {
  return html.replace(/<details class="nearest[\s\S]*?<\/details>/g, '');
}

describe('the page of a comparison', () => {
  test('sums up, says where it looked, and shows each kind of change with its words marked', async () => {
    const small = await openSmallSite(makeEditions());
    const { text: html } = await small.read('/compare/vel/2021/2024');
    const text = mainText(withoutNearest(html));
    for (const said of [
      'Velmora: 2021 and 2024 compared',
      'Older Velmora, 2021',
      'Newer Velmora, 2024',
      'Released 9 March 2022',
      'https://reports.example/2021/vel/',
      ABSENCE,
      'Kept; moved from “c. Ill-treatment” to “b. Women”',
      'Looked for in all 4 passages',
      'Under a heading on the same topic, Jails, the 2024 report has no text.',
      `/compare/vel/2021@${makeEditions()[0]?.version}/2024@${makeEditions()[1]?.version}`,
      GONE,
      FRESH,
    ]) {
      expect(text).toContain(said);
    }
    expect(html).toMatch(/<del>forty<\/del>/);
    expect(html).toMatch(/<ins>sixty<\/ins>/);
    expect(text).not.toContain(KEPT);
    expect(text).toContain(
      '1 passage kept word for word: 2021/vel#executive-summary:1 = 2024/vel#executive-summary:1.',
    );
  });

  test('has an address for each pair, and leads from change to change', async () => {
    const small = await openSmallSite(makeEditions());
    const { text } = await small.read('/compare/vel/2021/2024');
    const ids = [...text.matchAll(/<article class="pair [^"]*" id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['from-1.c:1', 'from-1.c:2', 'from-1.c/jails:1', 'to-3.b:2']);
    const links = [...text.matchAll(/href="#([^"]+)" aria-label="Next change"/g)].map(([, id]) => id);
    expect(links).toEqual(ids.slice(1));
    for (const passage of ['2021/vel@[0-9a-f]{12}#1.c/jails:1', '2024/vel@[0-9a-f]{12}#3.b:2'])
      expect(text).toMatch(new RegExp(`href="/${passage}"`));
  });

  test.each([
    ['?show=all', [KEPT, GONE, FRESH, WANDERER], []],
    ['?only=removed', [GONE], [KEPT, FRESH, WANDERER, 'kept word for word']],
    ['?only=moved', [WANDERER], [KEPT, GONE, FRESH]],
    ['?only=same', [KEPT, WANDERER], [GONE, FRESH]],
    ['?topics=jails', [GONE], [KEPT, FRESH, WANDERER]],
    ['?only=added&topics=jails', ['There is nothing to be shown'], [GONE, FRESH]],
  ])('%s shows what it says and no more', async (query, there, notThere) => {
    const small = await openSmallSite(makeEditions());
    const text = mainText(withoutNearest((await small.read(`/compare/vel/2021/2024${query}`)).text));
    for (const said of there) expect(text).toContain(said);
    for (const said of notThere) expect(text).not.toContain(said);
  });

  test('in one column every text stands once', async () => {
    const small = await openSmallSite(makeEditions());
    const { text } = await small.read('/compare/vel/2021/2024?view=one');
    expect(text.split(WANDERER)).toHaveLength(2);
    expect(text).toMatch(/<del>forty<\/del> <ins>sixty<\/ins>/);
  });

  test('of a report and itself says that every word still stands', async () => {
    const text = mainText((await site.read('/compare/zza/2024/2024')).text);
    expect(text).toContain('Velmora: 2024 compared with itself');
    expect(text).toContain('Both sides are the same report: all ');
    expect(text).toMatch(/Removed 0 0/);
  });

  test('of two versions leads from the report’s page, the older one on the left however it is asked for', async () => {
    const { text } = await site.read('/2023/zza');
    const address = /href="(\/compare\/zza\/2023@[^"]+)"/.exec(text)?.[1] ?? '';
    const { status, text: page } = await site.read(address);
    expect(status).toBe(200);
    expect(mainText(page)).toContain('Velmora: two versions of 2023 compared');
    expect(page).toMatch(/<del>Little<\/del>/);
    const [, , area, from, to] = address.split('/');
    const turned = await site.get(`/compare/${area}/${to}/${from}`);
    expect([turned.status, turned.headers.get('Location')]).toEqual([301, address]);
  });

  test('of large reports arrives in pieces, and is known again by its tag', async () => {
    const many = Array.from(
      { length: 700 },
      (_, i) =>
        `Passage ${i} tells of a matter numbered ${i * 7} that concerns officials of district ${i % 31}.`,
    );
    const small = await openSmallSite([
      makeReport(2021, 'vel', [{ key: '1', printed: 'One', texts: many }]),
      makeReport(2024, 'vel', [
        {
          key: '1',
          printed: 'One',
          texts: many.map((text) => `${text} ${'So it was said again. '.repeat(3)}`),
        },
      ]),
    ]);
    const response = await small.get('/compare/vel/2021/2024');
    expect(response.headers.get('Content-Length')).toBeNull();
    const etag = response.headers.get('ETag') ?? '';
    expect(await response.text()).toContain('</html>');
    expect((await small.get('/compare/vel/2021/2024', { 'If-None-Match': etag })).status).toBe(304);
    expect(small.faults).toEqual([]);
  });
});

test('a chart of removals quotes and cites both sides, and reworded passages where they are asked for', async () => {
  const small = await openSmallSite([
    makeReport(2021, 'vel', OLDER_OUTLINE),
    makeReport(2024, 'vel', [
      ...NEWER_OUTLINE,
      {
        key: '4',
        printed: 'Section 4.',
        texts: ['Visitors to the jail in Tarn waited for hours because cells were searched.'],
      },
    ]),
  ]);
  const { text: html } = await small.read('/removed/vel/2021/2024');
  const text = mainText(html);
  for (const said of [
    GONE,
    '2021/vel#1.c/jails:1',
    ABSENCE,
    'Not found in any of the 5 passages of 2024.',
    'Jails 1 passage',
  ])
    expect(text).toContain(said);
  expect(text).toMatch(/Nearest, \d+% alike: 2024\/vel#4:1/);
  expect(text).toContain('Visitors to the jail in Tarn waited for hours because cells were searched.');
  expect(text).not.toContain('sixty');
  const more = (await small.read('/removed/vel/2021/2024?only=removed,edited')).text;
  expect(more).toMatch(/<del>forty<\/del>[\s\S]*<ins>sixty<\/ins>/);
});

test('the roles of the chart’s table are written out, for browsers that forget them where rows are laid out anew', async () => {
  const { text: html } = await site.read('/removed/zza/2022/2024');
  const [table = ''] = /<table class="removals-table[\s\S]*?<\/table>/.exec(html) ?? [];
  const roles = { table: 'table', thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', td: 'cell' };
  for (const [tag, role] of Object.entries(roles)) {
    const opened = [...table.matchAll(new RegExp(`<${tag}(?: [^>]*)?>`, 'g'))].map(([written]) => written);
    expect(opened.length).toBeGreaterThan(0);
    for (const written of opened) expect(written).toContain(`role="${role}"`);
  }
  for (const [written] of table.matchAll(/<th [^>]*>/g)) expect(written).toMatch(/role="(column|row)header"/);
});

describe('the form', () => {
  test('begins with the two newest editions held, and with the area’s own where one is named', async () => {
    const { text } = await site.read('/compare');
    expect([...text.matchAll(/<option value="(\d+)" selected/g)].map(([, year]) => year)).toEqual([
      '2023',
      '2024',
    ]);
    const named = await site.read('/compare?area=zzb&to=2023');
    expect([...named.text.matchAll(/<option value="(\d+)" selected/g)].map(([, year]) => year)).toEqual([
      '2022',
      '2023',
    ]);
    expect(mainText(named.text)).toContain('Quendary, edition by edition');
  });

  test('says what is to be mended and keeps the rest', async () => {
    const { status, text } = await site.read('/compare?area=Velmoora&from=2022&to=2023');
    expect(status).toBe(400);
    expect(mainText(text)).toContain('no area or region is called “Velmoora”; near to it: Velmora');
    expect(text).toContain('value="Velmoora"');
    expect([...text.matchAll(/<option value="(\d+)" selected/g)].map(([, year]) => year)).toEqual([
      '2022',
      '2023',
    ]);
  });
});

describe('what cannot be compared', () => {
  test.each([
    [
      '/compare/mli/2023/2024',
      404,
      'The 2023 report on Mali was published, but this library does not hold it.',
    ],
    ['/compare/zza/2016/2024', 404, 'No report on Velmora was published in the 2016 edition.'],
    ['/compare/velmura/2023/2024', 404, 'No country or area is called “velmura”.'],
    ['/compare/zza/2031/2024', 404, 'There is no edition 2024.'.replace('2024', '2031')],
    ['/compare/zza/now/2024', 404, 'There is no edition “now”.'],
    [
      '/compare/zza/2023/2024.rtf',
      404,
      'A comparison is to be had as pdf, docx, txt, md, html, json, jsonl or csv.',
    ],
    ['/compare/zza/2023@0123456789ab/2024', 404, 'does not hold that version of the 2023 report on Velmora'],
    ['/compare/zza/2023/2024?only=lost', 400, 'only: “lost” is not known'],
    ['/compare/zza/2023/2024?view=three', 400, 'view: “three” is not known; write one or two.'],
    ['/compare/zza/2023/2024?topics=prisons', 400, 'topics: there is no topic “prisons”'],
    ['/removed/zza/2023/2024?only=same', 400, 'only: here it is removed, or removed,edited.'],
    [
      '/removed/zza/2023/2024.html',
      404,
      'A chart of removals is to be had as pdf, docx, txt, md, json or csv.',
    ],
  ])('%s is told with the reason', async (address, code, says) => {
    const { status, text } = await site.read(address);
    expect(status).toBe(code);
    expect(mainText(text)).toContain(says);
  });

  test('data is refused as data', async () => {
    const { status, type, text } = await site.read('/compare/mli/2023/2024.json');
    expect([status, type, JSON.parse(text).kind]).toEqual([404, 'application/problem+json', 'not-found']);
  });
});

test('a comparison that fails is an error page, never a page without changes', async () => {
  const broken = makeSite({
    ...site.workbench,
    compareReports: () => Promise.reject(new Error('The comparison of a with b was not finished.')),
  });
  for (const address of ['/compare/zza/2023/2024', '/removed/zza/2023/2024', '/compare/zza/2023/2024.csv']) {
    const { status, text } = await broken.read(address);
    expect(status).toBe(500);
    expect(text).not.toContain('still stand');
  }
  expect(broken.faults).toHaveLength(3);
});

test('a report and an area lead to their comparisons', async () => {
  const report = await site.read('/2023/zza');
  for (const address of ['/compare/zza/2022/2023', '/compare/zza/2023/2024', '/compare?area=zza&amp;to=2023'])
    expect(report.text).toContain(`href="${address}"`);
  expect((await site.read('/areas/velmora')).text).toContain('href="/compare?area=zza"');
});
