import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT } from './built-program.ts';
import { type CapturedRun, run } from './captured-run.ts';
import { makeFolder, SAMPLE } from './sample-folder.ts';

let folder: string;
let library: string;
/** Every passage's text, as a custom report of everything gives it: for counting without an index. */
let texts: readonly { readonly edition: number; readonly area: string; readonly text: string }[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  library = join(folder, 'library');
  await run('import', SAMPLE, '--library', library, '--workers', '0');
  const all = ['--years', 'all', '--sections', 'all', '--areas', 'all', '--format', 'json'];
  const { reports } = JSON.parse((await run('report', ...all, '--library', library)).out) as {
    reports: {
      edition: number;
      area: string;
      sections: { passages: { text: string }[] }[];
    }[];
  };
  texts = reports.flatMap(({ edition, area, sections }) =>
    sections.flatMap(({ passages }) => passages.map(({ text }) => ({ edition, area, text }))),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function search(...typed: string[]): Promise<CapturedRun> {
  return run('search', '--library', library, ...typed);
}

function quote(...typed: string[]): Promise<CapturedRun> {
  return run('quote', ...typed, '--library', library);
}

/** Fields of a table none of whose cells has a comma or a line break in it. */
function readCsv(out: string): string[][] {
  return out
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
}

function countTexts(pattern: RegExp): { passages: number; reports: number } {
  const found = texts.filter(({ text }) => pattern.test(text));
  return {
    passages: found.length,
    reports: new Set(found.map(({ edition, area }) => `${edition}/${area}`)).size,
  };
}

describe('a count', () => {
  test('as JSON has what makes it repeatable, and nothing else', async () => {
    const { exitCode, out } = await search('Torture', '--count', '--format', 'json');
    expect(exitCode).toBe(0);
    const count = JSON.parse(out);
    expect(Object.keys(count)).toEqual(['query', 'passages', 'reports', 'denominator', 'library']);
    expect(count).toEqual({
      query: 'Torture',
      ...countTexts(/\btortur/i),
      denominator: { reports: 9, passages: texts.length, words: expect.any(Number) },
      library: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });

  test('is else one line that says the same', async () => {
    const { library: version, denominator } = JSON.parse(
      (await search('torture', '--count', '--format', 'json')).out,
    );
    expect(await search('torture', '--count')).toEqual({
      exitCode: 0,
      out: `torture: 7 passages in 5 reports, of ${texts.length} passages and ${denominator.words.toLocaleString('en-US')} words in 9 reports; library ${version}\n`,
      said: [],
    });
  });

  test('is a row of a table too', async () => {
    const [head, row] = readCsv((await search('torture', '--count', '--format', 'csv')).out);
    expect(head).toEqual([
      'query',
      'passages',
      'reports',
      'of_passages',
      'of_reports',
      'of_words',
      'library',
    ]);
    expect(row?.slice(0, 5)).toEqual(['torture', '7', '5', String(texts.length), '9']);
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
      out: expect.stringMatching(/^labour: 0 passages in 0 reports/),
      said: [],
    });
  });

  test('may be of a query that begins with a hyphen, behind two', async () => {
    const { out } = await search('--count', '--format', 'json', '--', '-the officers');
    expect(JSON.parse(out).passages).toBe(
      texts.filter(({ text }) => /\bofficers?\b/i.test(text) && !/\bthe\b/i.test(text)).length,
    );
  });

  test('of words in a row is that of one query', async () => {
    const one = await search('border officers', '--count', '--format', 'json');
    expect(await search('border', 'officers', '--count', '--format', 'json')).toEqual(one);
    expect(JSON.parse(one.out).passages).toBe(
      texts.filter(({ text }) => /\bborders?\b/i.test(text) && /\bofficers?\b/i.test(text)).length,
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

  test('has 20 passages unless more or fewer are asked for', async () => {
    const numbers = ({ out }: CapturedRun): number => out.match(/^\d+\. .* · /gm)?.length ?? 0;
    const all = countTexts(/\bthe\b/i).passages;
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
    expect(rows.length - 1).toBe(countTexts(/\bthe\b/i).passages);
  });

  test('keep the header where there are none', async () => {
    expect((await search('zeppelin', '--format', 'csv')).out).toBe(`${COLUMNS}\r\n`);
  });

  test('are rows that a custom report gives too', async () => {
    const rows = (await search('torture', '--years', '2024', '--format', 'csv')).out.split('\r\n');
    const report = await run(
      'report',
      ...['--years', '2024', '--sections', '3.a', '--areas', 'zza', '--format', 'csv'],
      ...['--library', library],
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
      officialAddress: expect.stringMatching(/^https:/),
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
    expect(out).toContain('`2023/zzb#1.i:3` <https://');
  });
});

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
    const matches = texts.flatMap(({ text }) => text.match(/\bporters?\b/gi) ?? []);
    expect(rows.length - 1).toBe(matches.length);
    expect(rows[1]).toContain(',porters,');
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
    const [head, ...rows] = readCsv((await search('torture', 'porters', '--trend', '--format', 'csv')).out);
    expect(head).toEqual([
      'query',
      'edition',
      'passages',
      'reports',
      'rate',
      'of_passages',
      'of_reports',
      'of_words',
      'library',
    ]);
    expect(rows.map(([query, edition]) => `${query} ${edition}`)).toEqual([
      'torture 2022',
      'torture 2023',
      'torture 2024',
      'porters 2022',
      'porters 2023',
      'porters 2024',
    ]);
    const torture = rows.slice(0, 3);
    expect(torture.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(countTexts(/\btortur/i).passages);
    expect(torture.reduce((sum, row) => sum + Number(row[5]), 0)).toBe(texts.length);
    for (const [, , passages, , rate, , , words] of rows)
      expect(Number(rate)).toBeCloseTo((Number(passages) * 100_000) / Number(words), 3);
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
    const [head, ...rows] = readCsv((await search('torture', '--grid', '--format', 'csv')).out);
    expect(head).toEqual(['query', 'area', 'area_name', 'edition', 'state', 'passages', 'library']);
    expect(rows).toHaveLength(9);
    expect(rows.reduce((sum, row) => sum + Number(row[5]), 0)).toBe(countTexts(/\btortur/i).passages);
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
        'QUERY',
        'years',
        'areas',
        'sections',
        'order',
        'spellings',
      ]),
    );
  });

  test.each([
    [[], 'QUERY: nothing is given to search for; type a word or a phrase.'],
    [['  '], 'QUERY: nothing is given to search for'],
    [
      ['x', '--limit', 'many'],
      'limit: “many” is no number of passages; write a whole number from 1, or all.',
    ],
    [['x', '--trend', '--limit', '3'], 'limit: --trend counts everything; leave --limit out.'],
    [['x', '--sort', 'left'], 'sort: only lines can be sorted by a side; add --kwic'],
    [['x', '--kwic', '--format', 'md'], 'format: --kwic comes as txt, json or csv.'],
    [['-food prison'], '-food prison: no such flag. If it is no flag, put -- in front of it.\n  variorum'],
    [['a*'], '“a*” is too short: give at least 2 letters before the asterisk.'],
    [['area:nowhere-land'], 'no area or region is called “nowhere-land”'],
  ])('is told with what would be right: %j', async (typed, right) => {
    const { exitCode, out, said } = await search(...typed);
    expect([exitCode, out]).toEqual([2, '']);
    expect(said.join('\n')).toContain(right);
  });
});

