import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CapturedRun, run } from './captured-run.ts';
import { makeFolder, SAMPLE } from './sample-folder.ts';

let folder: string;
let library: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  library = join(folder, 'library');
  await run('import', SAMPLE, '--library', library, '--workers', '0');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(years: string, sections: string, areas: string, ...more: string[]): Promise<CapturedRun> {
  return run(
    'report',
    ...['--years', years, '--sections', sections, '--areas', areas],
    ...more,
    ...['--library', library],
  );
}

interface ReportData {
  readonly query: string;
  readonly reports: readonly {
    readonly edition: number;
    readonly area: string;
    readonly sections: readonly { readonly key: string; readonly context: boolean }[];
  }[];
  readonly gaps: readonly unknown[];
}

async function readJson(...asked: Parameters<typeof report>): Promise<ReportData> {
  const { exitCode, out } = await report(...asked, '--format', 'json');
  expect(exitCode).toBe(0);
  return JSON.parse(out);
}

async function reportsOf(...asked: Parameters<typeof report>): Promise<string[]> {
  return (await readJson(...asked)).reports.map(({ edition, area }) => `${edition}/${area}`);
}

describe('the areas of a report', () => {
  test.each([
    ['a name', 'Velmora', ['2023/zza']],
    ['a name without its accents and marks', "SANT'ORLO", ['2023/zzc']],
    ['an old name', 'Upper Quendal', ['2023/zzb']],
    ['an id', 'zzb', ['2023/zzb']],
    ['the slug of another edition', 'upper-quendal', ['2023/zzb']],
    ['several, in the order given', 'zzc, Velmora', ['2023/zzc', '2023/zza']],
    ['a region', 'sample', ['2023/zzb', '2023/zzc', '2023/zza']],
    ['all', 'all', ['2023/zzb', '2023/zzc', '2023/zza']],
  ])('may be given as %s', async (_, areas, expected) => {
    expect(await reportsOf('2023', 'executive-summary', areas)).toEqual(expected);
  });

  test('may be given in several flags', async () => {
    expect(await reportsOf('2023', 'executive-summary', 'zza', '--areas', 'zzc')).toEqual([
      '2023/zza',
      '2023/zzc',
    ]);
  });
});

test.each([
  ['2023', [2023]],
  ['2022-2024', [2022, 2023, 2024]],
  ['2024,2022', [2022, 2024]],
  ['2022-2023,2024', [2022, 2023, 2024]],
  ['all', [2022, 2023, 2024]],
])('the years of a report may be %s', async (years, expected) => {
  expect(await reportsOf(years, 'executive-summary', 'zza')).toEqual(expected.map((year) => `${year}/zza`));
});

describe('the sections of a report', () => {
  async function keysOf(sections: string): Promise<string[]> {
    const [first] = (await readJson('2023', sections, 'zza')).reports;
    return (first?.sections ?? []).filter(({ context }) => !context).map(({ key }) => key);
  }

  test('may be a label, which brings what stands beneath it', async () => {
    expect(await keysOf('1.c')).toEqual(['1.c', '1.c/prison-and-detention-center-conditions']);
    expect(await keysOf('Section 1.C.')).toEqual(await keysOf('1.c'));
  });

  test('may be a heading without a label', async () => {
    expect(await keysOf('6/women')).toEqual(['6/women']);
  });

  test('may be a whole chapter', async () => {
    const keys = await keysOf('1');
    expect(keys[0]).toBe('1');
    expect(keys.length).toBeGreaterThan(8);
    for (const key of keys) expect(key).toMatch(/^1\b/);
  });

  test('may be a topic, which finds its place in each edition’s outline', async () => {
    const { reports } = await readJson('all', 'torture', 'zza');
    expect(
      reports.map(({ edition, sections }) => [edition, sections.filter(({ context }) => !context)[0]?.key]),
    ).toEqual([
      [2022, '1.c'],
      [2023, '1.c'],
      [2024, '3.a'],
    ]);
  });

  test('may be all, which is everything there is', async () => {
    const keys = await keysOf('all');
    expect(keys).toContain('executive-summary');
    expect(keys).toContain('7');
  });
});

test.each([
  ['area', ['2022/zza', '2023/zza', '2022/zzc', '2023/zzc']],
  ['year', ['2022/zza', '2022/zzc', '2023/zza', '2023/zzc']],
  [
    'section',
    ['2022/zza', '2023/zza', '2022/zzc', '2023/zzc', '2022/zza', '2023/zza', '2022/zzc', '2023/zzc'],
  ],
])('the order of a report may be by %s', async (order, expected) => {
  expect(await reportsOf('2022,2023', 'executive-summary,1.b', 'zza,zzc', '--order', order)).toEqual(
    expected,
  );
});

