import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSampleSite, mainText as textOf } from './sample-site.ts';
import { addressesIn, hrefsIn, openPage, readCsv, readJson as readSearchJson } from './search-reader.ts';

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

const QUERIES = [
  'q=prison',
  'q=prison+OR+judges&order=oldest',
  'q="pretrial+detention"',
  'q=&years=2023',
  'q=complaints&areas=zza&order=area',
  'q=women&topics=women&order=newest',
  'q=prison+area:velmora+year:2022-2023',
  'q=nothingofthekind',
];

describe('a search', () => {
  test.each(QUERIES)('has the same numbers on its pages, in JSON, CSV and Markdown: %s', async (query) => {
    const json = await readJson(query);
    expect(json.hits).toHaveLength(json.passages);
    const page = await open(`/search?${query}`);
    expect(page.status).toBe(200);
    const { reports, passages, words } = json.denominator;
    const text = textOf(page.text);
    if (json.passages > 0) {
      expect(text).toMatch(
        new RegExp(`${json.passages} passages? in ${json.reports} of ${reports} reports?\\b`),
      );
    } else expect(text).toContain('No passage found');
    const searched = `${passages} ${passages === 1 ? 'passage' : 'passages'} and ${words.toLocaleString('en-US')} words searched; library version ${json.library}`;
    expect(text).toContain(searched);
    const rows = readCsv(await (await site.get(`/search.csv?${query}`)).text());
    expect(rows[0]?.join()).toBe(
      'edition,area,area_name,section,heading,passage,label,text,topics,address,version',
    );
    expect(rows.slice(1).map((row) => row[9])).toEqual(json.hits.map(({ address }) => address));
    expect(rows.slice(1).map((row) => row[7])).toEqual(json.hits.map((hit) => hit.text));
    const lines = await (await site.get(`/search.jsonl?${query}`)).text();
    expect(
      lines
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
    ).toEqual(json.hits);
    const markdown = await (await site.get(`/search.md?${query}`)).text();
    expect(markdown.match(/^`\d{4}\/[a-z]{3}#\S+`/gm) ?? []).toEqual(
      json.hits.map(({ address }) => `\`${address}\``),
    );
    expect(markdown).toContain(searched.replace(/ searched;.*/, ''));
    expect(markdown).toContain(`**Library version:** ${json.library}`);
  });

  test('walks through all its pages without repeating or leaving out a passage', async () => {
    const query = 'q=the&order=oldest';
    const { hits } = await readJson(query);
    expect(hits.length).toBeGreaterThan(60);
    const seen: string[] = [];
    for (let next: string | undefined = `/search?${query}`; next !== undefined; ) {
      const { text } = await open(next);
      expect(textOf(text)).toContain(
        `Results ${seen.length + 1}–${Math.min(hits.length, seen.length + 20)} of ${hits.length}`,
      );
      seen.push(...addressesIn(text));
      next = /rel="next" href="([^"#]*)/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toEqual(hits.map(({ address }) => address));
  });

  test('marks exactly what the data say was found', async () => {
    const query = 'q=prison+OR+"Harrow+Fell"&years=2023&areas=zza';
    const { hits } = await readJson(query);
    const { text } = await open(`/search?${query}`);
    const marked = [...text.matchAll(/<mark>([^<]*)<\/mark>/g)].map(([, word]) => word);
    expect(marked.length).toBeGreaterThan(3);
    expect(marked).toEqual(
      hits.flatMap((hit) => hit.ranges.map(({ start, end }) => hit.text.slice(start, end))),
    );
  });

  test('is led from what a form sends to its one address', async () => {
    const response = await site.get('/search?q=prison++food&years=2022%2C2023&areas=&topics=&sections=');
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe('/search?q=prison+food&years=2022,2023');
    for (const same of ['/search?q=%22pretrial%20detention%22', '/search?q=(police+OR+wardens)+complaints']) {
      const { status, at } = await open(same);
      expect([status, (await site.get(at)).status]).toEqual([200, 200]);
    }
    expect((await site.get('/search?q=%28police+OR+wardens%29+it%27s')).status).toBe(200);
  });

  test('says what was searched, what was read otherwise, and what widened it', async () => {
    const { text, at } = await open('/search?q=labor+"open');
    expect(at).toBe('/search?q=labor+"open');
    expect(textOf(text)).toContain('Searched: (labor OR labour) AND "open"');
    expect(textOf(text)).toContain('A quotation mark was left open; it was closed at the end.');
    expect(hrefsIn(text)).toContain('/search?q=labor+%22open&spellings=off');
    const off = await open('/search?q=labor&spellings=off');
    expect(textOf(off.text)).toContain('Searched: labor 396 passages');
    expect(textOf(off.text)).toContain('Related spellings are off');
    expect(hrefsIn(off.text)).toContain('/search?q=labor');
  });

  test('shows every filter that is on, and each comes off with one press', async () => {
    const { text } = await open('/search?q=the&years=2022,2024&areas=zza,zzb&topics=women&sections=6');
    const chips = [...text.matchAll(/<a class="chip" href="([^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    expect(chips).toEqual([
      '/search?q=the&years=2024&areas=zza,zzb&topics=women&sections=6',
      '/search?q=the&years=2022&areas=zza,zzb&topics=women&sections=6',
      '/search?q=the&years=2022,2024&areas=zzb&topics=women&sections=6',
      '/search?q=the&years=2022,2024&areas=zza&topics=women&sections=6',
      '/search?q=the&years=2022,2024&areas=zza,zzb&sections=6',
      '/search?q=the&years=2022,2024&areas=zza,zzb&topics=women',
    ]);
    expect(hrefsIn(text)).toContain('/search?q=the');
  });

  test('counts by edition what a press on the edition then finds', async () => {
    const { text } = await open('/search?q=the');
    const facet = /aria-labelledby="facet-editions">.*?<\/section>/s.exec(text)?.[0] ?? '';
    const links = [
      ...facet.matchAll(
        /href="([^"]*)"><span class="facet-name">(\d+)<\/span> <span class="facet-count">(\d+)/g,
      ),
    ];
    expect(links.map(([, , year]) => year)).toEqual(['2024', '2023', '2022']);
    for (const [, href = '', , count] of links) {
      const query = href.replaceAll('&amp;', '&').replace('/search?', '');
      expect((await readJson(query)).passages).toBe(Number(count));
    }
  });

  test('that finds nothing says what to leave out, with the count that gives', async () => {
    const { text } = await open('/search?q=prison+nothingofthekind&years=2023');
    expect(textOf(text)).toContain('No passage found Searched: prison AND nothingofthekind');
    const [, href = '', label, count] =
      /<a href="([^"]*)">(without [^<]*)<\/a>: (\d+) passages?/.exec(text) ?? [];
    expect(label).toBe('without nothingofthekind');
    const { passages } = await readJson(href.replaceAll('&amp;', '&').replace('/search?', ''));
    expect(passages).toBe(Number(count));
    expect(passages).toBeGreaterThan(0);
  });

  test('begins again, and says so, where the library has changed since', async () => {
    const cursor = Buffer.from('0123456789ab:20').toString('base64url');
    const { text } = await open(`/search?q=the&cursor=${cursor}`);
    expect(textOf(text)).toContain('The library has changed since this list was begun');
    expect(textOf(text)).toContain('Results 1–20 of');
  });

  test('of nothing is the way in: what can be typed, each with an example', async () => {
    for (const address of ['/search', '/search?q=', '/search?q=+&years=&areas=all']) {
      const { status, text } = await open(address);
      expect(status).toBe(200);
      expect(text).toContain('What can be typed');
      expect(hrefsIn(text)).toContain('/search?q=complaints+NEAR/5+prosecutors');
      expect(hrefsIn(text)).toContain('/search?q=prison+area:velmora');
    }
    expect((await site.get('/search/help')).status).toBe(200);
  });
});

