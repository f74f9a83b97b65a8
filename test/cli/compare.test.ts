import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CapturedRun, run } from './captured-run.ts';
import { amendedPage, makeFolder, SAMPLE } from './sample-folder.ts';

let folder: string;
let library: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  library = join(folder, 'library');
  await run('import', SAMPLE, '--library', library, '--workers', '0');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compare(...typed: readonly string[]): Promise<CapturedRun> {
  return run('compare', ...typed, '--library', library);
}

function removed(...typed: readonly string[]): Promise<CapturedRun> {
  return run('removed', ...typed, '--library', library);
}

interface SideData {
  readonly address: string;
  readonly text: string;
  readonly passages: readonly { readonly address: string; readonly text: string }[];
}
interface PairData {
  readonly change: string;
  readonly moved: string | null;
  readonly score: number;
  readonly topic: string | null;
  readonly left: SideData | null;
  readonly right: SideData | null;
  readonly absence: {
    readonly lookedIn: { readonly passages: number };
    readonly nearest: { readonly address: string; readonly score: number } | null;
  } | null;
}
interface ComparisonData {
  readonly note: string;
  readonly left: { readonly edition: number; readonly version: string; readonly passages: number };
  readonly right: { readonly edition: number; readonly version: string; readonly passages: number };
  readonly pairs: readonly PairData[];
}

async function readJson(...typed: readonly string[]): Promise<ComparisonData> {
  const { exitCode, out, said } = await compare(...typed, '--format', 'json');
  expect([exitCode, said]).toEqual([0, []]);
  return JSON.parse(out);
}

const ABSENCE = 'Absence of reporting is not evidence of absence.';

describe('in JSON', () => {
  test('every passage of both reports is in exactly one pair, with its address and text', async () => {
    const { left, right, pairs } = await readJson('velmora', '2023', '2024');
    for (const [side, whole] of [
      ['left', left],
      ['right', right],
    ] as const) {
      const addresses = pairs.flatMap((pair) => pair[side]?.passages.map(({ address }) => address) ?? []);
      expect(addresses).toHaveLength(whole.passages);
      expect(new Set(addresses).size).toBe(whole.passages);
      for (const address of addresses)
        expect(address).toMatch(new RegExp(`^${whole.edition}/zza#[^:]+:\\d+$`));
    }
    for (const pair of pairs) {
      expect(pair.left === null).toBe(pair.change === 'added');
      expect(pair.right === null).toBe(pair.change === 'removed');
      expect(pair.left?.text ?? '').toBe(pair.left?.passages.map(({ text }) => text).join('\n') ?? '');
      if (pair.change === 'same') expect(pair.score).toBe(1);
    }
  });

  test('what was removed says where it was looked for', async () => {
    const { note, right, pairs } = await readJson('velmora', '2022', '2024');
    expect(note).toBe(ABSENCE);
    const gone = pairs.filter(({ change }) => change === 'removed');
    expect(gone.length).toBeGreaterThan(0);
    for (const { absence } of gone) expect(absence?.lookedIn.passages).toBe(right.passages);
  });

  test('only what is asked for is there', async () => {
    const all = await readJson('velmora', '2022', '2024');
    const some = await readJson('velmora', '2022', '2024', '--only', 'removed,edited');
    expect(some.pairs).toEqual(all.pairs.filter(({ change }) => ['removed', 'edited'].includes(change)));
    const moved = await readJson('velmora', '2022', '2024', '--only', 'moved');
    expect(moved.pairs).toEqual(all.pairs.filter((pair) => pair.moved !== null));
  });

  test('a topic brings its pairs alone', async () => {
    const { pairs } = await readJson('velmora', '2022', '2023', '--topic', 'prison-conditions');
    expect(pairs.length).toBeGreaterThan(0);
    expect(new Set(pairs.map(({ topic }) => topic))).toEqual(new Set(['prison-conditions']));
  });
});

test('the older edition stands on the left, whichever is named first, and names and codes mean the same', async () => {
  const plain = await compare('zza', '2023', '2024');
  expect(plain.exitCode).toBe(0);
  expect(await compare('Velmora', '2024', '2023')).toEqual(plain);
});