describe('a report', () => {
  test('says how many things were asked for and are not there, and ends with 0', async () => {
    const { exitCode, said } = await report('2016', 'executive-summary', 'mali', '--format', 'json');
    expect([exitCode, said]).toEqual([
      0,
      ['1 gap: asked for and not there; listed in the report, with the reasons.'],
    ]);
    expect((await readJson('2016', 'executive-summary', 'mali')).gaps).toHaveLength(1);
  });

  test('comes as plain text unless asked otherwise', async () => {
    const plain = await report('2023', 'executive-summary', 'zza');
    expect(plain.out).toMatch(/^Executive summary: Velmora, 2023\n/);
    expect(await report('2023', 'executive-summary', 'zza', '--format', 'txt')).toEqual(plain);
  });

  test('comes as Markdown and as one web page', async () => {
    expect((await report('2023', '1.b', 'zza', '--format', 'md')).out).toMatch(
      /^# .*\n[\s\S]*\n## Velmora, 2023\n/,
    );
    const { out } = await report('2023', '1.b', 'zza', '--format', 'html');
    expect(out).toMatch(/^<!doctype html>\n[\s\S]*<\/html>\n?$/);
    expect(out).not.toMatch(
      /<script(?! type="application\/json")|src="http|href="[^"#h]|<link [^>]*stylesheet/,
    );
  });

  test('comes as a table of passages with these columns', async () => {
    const { out } = await report('2023', '1.b', 'zza', '--format', 'csv');
    const [head, first] = out.split(/\r?\n/);
    expect(head).toBe('edition,area,area_name,section,heading,passage,label,text,topics,address,version');
    expect(first).toMatch(
      /^2023,zza,Velmora,1\.b,Disappearance,1,,.*,disappearance,2023\/zza#1\.b:1,[0-9a-f]{12}$/,
    );
  });
});

describe('what cannot be understood', () => {
  test.each([
    [['2031', '1.b', 'zza'], 'years: there is no edition 2031; the editions are 2016-2024.'],
    [['2023', '9.z', 'zza'], 'sections: no edition has “9.z”; the sections are 1, 2, 3, 4, 5, 6, 7'],
    [['2023', '1.b', 'Velmoora'], 'areas: no area or region is called “Velmoora”; near to it: Velmora'],
    [['2023', '1.b', 'Congo'], 'areas: “Congo” may be '],
    [['2023', '1.b', 'zza', '--order', 'up'], 'order: “up” is no order; write area, year or section.'],
    [['2023', '1.b', 'zza', '--format', 'doc'], 'format: there is no “doc”; write txt, md, html, json, csv'],
    [['2023', '1.b', 'ma\u0000li'], 'areas: “ma\\u{0}li” holds a control character; take it out.'],
    [['2023', '', 'zza'], 'sections: nothing is given; give labels such as 1.c'],
  ] as const)('is told with what would be right: %j', async ([years, sections, areas, ...more], right) => {
    const { exitCode, out, said } = await report(years, sections, areas, ...more);
    expect([exitCode, out]).toEqual([2, '']);
    expect(said.join('\n')).toContain(right);
  });

  test('is told all at once', async () => {
    const { said } = await report('2031', '9.z', 'nowhere-land', '--order', 'up', '--format', 'wpd');
    const names = said
      .join('\n')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(':')[0]);
    expect(names).toEqual(['years', 'sections', 'areas', 'order', 'format']);
  });

  test('gets one line where it is ten thousand areas', async () => {
    const areas = Array.from({ length: 10_000 }, (_, i) => `area ${i}`).join(',');
    const { exitCode, said } = await report('2023', '1.b', areas);
    expect(exitCode).toBe(2);
    expect(said.join('\n').split('\n')).toEqual([
      'What was asked for cannot be understood.',
      expect.stringMatching(/^ {2}areas: [\d,]+ characters are too many; give at most 20,000, or “all”\.$/),
    ]);
  });
});

describe('a report written to a file', () => {
  test('is what would be printed, and nothing else is left behind', async () => {
    const target = makeFolder({ 'r.txt': 'what was there before' });
    const printed = await report('2023', '1', 'all');
    expect(await report('2023', '1', 'all', '--output', join(target, 'r.txt'))).toEqual({
      ...printed,
      out: '',
    });
    expect(readFileSync(join(target, 'r.txt'), 'utf8')).toBe(printed.out);
    expect(readdirSync(target)).toEqual(['r.txt']);
  });

  test('goes where a link leads, and the link stays', async () => {
    const target = makeFolder({ 'kept/r.txt': '' });
    symlinkSync(join(target, 'kept', 'r.txt'), join(target, 'link.txt'));
    await report('2023', '1.b', 'zza', '--output', join(target, 'link.txt'));
    expect(readFileSync(join(target, 'kept', 'r.txt'), 'utf8')).toMatch(/^Section 1\.b/);
    expect(readdirSync(target)).toEqual(['kept', 'link.txt']);
  });

  test('goes through a pipe, which stays a pipe', async () => {
    const target = makeFolder();
    const pipe = join(target, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'inherit'] });
    let read = '';
    reader.stdout.setEncoding('utf8').on('data', (text: string) => {
      read += text;
    });
    const closed = new Promise((resolve) => reader.on('close', resolve));
    expect((await report('2023', '1.b', 'zza', '--output', pipe)).exitCode).toBe(0);
    await closed;
    expect(read).toMatch(/^Section 1\.b/);
    expect(readdirSync(target)).toEqual(['pipe']);
  });

  test.each([
    ['a folder that does not exist', 'none/r.txt', 5, 'the folder for it does not exist.'],
    ['a folder that is a file', 'file/r.txt', 5, 'a file stands where a folder should be.'],
    ['a name too long', 'x'.repeat(250), 5, 'its name is too long.'],
    ['a folder itself', 'folder', 2, 'is a folder; name a file in it.'],
  ])('is not written into %s, which is told in one line', async (_, name, expected, why) => {
    const target = makeFolder({ file: '', 'folder/x': '' });
    const { exitCode, said } = await report('2023', '1.b', 'zza', '--output', join(target, name));
    expect(exitCode).toBe(expected);
    expect(said).toEqual([expect.stringContaining(`${join(target, name)}`)]);
    expect(said[0]).toContain(why);
    expect(said[0]).not.toContain('\n');
    expect(readdirSync(target)).toEqual(['file', 'folder']);
  });

  test('keeps what was there before where the selection cannot be understood', async () => {
    const target = makeFolder();
    writeFileSync(join(target, 'r.txt'), 'before');
    expect((await report('2031', '1.b', 'zza', '--output', join(target, 'r.txt'))).exitCode).toBe(2);
    expect(readFileSync(join(target, 'r.txt'), 'utf8')).toBe('before');
  });
});
