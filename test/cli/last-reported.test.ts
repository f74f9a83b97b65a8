import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CapturedRun, run } from './captured-run.ts';
import { SAMPLE } from './sample-folder.ts';

let folder: string;
let library: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  library = join(folder, 'library');
  await run('import', SAMPLE, '--library', library, '--workers', '0');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ABSENCE = 'Absence of reporting is not evidence of absence.';

function lastReported(...typed: readonly string[]): Promise<CapturedRun> {
  return run('last-reported', ...typed, '--library', library);
}

interface LastData {
  readonly note: string;
  readonly held: readonly number[];
  readonly topics: readonly { readonly topic: string; readonly lastEditionWithText: number }[];
  readonly editions: readonly {
    readonly edition: number;
    readonly topics: readonly {
      readonly topic: string;
      readonly passages: readonly { readonly address: string; readonly text: string }[];
    }[];
  }[];
}

async function readJson(...typed: readonly string[]): Promise<LastData> {
  const { exitCode, out, said } = await lastReported(...typed, '--format', 'json');
  expect([exitCode, said]).toEqual([0, []]);
  return JSON.parse(out);
}

describe('variorum last-reported', () => {
  test('quotes and cites every passage that ended, in each format the same ones', async () => {
    const { editions, note, held } = await readJson('Velmora');
    expect(note).toBe(ABSENCE);
    expect(held).toEqual([2022, 2023, 2024]);
    const passages = editions.flatMap(({ topics }) => topics.flatMap((one) => one.passages));
    expect(passages.length).toBeGreaterThan(2);
    for (const format of ['txt', 'md', 'csv']) {
      const { out } = await lastReported('zza', '--format', format);
      expect(out).toContain(ABSENCE);
      for (const { address } of passages) expect(out.replaceAll('\\', '')).toContain(address);
    }
    const { out } = await lastReported('zza');
    for (const { address, text } of passages) {
      expect(out).toContain(`  ${address} (`);
      expect(out).toContain(`\n${text}\n`);
    }
    expect(out).toMatch(/\nLast reported in 2023: \d+ passages?, [\d,]+ words?, not found in 2024\n/);
  });

  test('is what the comparison of the two editions calls removed', async () => {
    const { editions } = await readJson('zza');
    const compared = await run(
      'compare',
      'zza',
      '2023',
      '2024',
      '--only',
      'removed',
      '--format',
      'json',
      '--library',
      library,
    );
    const removed = (JSON.parse(compared.out) as { pairs: { left: { address: string } }[] }).pairs.map(
      ({ left }) => left.address,
    );
    const ended = editions
      .filter(({ edition }) => edition === 2023)
      .flatMap(({ topics }) => topics.flatMap((one) => one.passages.map(({ address }) => address)));
    expect(ended.sort()).toEqual(removed.sort());
  });

  test('narrows to topics and sorts them', async () => {
    const whole = await readJson('zza');
    const some = await readJson('zza', '--topics', 'women');
    expect(some.editions.length).toBeGreaterThan(0);
    const count = ({ editions }: LastData) =>
      editions.flatMap(({ topics }) => topics.flatMap((one) => one.passages)).length;
    expect(count(some)).toBeLessThan(count(whole));
    const years = (await readJson('zza', '--sort', '-last')).topics.map((one) => one.lastEditionWithText);
    expect(years).toEqual([...years].sort((a, b) => a - b));
  });

  test('writes to a file, whole', async () => {
    const file = join(folder, 'last.csv');
    await lastReported('zza', '--format', 'csv', '--output', file);
    expect(readFileSync(file, 'utf8')).toContain('last_edition,area,topic,');
  });

  test.each([
    [[], 'area: nothing is given'],
    [['velmoora'], 'near to it: Velmora'],
    [['velmora', 'quendary'], '“quendary”: one area is looked at at a time.'],
    [['velmora', '--topics', 'wimmin'], 'topics: there is no topic “wimmin”'],
    [['velmora', '--sort', 'size'], 'sort: “size” is not known; write one of topic,'],
    [['velmora', '--format', 'pdf'], 'format: there is no “pdf”; write txt, md, json, csv.'],
  ])('%j is told with what would be right', async (typed, right) => {
    const { exitCode, out, said } = await lastReported(...typed);
    expect([exitCode, out]).toEqual([2, '']);
    expect(said.join('\n')).toContain(right);
  });

  test('an area of which nothing is held is not found', async () => {
    const { exitCode, said } = await lastReported('mali');
    expect(exitCode).toBe(3);
    expect(said.join('\n')).toContain('This library holds no report on Mali.');
  });
});
