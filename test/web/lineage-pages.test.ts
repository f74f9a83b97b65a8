import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assembleWorkbench } from '../../src/workbench/open-workbench.ts';
import { catalog } from '../domain/invented-catalog.ts';
import {
  AFTER,
  ENDS,
  FIRM,
  makeFour,
  makeWithReturn,
  WANDERS,
} from '../workbench/lineage/invented-editions.ts';
import { makeReport, openSmallLibrary } from '../workbench/small-library.ts';
import { mainText, makeSite, openSampleSite, openSmallSite } from './sample-site.ts';

const ABSENCE = 'Absence of reporting is not evidence of absence.';

let site: Awaited<ReturnType<typeof openSampleSite>>;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
  expect(site.faults).toEqual([]);
});

/** The signs of a report’s page: address and words. */
function listSigns(html: string): [string, string][] {
  return [...html.matchAll(/<a class="age" href="([^"]+)">([^<]+)<\/a>/g)].map(
    ([, address = '', text = '']) => [address, text],
  );
}

describe('the page of a passage’s history', () => {
  test('says in words what became of it, with every form from the oldest to the newest', async () => {
    const small = await openSmallSite(makeFour());
    const { status, text: html } = await small.read('/2024/vel/1.c:1/history');
    expect(status).toBe(200);
    const text = mainText(html);
    for (const said of [
      'Velmora: a passage through the editions',
      'Reworded in 2021.',
      'It stands in the newest edition held, 2024.',
      'Published, but not held here, and so not looked at: 2020.',
      AFTER,
      'https://reports.example/2018/vel/',
      'Version ' + makeFour()[2]?.version,
    ])
      expect(text).toContain(said);
    expect(html).toMatch(/<del>forty<\/del> <ins>sixty<\/ins>/);
    const years = [...html.matchAll(/<h2 id="in-(\d{4})"/g)].map(([, year]) => year);
    expect(years).toEqual(['2018', '2019', '2021', '2024']);
    expect(text).not.toContain(ABSENCE);
  });

  test.each([
    ['began later', makeFour(), '/2024/vel/6:1/history'],
    ['was left out and came back', makeWithReturn(), '/2018/vel/1.c/jails:1/history'],
  ])('of what %s has the sentence on absence too, in every format', async (_, editions, address) => {
    const small = await openSmallSite(editions);
    for (const ending of ['', '.md', '.txt', '.csv', '.json'])
      expect((await small.read(`${address}${ending}`)).text).toContain(ABSENCE);
    for (const ending of ['', '.md', '.txt', '.csv'])
      expect((await small.read(`/2018/vel/1.c:1/history${ending}`)).text).not.toContain(ABSENCE);
  });

  test('of what ends says so with the sentence on absence, and leads to what the next edition has', async () => {
    const small = await openSmallSite(makeFour());
    const { text: html } = await small.read('/2018/vel/1.c/jails:1/history');
    expect(mainText(html)).toContain('Last reported in 2019: it was looked for in the whole 2021 report');
    expect(mainText(html)).toContain(ABSENCE);
    expect(html).toContain('href="/compare/vel/2019/2021#from-1.c/jails:1"');
    expect(html).toContain('href="/removed/vel/2019/2021"');
  });

  test('is reached at the address of an older version, which it says', async () => {
    const older = (
      JSON.parse((await site.read('/2023/zza.json')).text) as { versions: { version: string }[] }
    ).versions[1]?.version;
    const { status, text } = await site.read(`/2023/zza@${older}/executive-summary:1/history`);
    expect(status).toBe(200);
    expect(mainText(text)).toContain(`Asked for as 2023/zza@${older}#executive-summary:1`);
    expect(text).toContain(
      '<link rel="canonical" href="http://localhost/2023/zza/executive-summary:1/history">',
    );
  });

  test.each([
    ['/2023/zza/1.c:999/history', 404, 'has no passage 999'],
    ['/2023/zza/9.z:1/history', 404, 'The report 2023/zza has no section 9.z.'],
    ['/2023/mli/1.c:1/history', 404, 'was published, but this library does not hold it'],
    ['/2023/zza/1.c:1/history.pdf', 404, 'A history is to be had as txt, md, json or csv.'],
    ['/2023/zza/1.c/history', 404, 'There is nothing at this address.'],
    ['/2023/zza/%3Cb%3E:1/history', 404, 'There is nothing at this address.'],
    ['/2023/velmura/1.c:1/history', 404, 'No country or area is called “velmura”.'],
    ['/areas/velmura/last-reported', 404, 'No country or area is called “velmura”.'],
    ['/areas/mali/last-reported', 404, 'This library holds no report on Mali.'],
  ])('%s is told with the reason', async (address, code, says) => {
    const { status, text } = await site.read(address);
    expect(status).toBe(code);
    expect(mainText(text)).toContain(says);
  });
});