test('the plain text marks words in brackets, says what they mean, and cites both sides', async () => {
  const { out } = await compare('velmora', '2023', '2024');
  expect(out).toMatch(/^Velmora: 2023 and 2024 compared\n/);
  expect(out).toContain(
    'Marks: [-words that only the older report has-] {+words that only the newer report has+}',
  );
  expect(out).toMatch(
    /\nReworded, \d+% alike.*\n {2}2023: 2023\/zza#\S+ \(.+\)\n {2}2024: 2024\/zza#\S+ \(.+\)\n/,
  );
  expect(out).toMatch(/\[-[^\]]+-\]/);
  expect(out).toMatch(/\nRemoved\n {2}2023: 2023\/zza#\S+ \(.+\)\n\n\[-/);
  expect(out).toMatch(/Looked for in all \d+ passages \([\d,]+ words\) of the 2024 report, and not found\./);
  expect(out).toContain(ABSENCE);
});

test('what stayed word for word is a line of addresses, and has its text where it is asked for', async () => {
  const { pairs } = await readJson('velmora', '2022', '2023');
  const same = pairs.find(({ change, moved }) => change === 'same' && moved === null);
  expect(same?.left?.text).toBeDefined();
  const usual = (await compare('velmora', '2022', '2023')).out;
  expect(usual).toContain(`Kept word for word: 2022/zza#`);
  expect(usual).not.toContain(same?.left?.text);
  expect((await compare('velmora', '2022', '2023', '--only', 'same')).out).toContain(same?.left?.text);
});

test.each(['txt', 'md', 'html', 'json', 'csv'])('the sentence on absence stands in %s', async (format) => {
  expect((await compare('velmora', '2023', '2024', '--format', format)).out).toContain(ABSENCE);
});

test('the table has a row for each pair', async () => {
  const { out } = await compare('velmora', '2023', '2024', '--format', 'csv');
  const [head] = out.split('\r\n');
  expect(head).toBe(
    'area,topic,change,moved,shape,score,left,left_heading,left_text,right,right_heading,right_text,left_words,right_words,words_kept,nearest,nearest_score,nearest_text,topics_with_text,topics_without_text,left_version,right_version,corrected,note',
  );
  const { pairs } = await readJson('velmora', '2023', '2024');
  expect(out.trimEnd().split('\r\n')).toHaveLength(pairs.length + 1);
});

test('the web page is whole in itself', async () => {
  const { out } = await compare('velmora', '2023', '2024', '--format', 'html');
  expect(out).toMatch(/^<!doctype html>\n[\s\S]*<\/html>\n$/);
  expect(out).not.toMatch(/<script|src=|<link /);
  expect(out).toMatch(/<del>[^<]+<\/del>/);
});

test('two versions of one edition are compared by their names, and the addresses tell them apart', async () => {
  const place = makeFolder({
    'first/2023/velmora.html': readFileSync(join(SAMPLE, '2023', 'velmora.html')),
    'second/2023/velmora.html': amendedPage('2023/velmora', 'A sentence that was added in place.'),
  });
  const own = join(place, 'library');
  const versions: string[] = [];
  for (const name of ['first', 'second']) {
    await run('import', join(place, name), '--library', own, '--workers', '0');
    const { out } = await run('compare', 'zza', '2023', '2023', '--format', 'json', '--library', own);
    versions.push(JSON.parse(out).left.version);
  }
  const [first, second] = versions;
  const { out } = await run(
    'compare',
    ...['zza', `2023@${first}`, `2023@${second}`, '--library', own, '--only', 'edited'],
  );
  expect(out).toMatch(/^Velmora: two versions of 2023 compared\n/);
  expect(out).toContain('{+A sentence that was added in place.+}');
  expect(out).toContain(`2023/zza@${first}#executive-summary:1`);
  expect(out).toContain(`2023/zza@${second}#executive-summary:1`);
  const unknown = await run('compare', 'zza', '2023@0123456789ab', '2023', '--library', own);
  expect([unknown.exitCode, unknown.said.join('')]).toEqual([
    3,
    expect.stringContaining('This library does not hold that version of the 2023 report on Velmora.'),
  ]);
});