describe('what cannot be searched', () => {
  test('is said all at once, above a form that keeps what was typed', async () => {
    const { status, text } = await open('/search?q=a*+torture&years=2031&areas=nowhere&order=random');
    expect(status).toBe(400);
    const shown = textOf(text);
    expect(shown).toContain('4 things are to be mended');
    expect(shown).toContain('“a*” is too short');
    expect(shown).toContain('There is no edition 2031');
    expect(shown).toContain('“nowhere”');
    expect(text).toContain('name="q" value="a* torture"');
    expect(text).toContain('name="years" value="2031"');
    expect(text).toContain('name="areas" value="nowhere"');
    for (const field of ['q', 'years', 'areas']) expect(text).toContain(`id="search-${field}"`);
  });

  test('is a problem for programs, with the same list', async () => {
    for (const address of ['/search.json', '/search.jsonl', '/search.csv', '/search.md']) {
      const response = await site.get(`${address}?q=a*+torture&years=2031`);
      expect(response.status).toBe(400);
      expect(response.headers.get('Content-Type')).toContain('application/problem+json');
      const problem: { errors: string[] } = await response.json();
      expect(problem.errors).toEqual([
        expect.stringContaining('q: “a*” is too short'),
        expect.stringContaining('years: There is no edition 2031'),
      ]);
      const nothing = await site.get(address);
      expect(nothing.status).toBe(400);
    }
  });

  test('is said of an address that leads to no page', async () => {
    const { status, text } = await open('/search?q=prison&cursor=nonsense');
    expect(status).toBe(400);
    expect(text).toContain('name="q" value="prison"');
  });
});

describe('every page', () => {
  test('has a box that searches all passages', async () => {
    for (const address of ['/', '/areas', '/2023/zza', '/nothing-here']) {
      const { text } = await open(address);
      expect(text).toMatch(/<form action="\/search" method="get">.*name="q"/s);
    }
  });
});