describe('beside each passage of a report', () => {
  test('stands how old its wording is, and one link to its history', async () => {
    const small = await openSmallSite(makeFour());
    const { text } = await small.read('/2021/vel');
    expect(listSigns(text)).toEqual([
      ['/2021/vel/executive-summary:1/history', 'word for word since 2018'],
      ['/2021/vel/1.c:1/history', 'reworded after 2019'],
      ['/2021/vel/6:1/history', 'word for word since 2018'],
      ['/2021/vel/6:2/history', 'new after 2019'],
    ]);
    for (const [address] of listSigns(text)) expect((await small.read(address)).status).toBe(200);
  });

  test('of the oldest edition stands only the way to its history', async () => {
    const small = await openSmallSite(makeFour());
    expect(new Set(listSigns((await small.read('/2018/vel')).text).map(([, text]) => text))).toEqual(
      new Set(['history']),
    );
  });

  test('stands nothing where one edition alone is held, or the version is an older one', async () => {
    const small = await openSmallSite(makeFour().slice(0, 1));
    expect(listSigns((await small.read('/2018/vel')).text)).toEqual([]);
    const { versions } = JSON.parse((await site.read('/2023/zza.json')).text);
    expect(listSigns((await site.read(`/2023/zza@${versions[1].version}`)).text)).toEqual([]);
  });

  test('a new edition changes the signs at once', async () => {
    const [oldest, ...reports] = makeFour();
    const store = await openSmallLibrary(reports);
    const small = makeSite(assembleWorkbench(catalog, store, () => ({ release() {} })));
    expect(listSigns((await small.read('/2021/vel')).text)[0]?.[1]).toBe('word for word since 2019');
    if (oldest !== undefined) await store.saveReport(oldest, { encoding: 'br', data: new Uint8Array([1]) });
    expect(listSigns((await small.read('/2021/vel')).text)[0]?.[1]).toBe('word for word since 2018');
  });

  test('a lineage that fails is said, the report is whole, and the next time it is tried anew', async () => {
    const small = await openSmallSite(makeFour());
    let broken = true;
    const shaky = makeSite({
      ...small.workbench,
      getLineage: (area) =>
        broken
          ? Promise.reject(new Error('The comparison of a with b was not finished.'))
          : small.workbench.getLineage(area),
    });
    const { status, text } = await shaky.read('/2021/vel');
    expect(status).toBe(200);
    expect(mainText(text)).toContain('How old each passage is could not be made out; the fault is ours.');
    expect(text).toContain(WANDERS);
    expect(shaky.faults).toHaveLength(1);
    broken = false;
    expect(listSigns((await shaky.read('/2021/vel')).text)).toHaveLength(4);
  });

  test('a lineage that takes long does not hold up the report, which says that it is coming', async () => {
    const small = await openSmallSite(makeFour());
    let finish = (): void => {};
    const started = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const slow = makeSite({
      ...small.workbench,
      getLineage: (area) => started.then(() => small.workbench.getLineage(area)),
    });
    const { text } = await slow.read('/2021/vel');
    expect(mainText(text)).toContain('How old each passage is, is still being made out');
    expect(listSigns(text)).toEqual([]);
    finish();
    await slow.workbench.getLineage('vel');
    expect(listSigns((await slow.read('/2021/vel')).text)).toHaveLength(4);
  });
});

describe('the page of what was last reported', () => {
  test('has every passage that ends, by edition and topic, with its ways on', async () => {
    const small = await openSmallSite(makeFour());
    const { text: html } = await small.read('/areas/velmora/last-reported');
    const text = mainText(html);
    expect(text).toContain('2 passages with');
    expect(text).toContain(ABSENCE);
    for (const said of [ENDS, WANDERS, 'Last reported in 2019', 'Last reported in 2021', 'since 2018'])
      expect(text).toContain(said);
    for (const lasting of [FIRM, AFTER]) expect(text).not.toContain(lasting);
    for (const address of [
      '/2019/vel/1.c/jails:1/history',
      '/compare/vel/2019/2021#from-1.c/jails:1',
      '/removed/vel/2021/2024',
    ])
      expect(html).toContain(`href="${address}"`);
    for (const [, id] of html.matchAll(/<td class="number"><a href="#([^"]+)"/g))
      expect(html).toContain(`id="${id}"`);
  });

  test('says so where everything stands still, or one edition alone is held', async () => {
    const kept = await openSmallSite([
      makeReport(2018, 'vel', [{ key: '1', printed: 'One', texts: [FIRM] }]),
      makeReport(2019, 'vel', [{ key: '1', printed: 'One', texts: [FIRM] }]),
    ]);
    expect(mainText((await kept.read('/areas/velmora/last-reported')).text)).toContain(
      'Every passage of the editions held (2018, 2019) was found again in the newest one, 2019.',
    );
    const one = await openSmallSite(makeFour().slice(0, 1));
    expect(mainText((await one.read('/areas/velmora/last-reported')).text)).toContain(
      'Only the edition of 2018 is held',
    );
  });

  test('has as many passages in its table of data', async () => {
    const small = await openSmallSite(makeFour());
    const { text } = await small.read('/areas/velmora/last-reported.csv');
    expect(text.trimEnd().split('\r\n')).toHaveLength(3);
    const { editions, note } = JSON.parse((await small.read('/areas/velmora/last-reported.json')).text);
    expect(note).toBe(ABSENCE);
    expect((await small.read('/areas/velmora/last-reported.md')).text.split(ABSENCE)).toHaveLength(2);
    expect(editions.map(({ passages }: { passages: number }) => passages)).toEqual([1, 1]);
  });
});

