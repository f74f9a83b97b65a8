import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CapturedRun, run, start } from './captured-run.ts';
import { makeFolder, SAMPLE } from './sample-folder.ts';

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

const ABSENCE = 'Absence of reporting is not evidence of absence.';

describe('many comparisons at once', () => {
  test('are a line for each country and area, with what has to be said', async () => {
    const { exitCode, out, said } = await compare('all', '2023', '2024');
    expect([exitCode, said]).toEqual([0, []]);
    expect(out).toMatch(/^2023 and 2024, all countries and areas\n/);
    expect(out).toContain(ABSENCE);
    expect(out).toMatch(/\nQuendary .*\nSant’Orlo .*\nVelmora .*\nAll together .*\nMedian /);
  });

  test('of one area are a line for each edition with the next', async () => {
    const { out } = await compare('Velmora');
    expect(out).toMatch(/\n2022 and 2023 .*\n2023 and 2024 .*\nAll together /);
  });

  test('come as JSON, CSV and Markdown, narrowed and sorted as asked', async () => {
    const { out } = await compare(
      'all',
      '2024',
      '2022',
      '--topic',
      'women',
      '--sort',
      'gone',
      '--format',
      'json',
    );
    const { scope, topicsAsked, sort, rows, note } = JSON.parse(out);
    expect([scope, topicsAsked, sort, note]).toEqual([{ from: 2022, to: 2024 }, ['women'], 'gone', ABSENCE]);
    const gone = rows.map(({ wordsGone }: { wordsGone: number }) => wordsGone);
    expect(gone).toEqual(gone.toSorted((a: number, b: number) => b - a));
    expect((await compare('all', '2022', '2024', '--format', 'csv')).out).toContain(ABSENCE);
    const file = join(folder, 'wide.md');
    expect((await compare('zzb', '--format', 'md', '--output', file)).out).toBe('');
    expect(readFileSync(file, 'utf8')).toMatch(/^# Quendary, edition by edition\n/);
  });

  test('every problem is named at once', async () => {
    const { exitCode, said } = await compare('all', '2023', '2023', '--sort', 'color', '--format', 'html');
    expect(exitCode).toBe(2);
    expect(said.join('\n')).toContain('not 2023 with itself');
    expect(said.join('\n')).toContain('sort: “color” is not known');
    expect(said.join('\n')).toContain('format: there is no “html” of many comparisons');
  });
});

describe('deriving', () => {
  test('goes on where an import left it, and then has nothing left to do', async () => {
    const own = join(makeFolder(), 'library');
    const imported = await run('import', SAMPLE, '--library', own, '--workers', '0', '--no-compare');
    expect(imported.said).toEqual(['Pages 9 of 9']);
    const first = await run('derive', '--library', own, '--workers', '0');
    expect([first.exitCode, first.out]).toEqual([0, '6 pairs of reports compared, 0 pairs kept already.\n']);
    const again = await run('derive', '--library', own, '--workers', '0', '--json');
    expect(JSON.parse(again.out)).toEqual({ already: 6, compared: 0, unkept: 0, failed: [] });
    const others = await run('derive', '2022', '2024', '--library', own, '--workers', '0');
    expect(others.out).toBe('3 pairs of reports compared, 0 pairs kept already.\n');
  });

  test('that is stopped keeps what was compared, and says how to go on', async () => {
    const own = join(makeFolder(), 'library');
    await run('import', SAMPLE, '--library', own, '--workers', '0', '--no-compare');
    const stopped = start('derive', '--library', own, '--workers', '0');
    stopped.stop();
    const { exitCode, said } = await stopped.ended;
    expect(exitCode).toBe(130);
    expect(said.at(-1)).toContain('“variorum derive” goes on from there');
    expect((await run('derive', '--library', own, '--workers', '0')).exitCode).toBe(0);
  });

  test('says what it does not understand', async () => {
    const { exitCode, said } = await run('derive', '2022', '--library', library);
    expect(exitCode).toBe(2);
    expect(said.join('\n')).toContain('to: nothing is given');
  });
});
