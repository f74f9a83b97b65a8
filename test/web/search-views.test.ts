import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ABSENCE_NOTE } from '../../src/domain/absence-note.ts';
import { createApp } from '../../src/web/app.tsx';
import { openSampleLibrary } from '../store/sample-library.ts';

let library: Awaited<ReturnType<typeof openSampleLibrary>>;
let app: ReturnType<typeof createApp>;
const faults: unknown[] = [];
beforeAll(async () => {
  library = await openSampleLibrary();
  app = createApp({ workbench: library.workbench, reportFault: (error) => faults.push(error) });
});
afterAll(async () => {
  await library.remove();
  expect(faults).toEqual([]);
});

const get = async (path: string) => app.request(path);
const textOf = async (path: string): Promise<string> => {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  return answer.text();
};

interface Trend {
  readonly series: readonly {
    readonly query: string;
    readonly library: string;
    readonly points: readonly { readonly edition: number; readonly passages: number }[];
  }[];
}

describe('every view of a search', () => {
  test.each(['concordance', 'trend', 'grid'])(
    '%s names query, denominator and library version',
    async (view) => {
      const page = await textOf(`/search/${view}?q=prison`);
      const { version } = await library.workbench.getStamp();
      expect(page).toContain(`library version <code>${version}</code>`);
      expect(page).toContain('<code>prison</code>');
      expect(page).toMatch(/passages? in \d of 9 reports/);
      expect(page).toMatch(/[\d,]+ passages and [\d,]+ words searched/);
    },
  );

  test.each(['concordance', 'trend', 'grid'])('%s has no style and no script of its own', async (view) => {
    const page = await textOf(`/search/${view}?q=prison`);
    expect(page).not.toMatch(/ style=|<style|<script>| on[a-z]+=/);
  });

  test.each(['trend', 'grid'])(
    '%s counts all passages that filters alone leave, as a search does',
    async (view) => {
      const asked = 'topics=prison-conditions&years=2023,2024';
      const { passages, denominator } = JSON.parse(await textOf(`/search.json?${asked}`));
      const data = JSON.parse(await textOf(`/search/${view}.json?${asked}`));
      expect(view === 'trend' ? data.series[0] : data).toMatchObject({ passages, denominator });
      expect(passages).toBeGreaterThan(0);
      const page = await textOf(`/search/${view}?q=&years=2023,2024&topics=prison-conditions`);
      expect(page).toContain('Searched: all passages');
      expect(page).toContain('<title>All passages – Search: ');
      const link = await get(`/search/${view}?${asked}`);
      expect(link.headers.get('Location')).toBe(
        `/search/${view}?q=&years=2023,2024&topics=prison-conditions`,
      );
    },
  );

  test.each(['concordance', 'trend', 'grid'])(
    '%s shows what widened the search, to be taken off',
    async (view) => {
      const page = await textOf(`/search/${view}?q=labour`);
      expect(page).toMatch(
        new RegExp(`<a class="chip widening" href="/search/${view}\\?q=labour&amp;spellings=off`),
      );
      expect(await textOf(`/search/${view}?q=labour&spellings=off`)).not.toContain('chip widening');
    },
  );

  test.each(['concordance', 'trend', 'grid'])('%s asks for words where none are given', async (view) => {
    const page = await get(`/search/${view}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('name="q"');
    const data = await get(`/search/${view}.json`);
    expect(data.status).toBe(400);
    expect(await data.json()).toMatchObject({ kind: 'invalid-input' });
  });

  test.each([
    '/search/concordance?q=prison&sort=upwards',
    '/search/grid?q=prison&sort=upwards',
    '/search/trend?q=prison&measure=feelings',
    '/search/concordance?q=prison&cursor=zzz',
    '/search/grid?q=prison&areas=nowhere',
    '/search/trend?q=a1&q=b2&q=c3&q=d4&q=e5&q=f6',
    '/search/concordance?q=year:2023',
  ])('%s is refused in words, and the form keeps what was typed', async (path) => {
    const page = await get(path);
    expect(page.status).toBe(400);
    const text = await page.text();
    expect(text).toContain('role="alert"');
    expect(text).toMatch(/value="(prison|a1|year:2023)"/);
    const data = await get(path.replace('?', '.json?'));
    expect([400, 200]).toContain(data.status);
  });

  test('what is typed otherwise leads to the lasting address', async () => {
    const answer = await get('/search/trend?q=prison&q=&q=&years=2022-2024&areas=Velmora');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('Location')).toBe('/search/trend?q=prison&years=2022-2024&areas=zza');
  });

  test('no other format is pretended', async () => {
    expect((await get('/search/grid.xml?q=prison')).status).toBe(404);
  });
});

describe('in context', () => {
  test('each line leads to its passage, with the words marked there', async () => {
    const page = await textOf('/search/concordance?q=prison&years=2024&areas=zza');
    expect(page).toMatch(/href="\/2024\/zza\?q=prison#[a-z0-9./-]+:\d+"/);
    expect(page).toContain('<mark>prison</mark>');
  });

  test('the links of order keep the search', async () => {
    const page = await textOf('/search/concordance?q=prison&areas=zza');
    expect(page).toContain('href="/search/concordance?q=prison&amp;areas=zza&amp;sort=left"');
  });

  test('the CSV has all lines, whatever a page shows', async () => {
    const csv = await textOf('/search/concordance.csv?q=the');
    const rows = csv.trimEnd().split('\r\n');
    expect(rows[0]).toBe('edition,area,area_name,section,passage,left,match,right,address,version');
    expect(rows.length).toBeGreaterThan(150);
    const json = JSON.parse(await textOf('/search/concordance.json?q=the'));
    expect(json.lines).toHaveLength(rows.length - 1);
    expect(json).toMatchObject({
      query: 'the',
      search: 'q=the',
      library: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect(await textOf('/search/concordance.md?q=prison')).toContain('**prison**');
  });
});

describe('over time', () => {
  test('the chart says in words what it shows', async () => {
    const page = await textOf('/search/trend?q=prison&q=court');
    expect(page).toContain('role="img"');
    expect(page).toMatch(/<desc id="trend-desc-wide">“prison”: 2022: \d+, 2023: \d+, 2024: \d+\. “court”: /);
  });

  test('an edition that is not held is named, and has no number', async () => {
    const csv = await textOf('/search/trend.csv?q=prison&years=2021,2022');
    const [, missing, held] = csv.split('\r\n');
    expect(missing).toMatch(/^prison,2021,published-not-held,,,,,,,[0-9a-f]{12},"prison: prison, [a-z, ]+"$/);
    expect(held).toMatch(/^prison,2022,counted,\d+,\d+,[\d.]+,\d+,3,\d+,[0-9a-f]{12},"prison: [a-z, ]+"$/);
    expect(await textOf('/search/trend?q=prison&years=2021,2022')).toContain('2021: published, not held');
  });

  test('one query gives the same numbers alone and among others', async () => {
    const alone = (await (await get('/search/trend.json?q=prison')).json()) as Trend;
    const among = (await (await get('/search/trend.json?q=court&q=prison')).json()) as Trend;
    expect(among.series.map(({ query }) => query)).toEqual(['court', 'prison']);
    expect(among.series[1]?.points).toEqual(alone.series[0]?.points);
  });

  test('all three measures are to be had', async () => {
    for (const measure of ['passages', 'reports', 'rate']) {
      expect(
        (await get(`/search/trend?q=prison${measure === 'passages' ? '' : `&measure=${measure}`}`)).status,
      ).toBe(200);
    }
  });
});

describe('where', () => {
  test('a cell leads to the passages of its report alone', async () => {
    const page = await textOf('/search/grid?q=prison&topics=prison-conditions');
    expect(page).toMatch(
      /href="\/search\?q=prison&amp;years=2022&amp;areas=zza&amp;topics=prison-conditions"/,
    );
    expect(page).toContain(ABSENCE_NOTE);
  });

  test('what was not found is told in words too', async () => {
    const page = await textOf('/search/grid?q=%22wool+traders%22');
    expect(page).toContain('<span class="unseen">nothing found</span>');
  });

  test('the head of a column sorts by it, and back', async () => {
    const page = await textOf('/search/grid?q=prison&sort=total');
    expect(page).toContain('aria-sort="descending"');
    expect(page).toContain('href="/search/grid?q=prison&amp;sort=-total"');
    const csv = await textOf('/search/grid.csv?q=prison&sort=-area');
    expect(csv.split('\r\n')[1]).toMatch(/^prison,zza,/);
  });

  test('the same grid comes as data', async () => {
    const json = JSON.parse(await textOf('/search/grid.json?q=prison'));
    expect(json).toMatchObject({ query: 'prison', note: ABSENCE_NOTE, editions: [2022, 2023, 2024] });
    const csv = (await textOf('/search/grid.csv?q=prison')).trimEnd().split('\r\n');
    expect(csv).toHaveLength(1 + 9);
    expect(await textOf('/search/grid.md?q=prison')).toContain('| query | area |');
  });
});