describe('what was last reported on a topic', () => {
  test('is that topic alone, with narrower ones, on the page and in every file', async () => {
    const small = await openSmallSite(makeFour());
    const { status, text: html } = await small.read('/areas/velmora/last-reported?topics=women');
    expect(status).toBe(200);
    const text = mainText(html);
    expect(text).toContain('Only Women, with narrower topics.');
    expect(text).toContain('1 passage on these topics with');
    expect(text).toContain(WANDERS);
    expect(text).not.toContain(ENDS);
    expect(text).toContain(ABSENCE);
    for (const ending of ['json', 'csv', 'md', 'txt']) {
      const file = await small.read(`/areas/velmora/last-reported.${ending}?topics=women`);
      expect(file.status).toBe(200);
      expect(file.text).toContain(WANDERS);
      expect(file.text).not.toContain(ENDS);
      expect(file.text).toContain(ABSENCE);
    }
    expect(html).toContain('href="/areas/velmora/last-reported.csv?topics=women"');
  });

  test('tells a topic that lost nothing from one that no edition has', async () => {
    const small = await openSmallSite(makeFour());
    expect(
      mainText((await small.read('/areas/velmora/last-reported?topics=executive-summary')).text),
    ).toContain(
      'Every passage on these topics of the editions held (2018, 2019, 2021, 2024) was found again',
    );
    expect(mainText((await small.read('/areas/velmora/last-reported?topics=killings')).text)).toContain(
      'No edition held (2018, 2019, 2021, 2024) has text under a heading on these topics',
    );
  });

  test('stands in the order asked for, the other way round when pressed again', async () => {
    const small = await openSmallSite(makeFour());
    const rows = async (query: string) => {
      const { text } = await small.read(`/areas/velmora/last-reported${query}`);
      return [...text.matchAll(/<tr><th scope="row">([^<]+)<\/th>/g)].map(([, topic]) => topic);
    };
    expect(await rows('?sort=topic')).toEqual(['Jails', 'Women']);
    expect(await rows('?sort=-topic')).toEqual(['Women', 'Jails']);
    expect(await rows('?sort=last')).toEqual(['Women', 'Jails']);
    expect(await rows('?sort=-last')).toEqual(['Jails', 'Women']);
    const { text } = await small.read('/areas/velmora/last-reported?sort=last');
    expect(text).toContain('aria-sort="descending"');
    expect(text).toContain('href="/areas/velmora/last-reported?sort=-last"');
  });

  test('says everything that cannot be understood, and has one address', async () => {
    const small = await openSmallSite(makeFour());
    const { status, text } = await small.read('/areas/velmora/last-reported?topics=wimmin&sort=size');
    expect(status).toBe(400);
    expect(mainText(text)).toContain('topics: there is no topic “wimmin”');
    expect(mainText(text)).toContain('sort: “size” is not known; write one of topic, -topic,');
    const moved = await small.get('/areas/vel/last-reported.csv?topics=Women&sort=');
    expect([moved.status, moved.headers.get('Location')]).toEqual([
      301,
      '/areas/velmora/last-reported.csv?topics=women',
    ]);
    expect((await small.read('/areas/velmora/last-reported.pdf')).status).toBe(404);
  });
});

test('a history that fails is an error page', async () => {
  const failing = () => Promise.reject(new Error('The comparison of a with b was not finished.'));
  const broken = makeSite({ ...site.workbench, getHistory: failing, getLastReported: failing });
  for (const address of [
    '/2023/zza/1.c:1/history',
    '/areas/velmora/last-reported',
    '/2023/zza/1.c:1/history.csv',
  ])
    expect((await broken.read(address)).status).toBe(500);
});
