import { describe, expect, test } from 'vitest';
import { readPlainCsv, searchSample } from './searched-sample.ts';

const sample = searchSample();
const { search } = sample;

describe('matches in their lines', () => {
  test('stand beneath one another', async () => {
    const { out, said } = await search('torture', '--kwic');
    expect(said).toEqual([]);
    const lines = out.split('\n').filter((line) => /\d{4}\/zz/.test(line));
    expect(lines).toHaveLength(7);
    expect(new Set(lines.map((line) => line.toLowerCase().indexOf('torture')))).toEqual(new Set([60]));
    expect(new Set(lines.map((line) => line.search(/\d{4}\/zz[abc]#/))).size).toBe(1);
  });

  test.each(['left', 'right'])('can be sorted by the words to the %s, all of them', async (side) => {
    const { out } = await search('officers', '--kwic', '--sort', side, '--format', 'json');
    const { lines } = JSON.parse(out) as { lines: Record<string, string>[] };
    const words = lines.map((line) => {
      const near = (line[side] ?? '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
      return (side === 'left' ? near.at(-1) : near[0]) ?? '';
    });
    expect(words.length).toBeGreaterThan(3);
    expect(words).toEqual([...words].sort());
    expect(new Set(words).size).toBeGreaterThan(1);
  });

  test('are a table too, a row a match', async () => {
    const { out } = await search('porters', '--kwic', '--format', 'csv');
    const rows = out.trimEnd().split('\r\n');
    expect(rows[0]).toBe('edition,area,area_name,section,passage,left,match,right,address,version');
    const matches = sample.texts.flatMap(({ text }) => text.match(/\bporters?\b/gi) ?? []);
    expect(rows.length - 1).toBe(matches.length);
    expect(rows[1]).toContain(',porters,');
  });

  test('are a Markdown table as at their address', async () => {
    const { out, exitCode } = await search('porters', '--kwic', '--format', 'md');
    expect([exitCode, out.split('\n')[0]]).toEqual([0, '# In context: porters']);
    expect(out).toContain('| **porters** |');
    expect(out).toContain('At most 20 lines are listed here.');
    const { out: all } = await search('porters', '--kwic', '--format', 'md', '--limit', 'all');
    expect(all).not.toContain('lines are listed here');
  });

  test('need words', async () => {
    const { exitCode, said } = await search('area:velmora', '--kwic');
    expect(exitCode).toBe(2);
    expect(said.join('\n')).toContain('Filters alone have no words to show in their context.');
  });
});

describe('a trend', () => {
  test('has for each query a table by edition, with rate and denominator', async () => {
    const { out } = await search('torture', '"border officers"', '--trend');
    expect(out.match(/^Search: .*$/gm)).toEqual(['Search: torture', 'Search: "border officers"']);
    expect(
      out
        .match(/^ *Edition .*$/m)?.[0]
        .trim()
        .split(/ {2,}/),
    ).toEqual([
      'Edition',
      'Passages',
      'Reports',
      'Per 100,000 words',
      'Of passages',
      'Of reports',
      'Of words',
    ]);
  });

  test('is a table of every query and edition, whose sums are the counts', async () => {
    const [head, ...rows] = readPlainCsv(
      (await search('torture', 'porters', '--trend', '--format', 'csv')).out,
    );
    expect(head).toEqual([
      'query',
      'edition',
      'state',
      'passages',
      'reports',
      'rate',
      'of_passages',
      'of_reports',
      'of_words',
      'library',
      'forms',
    ]);
    const counted = rows.filter(([, , state]) => state === 'counted');
    expect(counted.map(([query, edition]) => `${query} ${edition}`)).toEqual([
      'torture 2022',
      'torture 2023',
      'torture 2024',
      'porters 2022',
      'porters 2023',
      'porters 2024',
    ]);
    const torture = counted.slice(0, 3);
    expect(torture.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(
      sample.countTexts(/\btortur/i).passages,
    );
    expect(torture.reduce((sum, row) => sum + Number(row[6]), 0)).toBe(sample.texts.length);
    for (const [, , , passages, , rate, , , words] of counted)
      expect(Number(rate)).toBeCloseTo((Number(passages) * 100_000) / Number(words), 3);
    const missing = rows.filter(([, , state]) => state !== 'counted');
    expect(missing.length).toBeGreaterThan(0);
    for (const [, , , ...numbers] of missing) expect(numbers.slice(0, -2).join('')).toBe('');
  });

  test('says as JSON where its numbers come from', async () => {
    const { series } = JSON.parse((await search('torture', '--trend', '--format', 'json')).out);
    expect(series).toMatchObject([
      { query: 'torture', passages: 7, search: 'q=torture', library: expect.any(String) },
    ]);
    expect(series[0].points[0]).toMatchObject({ edition: 2022, passages: 3, denominator: { reports: 3 } });
  });

  test('takes five queries and not six', async () => {
    expect((await search('a', 'b', 'c', 'd', 'e', '--trend')).exitCode).toBe(0);
    const { exitCode, said } = await search('a', 'b', 'c', 'd', 'e', 'f', '--trend');
    expect(exitCode).toBe(2);
    expect(said.join('\n')).toContain('QUERY: 6 are too many for one table; give at most 5.');
  });
});

describe('a grid', () => {
  test('tells what was not found from what could not be', async () => {
    const { out } = await search('torture', '--grid');
    expect(out).toMatch(/^Country or area {2}2022 {2}2023 {2}2024 {2}All {2}Last$/m);
    expect(out).toMatch(/^Velmora +1 +1 +1 +3 +2024$/m);
    expect(out).toMatch(/^Sant’Orlo +0 +0 +0 +0 +–$/m);
  });

  test('is a table too, a row an area and edition', async () => {
    const [head, ...rows] = readPlainCsv((await search('torture', '--grid', '--format', 'csv')).out);
    expect(head).toEqual(['query', 'area', 'area_name', 'edition', 'state', 'passages', 'library', 'forms']);
    expect(rows).toHaveLength(9);
    expect(rows.reduce((sum, row) => sum + Number(row[5]), 0)).toBe(sample.countTexts(/\btortur/i).passages);
    expect(new Set(rows.map(([, , , , state]) => state))).toEqual(new Set(['reported', 'nothing-found']));
  });

  test('has a Markdown table that can be read', async () => {
    const { out } = await search('torture', '--grid', '--format', 'md');
    expect(out).toContain('\n| query | area | area\\_name | edition | state | passages | library |\n|---|');
  });
});

describe('what cannot be understood', () => {
  test('is told all at once, and nothing is printed', async () => {
    const { exitCode, out, said } = await search(
      ...['--years', '2031', '--areas', 'nowhere-land', '--topics', 'no-topic', '--order', 'up'],
      ...['--spellings', 'maybe', '--format', 'pdf', '--limit', '0', '--sort', 'up', '--count', '--grid'],
    );
    expect([exitCode, out]).toEqual([2, '']);
    const names = said
      .join('\n')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(':')[0]);
    expect(new Set(names)).toEqual(
      new Set([
        '--count and --grid',
        'format',
        'limit',
        'sort',
        'years',
        'areas',
        'sections',
        'order',
        'spellings',
      ]),
    );
  });

  test.each([
    [[], 'QUERY: nothing is given to search for; type a word or a phrase, or name a filter.'],
    [['  '], 'QUERY: nothing is given to search for'],
    [
      ['x', '--limit', 'many'],
      'limit: “many” is no number of passages; write a whole number from 1, or all.',
    ],
    [['x', '--trend', '--limit', '3'], 'limit: --trend counts everything; leave --limit out.'],
    [['x', '--sort', 'left'], 'sort: only lines can be sorted by a side; add --kwic'],
    [['-food prison'], '-food prison: no such flag. If it is no flag, put -- in front of it.\n  variorum'],
    [['a*'], '“a*” is too short: give at least 2 letters before the asterisk.'],
    [['area:nowhere-land'], 'no area or region is called “nowhere-land”'],
  ])('is told with what would be right: %j', async (typed, right) => {
    const { exitCode, out, said } = await search(...typed);
    expect([exitCode, out]).toEqual([2, '']);
    expect(said.join('\n')).toContain(right);
  });
});