describe('a quote check', () => {
  const PASTED = [
    'No killing by an officer was reported.',
    'A brand new council of 21 was chosen in May.',
    'Too short.',
    'The moon above the harbor was declared a cheese by nine learned bakers.',
  ].join(' ');

  test('says of each sentence where it stands, the differing words marked', async () => {
    const file = join(makeFolder({ 'brief.txt': PASTED }), 'brief.txt');
    const { exitCode, out, said } = await quote(file);
    expect([exitCode, said]).toEqual([0, []]);
    expect(out).toMatch(
      /^4 sentences: 1 word for word, 1 nearly, 1 not found, 1 too short to tell\. Looked for in 9 reports, library version [0-9a-f]{12}\./,
    );
    expect(out).toContain('Absence of reporting is not evidence of absence.');
    expect(out).toContain(
      '\n1. Word for word: 2022/zzc#1.a:1 (Sant’Orlo) and 2 more passages; editions 2022-2024\n',
    );
    expect(out).toContain('\n2. Nearly: 2023/zzc#executive-summary:2 (Sant’Orlo); edition 2023;');
    expect(out).toContain('A [-brand-] new council of 21 was chosen in May');
    expect(out).toContain('\n3. Too short to tell\n');
    expect(out).toContain('\n4. Not found\n');
  });

  test('as JSON gives every place, oldest first', async () => {
    const file = join(makeFolder({ 'brief.txt': PASTED }), 'brief.txt');
    const check = JSON.parse((await quote(file, '--format', 'json')).out);
    expect(check.counts).toEqual({ verbatim: 1, near: 1, 'not-found': 1, 'too-short': 1 });
    expect(check.library).toMatch(/^[0-9a-f]{12}$/);
    expect(check.sentences[0]).toMatchObject({ verdict: 'verbatim', editions: [2022, 2023, 2024] });
    expect(check.sentences[0].places.map(({ address }: { address: string }) => address)).toEqual([
      '2022/zzc#1.a:1',
      '2023/zzc#1.a:1',
      '2024/zzc#1.a:1',
    ]);
    expect(check.sentences[1].nearest.pieces).toContainEqual({ kind: 'pasted', text: 'brand' });
  });

  test('as Markdown quotes each sentence', async () => {
    const file = join(makeFolder({ 'brief.txt': PASTED }), 'brief.txt');
    const { out } = await quote(file, '--format', 'md');
    expect(out).toMatch(/^# Quotations checked\n/);
    expect(out).toContain('\n   > No killing by an officer was reported.\n');
    expect(out).toContain('A \\[brand\\] new council');
  });

  test.each([
    [[], 2, 'FILE: nothing is named; name a file, or - for standard input.'],
    [['a', 'b', '--format', 'csv'], 2, 'FILE: 2 are named; give one.'],
    [['a', '--format', 'csv'], 2, 'format: there is no “csv”; write txt, json, md.'],
    [['no-such-file.txt'], 3, 'no-such-file.txt does not exist.'],
    [['.'], 2, '. is a folder; name a file in it.'],
  ])('that cannot be made says why: %j', async (typed, code, right) => {
    const { exitCode, out, said } = await quote(...typed);
    expect([exitCode, out]).toEqual([code, '']);
    expect(said.join('\n')).toContain(right);
  });

  test('refuses what is no text, nothing, or too long', async () => {
    const files = makeFolder({
      'brief.pdf': Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0xff, 0xfe),
      empty: ' \n',
      long: 'One sentence follows another. '.repeat(2_000),
      huge: new Uint8Array(1_100_000).fill(0x20),
    });
    for (const [name, right] of [
      ['brief.pdf', 'is no plain text in UTF-8.'],
      ['empty', 'There is nothing to check.'],
      ['long', '60,000 characters; give at most 50,000.'],
      ['huge', 'is too long to be checked at once.'],
    ] as const) {
      const { exitCode, out, said } = await quote(join(files, name));
      expect([exitCode, out, said.join('\n')]).toEqual([2, '', expect.stringContaining(right)]);
    }
  });
});

describe('in a shell', () => {
  function shell(line: string, input: string) {
    const program = `'${process.execPath}' '${join(PROJECT, 'dist', 'cli', 'main.js')}'`;
    return spawnSync('/bin/sh', ['-c', line.replaceAll('variorum', program)], {
      encoding: 'utf8',
      input,
      env: { ...process.env, VARIORUM_LIBRARY: library },
    });
  }

  test('a search whose reader has enough ends quietly', () => {
    for (const format of ['txt', 'csv', 'json', 'md']) {
      const line = `{ variorum search the --limit all --format ${format}; echo "$?" >&2; } | head -c 100`;
      const { stdout, stderr } = shell(line, '');
      expect([Buffer.byteLength(stdout), stderr], format).toEqual([100, '0\n']);
    }
  });

  test('a quote check reads what another program writes', () => {
    const { status, stdout, stderr } = shell('variorum quote -', 'No killing by an officer was reported.');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('1. Word for word: 2022/zzc#1.a:1');
  });

  test('nothing of a screen gets into a pipe', () => {
    expect(shell('variorum search torture | cat', '').stdout).not.toContain('\u001b');
  });
});