describe('what cannot be compared', () => {
  test.each([
    [
      ['mali', '2023', '2024'],
      3,
      'The 2023 report on Mali was published, but this library does not hold it.',
    ],
    [['velmora', '2016', '2024'], 3, 'No report on Velmora was published in the 2016 edition.'],
    [['velmora', '2031', '2024'], 2, 'from: there is no edition 2031; the editions are 2016-2024.'],
    [['velmora', '2023'], 2, 'to: nothing is given; write a year such as 2023'],
    [['velmoora', '2023', '2024'], 2, 'no area or region is called “velmoora”; near to it: Velmora'],
    [['sample', '2023', '2024'], 2, 'area: “sample” is more than one country or area.'],
    [['velmora', '2023', '2024', '2022'], 2, '“2022”: one area and two editions are compared at a time.'],
    [['velmora', '2023', '2024', '--only', 'lost'], 2, 'only: “lost” is not known; write any of removed,'],
    [['velmora', '2023', '2024', '--topic', 'prisons'], 2, 'topics: there is no topic “prisons”'],
    [
      ['velmora', '2023', '2024', '--format', 'rtf'],
      2,
      'format: there is no “rtf”; write txt, md, html, json, csv, jsonl, pdf, docx.',
    ],
  ] as const)('is told with what would be right: %j', async (typed, code, right) => {
    const { exitCode, out, said } = await compare(...typed);
    expect([exitCode, out]).toEqual([code, '']);
    expect(said.join('\n')).toContain(right);
  });
});

describe('removals', () => {
  test('are those of the comparison, area by area, with the gaps', async () => {
    const { out, exitCode } = await removed(
      '--from',
      '2022',
      '--to',
      '2024',
      '--areas',
      'velmora,mali',
      '--format',
      'json',
    );
    expect(exitCode).toBe(0);
    const { note, areas, gaps } = JSON.parse(out);
    expect(note).toBe(ABSENCE);
    expect(gaps.map(({ text }: { text: string }) => text)).toEqual([
      'The 2022 report on Mali was published, but this library does not hold it.',
      'The 2024 report on Mali was published, but this library does not hold it.',
    ]);
    const whole = await readJson('velmora', '2022', '2024', '--only', 'removed');
    expect(areas).toHaveLength(1);
    expect(areas[0].pairs).toEqual(whole.pairs);
  });

  test('come from all areas if none is named, and each format has the sentence on absence', async () => {
    for (const format of ['txt', 'md', 'json', 'csv']) {
      const { out } = await removed('--from', '2022', '--to', '2024', '--format', format);
      expect(out, format).toContain(ABSENCE);
      for (const area of ['zza', 'zzb', 'zzc']) expect(out, `${format} ${area}`).toContain(`2022/${area}#`);
    }
  });

  test('stand in Markdown in a table of two columns, older and newer', async () => {
    const { out } = await removed('--from', '2022', '--to', '2024', '--areas', 'velmora', '--format', 'md');
    expect(out).toMatch(
      /\n### [^\n]+: \d+ passages?, \d+ words? removed\n\n\| 2022 \| 2024 \|\n\|---\|---\|\n\| “/,
    );
    for (const row of out.split('\n').filter((line) => line.startsWith('| “')))
      expect(row.replaceAll('\\|', '').split('|')).toHaveLength(4);
  });

  test('are told what cannot be understood, all at once', async () => {
    const { exitCode, said } = await removed(
      '--from',
      '20',
      '--areas',
      'nowhere-land',
      '--only',
      'same',
      '--format',
      'html',
    );
    expect(exitCode).toBe(2);
    for (const right of [
      'from: “20” is no edition',
      'to: nothing is given',
      'areas: no area or region is called “nowhere-land”',
      'only: here it is removed, or removed,edited.',
      'format: there is no “html”; write txt, md, json, csv, pdf, docx.',
    ]) {
      expect(said.join('\n')).toContain(right);
    }
  });
});
