import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createComparer } from '../../src/workbench/compare/comparer.ts';
import { assembleWorkbench } from '../../src/workbench/open-workbench.ts';
import { catalog } from '../domain/invented-catalog.ts';
import { makeFour } from '../workbench/lineage/invented-editions.ts';
import { openSmallLibrary } from '../workbench/small-library.ts';
import { mainText, makeSite, openSampleSite } from './sample-site.ts';

let site: Awaited<ReturnType<typeof openSampleSite>>;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
  expect(site.faults).toEqual([]);
});

const ABSENCE = 'Absence of reporting is not evidence of absence.';

/** The heads of the rows of a table, in order, without those of the sums. */
function listRows(html: string, table: 'heat' | 'wide'): string[] {
  const [, body = ''] =
    new RegExp(`<table class="coverage-table ${table}-table">(.*?)</table>`, 's').exec(html) ?? [];
  return [...body.matchAll(/<th scope="row"><a href="[^"]*">([^<]*)</g)].map(([, name = '']) => name);
}

interface WideData {
  readonly note: string;
  readonly algorithm: number;
  readonly total: { readonly left: { readonly words: number }; readonly wordsKept: number };
  readonly rows: readonly {
    readonly area: string;
    readonly left: { readonly words: number };
    readonly wordsGone: number;
    readonly topics: readonly { readonly topic: string | null; readonly left: { readonly words: number } }[];
  }[];
}

async function readData(address: string): Promise<WideData> {
  return JSON.parse((await site.read(address)).text);
}

describe('all areas between two editions', () => {
  test('stand in a table of topics and in one of words, with their sums, and the sentence on absence in every form', async () => {
    const { text } = await site.read('/compare/all/2023/2024');
    expect(listRows(text, 'heat')).toEqual(['Quendary', 'Sant’Orlo', 'Velmora']);
    expect(listRows(text, 'wide')).toEqual(['Quendary', 'Sant’Orlo', 'Velmora']);
    const { total, note, algorithm } = await readData('/compare/all/2023/2024.json');
    expect(mainText(text)).toContain(
      `Of ${total.left.words.toLocaleString('en-US')} words in the 2023 reports on 3`,
    );
    expect(mainText(text)).toContain(`way of comparing ${algorithm}`);
    expect(note).toBe(ABSENCE);
    for (const address of ['/compare/all/2023/2024', '/compare/all/2023/2024.csv', '/compare/zza.md'])
      expect((await site.read(address)).text).toContain(ABSENCE);
  });

  test('every cell leads to the comparison it counts, narrowed to its topic', async () => {
    const { text } = await site.read('/compare/all/2022/2024');
    const cells = [...text.matchAll(/<td class="h\d"><a href="(\/compare\/zz[^"]+\?topics=[^"]+)">/g)];
    expect(cells.length).toBeGreaterThan(10);
    for (const [, address = ''] of cells.slice(0, 12)) expect((await site.get(address)).status).toBe(200);
  });

  test('rows stand in the order asked for, in the tables and in the files', async () => {
    const order = async (sort: string) => {
      const { rows } = await readData(`/compare/all/2023/2024.json?sort=${sort}`);
      const { text } = await site.read(`/compare/all/2023/2024?sort=${sort}`);
      expect(listRows(text, 'wide')).toEqual(rows.map(({ area }) => catalogName(area)));
      expect(text.match(/aria-sort="(a|de)scending"/g)?.length).toBeGreaterThan(0);
      return rows;
    };
    const down = (await order('older')).map(({ left }) => left.words);
    expect(down).toEqual(down.toSorted((a, b) => b - a));
    const up = (await order('-gone')).map(({ wordsGone }) => wordsGone);
    expect(up).toEqual(up.toSorted((a, b) => a - b));
    expect(down).not.toEqual(up);
  });

  function catalogName(id: string): string {
    return site.workbench.catalog.getArea(id).name;
  }

  test('grouped by region, each region has its name above its rows', async () => {
    const { text } = await site.read('/compare/all/2023/2024?sort=region');
    expect(text).toContain('<th scope="rowgroup"');
    expect(text).toContain('Invented (sample editions)');
  });

  test('the rows of the table add up to the totals', async () => {
    const { total, rows } = await readData('/compare/all/2022/2023.json');
    const words = rows.flatMap(({ topics }) => topics.map(({ left }) => left.words));
    expect(words.reduce((sum, one) => sum + one, 0)).toBe(total.left.words);
  });
});

describe('what cannot be answered', () => {
  test.each([
    ['/compare/all/2023/2023', 404, 'not 2023 with itself'],
    ['/compare/all/2023/1999', 404, 'there is no edition 1999'],
    ['/compare/all/2023@0123456789ab/2024', 404, 'write the year alone'],
    ['/compare/all/2023/2024.pdf', 404, 'json, csv or md'],
    ['/compare/all/2016/2017', 404, 'in both the 2016 and the 2017 edition'],
    ['/compare/mli', 404, 'This library holds no report on Mali.'],
    ['/compare/nowhere', 404, 'nowhere'],
    ['/compare/all/2023/2024?sort=color', 400, 'sort: “color” is not known'],
    ['/compare/all/2023/2024?measure=most', 400, 'measure: “most” is not known'],
    ['/compare/all/2023/2024?topics=wimmin&sort=-', 400, 'there is no topic “wimmin”'],
    ['/compare/all?from=x', 400, 'from: “x” is no edition'],
  ])('%s', async (address, status, says) => {
    const answer = await site.read(address);
    expect(answer.status).toBe(status);
    expect(mainText(answer.text)).toContain(says);
  });
});

test('leads there from the form, the edition, the area and the topic', async () => {
  for (const [page, address] of [
    ['/compare', '/compare/all/2023/2024'],
    ['/compare?area=zza', '/compare/zza'],
    ['/editions/2024', '/compare/all/2023/2024'],
    ['/areas/velmora', '/compare/zza'],
    ['/topics/women', '/compare/all/2023/2024?topics=women'],
  ] as const)
    expect((await site.read(page)).text, page).toContain(`href="${address}"`);
});

test('while comparisons are still being made, the page says how far they are, is kept by nobody, and looks again', async () => {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const real = createComparer({ threads: 0 });
  const slow = {
    ...real,
    derive: (...pair: Parameters<typeof real.derive>) => opened.then(() => real.derive(...pair)),
  };
  const store = await openSmallLibrary(makeFour());
  const small = makeSite(assembleWorkbench(catalog, store, () => ({ release() {} }), slow));
  const coming = await small.get('/compare/vel');
  expect(coming.status).toBe(503);
  expect(coming.headers.get('Cache-Control')).toBe('no-store');
  expect(coming.headers.get('Refresh')).toMatch(/^\d+$/);
  expect(mainText(await coming.text())).toContain('0 of 3 pairs of reports so far');
  open();
  const { status, text } = await small.read('/compare/vel');
  expect([status, listRows(text, 'wide').length, small.faults]).toEqual([200, 3, []]);
});
