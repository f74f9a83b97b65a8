import { describe, expect, test } from 'vitest';
import { type CapturedRun, run } from './captured-run.ts';
import { readPlainCsv, searchSample } from './searched-sample.ts';

const sample = searchSample();
const { search } = sample;

describe('a count', () => {
  test('as JSON has what makes it repeatable, and nothing else', async () => {
    const { exitCode, out } = await search('Torture', '--count', '--format', 'json');
    expect(exitCode).toBe(0);
    const count = JSON.parse(out);
    expect(Object.keys(count)).toEqual(['query', 'passages', 'reports', 'denominator', 'library']);
    expect(count).toEqual({
      query: 'Torture',
      ...sample.countTexts(/\btortur/i),
      denominator: { reports: 9, passages: sample.texts.length, words: expect.any(Number) },
      library: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });

  test('is else one line that says the same', async () => {
    const { library: version, denominator } = JSON.parse(
      (await search('torture', '--count', '--format', 'json')).out,
    );
    expect(await search('torture', '--count')).toEqual({
      exitCode: 0,
      out: `torture: 7 passages in 5 reports, of ${sample.texts.length} passages and ${denominator.words.toLocaleString('en-US')} words in 9 reports; library ${version}\n`,
      said: [],
    });
  });

  test('is a row of a table too', async () => {
    const [head, row] = readPlainCsv((await search('torture', '--count', '--format', 'csv')).out);
    expect(head).toEqual([
      'query',
      'passages',
      'reports',
      'of_passages',
      'of_reports',
      'of_words',
      'library',
      'forms',
    ]);
    expect(row?.slice(0, 5)).toEqual(['torture', '7', '5', String(sample.texts.length), '9']);
  });

  test('says in every format which word forms it counted as one', async () => {
    const forms = 'prison, prisoner, prisoners, prisons';
    for (const flags of [[], ['--kwic'], ['--trend'], ['--grid']])
      expect((await search('prison', ...flags)).out).toContain(`Word forms counted for prison: ${forms}\n`);
    for (const flags of [['--count'], [], ['--trend'], ['--grid'], ['--kwic']])
      expect((await search('prison', ...flags, '--format', 'md')).out).toContain(
        `Word forms counted for prison: ${forms}`,
      );
    for (const flags of [['--count'], ['--trend'], ['--grid']])
      expect((await search('prison', ...flags, '--format', 'csv')).out).toContain(`"prison: ${forms}"\r\n`);
    for (const flags of [['--count'], ['--format', 'csv'], ['--kwic', '--format', 'csv']])
      expect((await search('prison', ...flags)).said.join('\n')).toContain(
        `Word forms counted for prison: ${forms}`,
      );
    expect((await search('"prison"')).out).not.toContain('Word forms');
  });

  test('is taken against what the filters leave', async () => {
    const filters = ['--years', '2022-2023', '--areas', 'Velmora'];
    const { out } = await search('torture', ...filters, '--count', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ passages: 2, reports: 2, denominator: { reports: 2 } });
  });

  test('says beside the result which related spelling widened it, unless they are off', async () => {
    expect((await search('labour', '--count')).said.join('\n')).toContain(
      'Related spellings of labour: labor',
    );
    expect(await search('labour', '--count', '--spellings', 'off')).toMatchObject({
      out: expect.stringMatching(/^labour: 1 passage in 1 report/),
      said: [],
    });
  });

  test('may be of a query that begins with a hyphen, behind two', async () => {
    const { out } = await search('--count', '--format', 'json', '--', '-the officers');
    expect(JSON.parse(out).passages).toBe(
      sample.texts.filter(({ text }) => /\bofficers?\b/i.test(text) && !/\bthe\b/i.test(text)).length,
    );
  });

  test('of filters alone is of all that they leave', async () => {
    const { exitCode, out } = await search('--areas', 'Velmora', '--years', '2024', '--count');
    const { length } = sample.texts.filter(({ edition, area }) => edition === 2024 && area === 'zza');
    expect([exitCode, out]).toEqual([
      0,
      expect.stringMatching(`^all passages: ${length} passages in 1 report, of ${length} passages and `),
    ]);
  });

  test('of words in a row is that of one query', async () => {
    const one = await search('border officers', '--count', '--format', 'json');
    expect(await search('border', 'officers', '--count', '--format', 'json')).toEqual(one);
    expect(JSON.parse(one.out).passages).toBe(
      sample.texts.filter(({ text }) => /\bborders?\b/i.test(text) && /\bofficers?\b/i.test(text)).length,
    );
  });
});

describe('the list of passages', () => {
  test('names area, edition, address and section, and marks what was looked for', async () => {
    const { exitCode, out, said } = await search('torture', '--years', '2024', '--areas', 'zza');
    expect([exitCode, said]).toEqual([0, []]);
    const lines = out.split('\n');
    expect(lines[0]).toBe('Search: torture');
    expect(lines[1]).toMatch(/^1 passage in 1 report, of \d+ passages and \d+ words in 1 report$/);
    expect(out).toContain('this search: q=torture&years=2024&areas=zza\n');
    expect(out).toContain('matches stand between « and ».');
    expect(out).toContain('\n1. Velmora, 2024 · 2024/zza#3.a:1\nSection 3. Security of the Person › a. ');
    expect(out).toContain('The Basic Law forbade «torture», but');
  });

  test('says how the query was read', async () => {
    const { out } = await search('"border officers', 'OR');
    expect(out).toContain('\nSearched as: "border officers or"\n');
    expect(out).toContain('\nA quotation mark was left open; it was closed at the end.\n');
  });

  test('says how the query was read so that it can be typed again for the same count', async () => {
    const typed = '(officers OR judge) year:2024 (area:zza OR area:zzb)';
    const { out } = await search(typed);
    const again = /^Searched as: (.*)$/m.exec(out)?.[1] ?? '';
    expect(again).toBe('(officers OR judge) AND year:2024 AND (area:zza OR area:zzb)');
    const { query: _, ...count } = JSON.parse((await search(typed, '--count', '--format', 'json')).out);
    expect(JSON.parse((await search(again, '--count', '--format', 'json')).out)).toMatchObject(count);
    expect(count.passages).toBeGreaterThan(0);
  });

  test('has 20 passages unless more or fewer are asked for', async () => {
    const numbers = ({ out }: CapturedRun): number => out.match(/^\d+\. .* · /gm)?.length ?? 0;
    const all = sample.countTexts(/\bthe\b/i).passages;
    expect(all).toBeGreaterThan(100);
    const usual = await search('the');
    expect(numbers(usual)).toBe(20);
    expect(usual.out).toContain('The first 20 of them, by relevance; --limit gives more;');
    expect(numbers(await search('the', '--limit', '3'))).toBe(3);
    expect(numbers(await search('the', '--limit', 'all'))).toBe(all);
  });

  test.each([
    ['newest', ['2024', '2023', '2023', '2023', '2022', '2022', '2022']],
    ['oldest', ['2022', '2022', '2022', '2023', '2023', '2023', '2024']],
  ])('comes in the order asked for: %s', async (order, years) => {
    const { out } = await search('torture', '--areas', 'zza,zzb', '--order', order);
    const given = [...out.matchAll(/· (\d{4})\/zz/g)].map(([, year]) => year);
    expect(given).toEqual(years);
  });

  test('that is empty is an answer, with the words and filters to leave out', async () => {
    const { exitCode, out, said } = await search('torture', 'zeppelin', '--areas', 'velmora');
    expect([exitCode, said]).toEqual([0, []]);
    expect(out).toMatch(/^0 passages in 0 reports, of \d+ passages/m);
    expect(out).toMatch(/\nPassages that would be found:\n {2}3 {2}without zeppelin\n$/);
  });
});

describe('all passages as data', () => {
  const COLUMNS = 'edition,area,area_name,section,heading,passage,label,text,topics,address,version';

  test('are a table with the columns of a custom report, a row each', async () => {
    const { out, said } = await search('the', '--format', 'csv');
    expect(said).toEqual([]);
    const rows = out.trimEnd().split('\r\n');
    expect(rows[0]).toBe(COLUMNS);
    expect(rows.length - 1).toBe(sample.countTexts(/\bthe\b/i).passages);
  });

  test('keep the header where there are none', async () => {
    expect((await search('zeppelin', '--format', 'csv')).out).toBe(`${COLUMNS}\r\n`);
  });

  test('are rows that a custom report gives too', async () => {
    const rows = (await search('torture', '--years', '2024', '--format', 'csv')).out.split('\r\n');
    const report = await run(
      'report',
      ...['--years', '2024', '--sections', '3.a', '--areas', 'zza', '--format', 'csv'],
      ...['--library', sample.library],
    );
    expect(report.out.split('\r\n')).toContain(rows[1]);
  });

  test('are one JSON object that begins with the count', async () => {
    const { out } = await search('torture', '--format', 'json');
    const data = JSON.parse(out);
    expect(Object.keys(data).slice(0, 6)).toEqual([
      'about',
      'query',
      'passages',
      'reports',
      'denominator',
      'library',
    ]);
    expect(data).toMatchObject({ query: 'torture', searched: 'torture', search: 'q=torture', given: 7 });
    expect(data).toMatchObject({
      filters: { years: [], areas: [], topics: [], sections: [] },
      order: 'relevance',
      spellings: true,
    });
    expect(data.hits).toHaveLength(7);
    for (const { text, ranges } of data.hits) {
      expect(ranges.map(({ start, end }: { start: number; end: number }) => text.slice(start, end))).toEqual([
        expect.stringMatching(/^torture$/i),
      ]);
    }
    expect(data.hits[0]).toMatchObject({
      edition: 2023,
      area: 'zzb',
      areaName: 'Quendary',
      section: '1.i',
      passage: 3,
      label: 'Physical Abuse, Punishment, and Torture',
      address: '2023/zzb#1.i:3',
      officialAddress: null,
      sample: true,
    });
  });

  test('stop where they are told to', async () => {
    expect(JSON.parse((await search('the', '--format', 'json', '--limit', '4')).out).hits).toHaveLength(4);
  });

  test('say as JSON what to leave out where there are none', async () => {
    const data = JSON.parse((await search('torture', 'zeppelin', '--format', 'json')).out);
    expect(data).toMatchObject({
      passages: 0,
      hits: [],
      reliefs: [{ label: 'without zeppelin', query: 'q=torture', passages: 7 }],
    });
  });

  test('come as Markdown with what was looked for in bold', async () => {
    const { out } = await search('torture', '--format', 'md', '--limit', '1');
    expect(out).toMatch(/^# Search: torture\n/);
    expect(out).toContain('- **Found:** 7 passages in 5 reports\n');
    expect(out).toContain('\n## 1\\. Quendary, 2023\n');
    expect(out).toContain('and **Torture**: Each side');
    expect(out).toContain('`2023/zzb#1.i:3` · Invented sample');
  });
});
