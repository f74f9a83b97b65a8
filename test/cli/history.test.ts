import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

function history(...typed: readonly string[]): Promise<CapturedRun> {
  return run('history', ...typed, '--library', library);
}

interface HistoryData {
  readonly first: number;
  readonly last: number;
  readonly ended: boolean;
  readonly held: readonly number[];
  readonly forms: readonly { readonly edition: number; readonly address: string; readonly change: string }[];
}

async function readJson(address: string): Promise<HistoryData> {
  const { exitCode, out, said } = await history(address, '--format', 'json');
  expect([exitCode, said]).toEqual([0, []]);
  return JSON.parse(out);
}

test('every form is cited by its address, the oldest first, and any of them leads to the same history', async () => {
  const { forms, held } = await readJson('2023/zza#executive-summary:1');
  expect(held).toEqual([2022, 2023, 2024]);
  expect(forms.length).toBeGreaterThan(1);
  expect(forms[0]?.change).toBe('first');
  const years = forms.map(({ edition }) => edition);
  expect(years).toEqual([...years].sort());
  const { out } = await history('2023/zza#executive-summary:1');
  for (const { edition, address } of forms) expect(out).toContain(`\n${edition}: ${address} (`);
});

test('a passage that is gone ends with the sentence on absence', async () => {
  const { out } = await run(
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
  const gone = (JSON.parse(out) as { pairs: { left: { address: string } }[] }).pairs[0]?.left.address ?? '';
  const { ended, last } = await readJson(gone);
  expect([ended, last]).toEqual([true, 2023]);
  for (const format of ['txt', 'md', 'json', 'csv'])
    expect((await history(gone, '--format', format)).out, format).toContain(
      'Absence of reporting is not evidence of absence.',
    );
  expect((await history(gone)).out).toContain(
    'Last reported in 2023: it was looked for in the whole 2024 report, the next one held, and not found.',
  );
});

test('it is written to a file whole', async () => {
  const file = join(folder, 'history.md');
  const { exitCode, out } = await history('2023/zza#1.c:1', '--format', 'md', '--output', file);
  expect([exitCode, out]).toEqual([0, '']);
  expect(readFileSync(file, 'utf8')).toMatch(/^# History of 2023\/zza\\?#1\.c:1\n/);
});

test.each([
  [['2023/zza'], 2, '2023/zza names no passage.'],
  [['Velmora 1.c'], 2, '“Velmora 1.c” is not the address of a report or passage.'],
  [[], 2, 'ADDRESS: nothing is given'],
  [['2023/zza#1.c:1', '--format', 'pdf'], 2, 'format: there is no “pdf”; write txt, md, json, csv.'],
  [['2023/zza#1.c:1', '2022/zza#1.c:1'], 2, '“2022/zza#1.c:1”: one passage is followed at a time.'],
  [['2023/zza#1.c:999'], 3, 'has no passage 999'],
  [['2023/mli#1.c:1'], 3, 'The 2023 report on Mali was published, but this library does not hold it.'],
])('%j is refused with the reason', async (typed, code, says) => {
  const { exitCode, out, said } = await history(...typed);
  expect([exitCode, out]).toEqual([code, '']);
  expect(said.join('\n')).toContain(says);
});
