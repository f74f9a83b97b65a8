import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { type CapturedRun, run } from './captured-run.ts';
import { SAMPLE } from './sample-folder.ts';

let folder: string;
let library: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  library = join(folder, 'library');
  await run('import', SAMPLE, '--library', library, '--workers', '0');
});

function correct(...typed: readonly string[]): Promise<CapturedRun> {
  return run('correct', ...typed, '--library', library);
}

async function compare(...typed: readonly string[]): Promise<string> {
  return (await run('compare', 'velmora', '2023', '2024', ...typed, '--library', library)).out;
}

interface Removed {
  readonly pairs: readonly { readonly left: { readonly address: string } }[];
}

/** A passage that the program takes for removed, and the first one of the newer report. */
async function pickPassages(): Promise<readonly [older: string, newer: string]> {
  const { pairs }: Removed = JSON.parse(await compare('--only', 'removed', '--format', 'json'));
  const [pair] = pairs;
  if (pair === undefined) throw new Error('The sample no longer has a removed passage.');
  return [pair.left.address, '2024/zza#executive-summary:1'];
}

test('a pair that was corrected is shown as such, in every format, and as it was without corrections', async () => {
  const [older, newer] = await pickPassages();
  const automatic = await compare();
  const saved = await correct('pair', newer, older, '--by', 'Ada Quill', '--note', 'the same office');
  expect([saved.exitCode, saved.out]).toEqual([
    0,
    expect.stringMatching(/^Saved as correction [0-9a-f]{12}\.\n$/),
  ]);
  for (const format of ['txt', 'md', 'html', 'csv']) {
    const text = (await compare('--format', format)).replaceAll('\\', '');
    expect(text, format).toContain('Corrected by Ada Quill, ');
    expect(text, format).toContain(`${older} and ${newer} belong together`);
  }
  const data = JSON.parse(await compare('--format', 'json'));
  expect(data.corrections).toEqual({ used: true, applying: 1 });
  const corrected = data.pairs.flatMap((pair: { corrections: object[] }) => pair.corrections);
  expect(corrected).toMatchObject([
    {
      kind: 'pair',
      left: older,
      right: newer,
      by: 'Ada Quill',
      automatic: { paired: false, left: 'removed' },
    },
  ]);
  const without = await compare('--no-corrections');
  expect(without.replace('1 correction by readers is left out: this is the automatic result.\n', '')).toBe(
    automatic,
  );
});

test('a corrected passage is removed no more, unless corrections are left out', async () => {
  const [older, newer] = await pickPassages();
  await correct('pair', older, newer);
  const removed = async (...typed: readonly string[]): Promise<string> =>
    (
      await run(
        ...['removed', '--from', '2023', '--to', '2024', '--areas', 'zza', '--format', 'csv'],
        ...[...typed, '--library', library],
      )
    ).out;
  expect(await removed()).not.toContain(`${older},`);
  expect(await removed('--no-corrections')).toContain(`${older},`);
});

test('the opposite of what stands ends with 5 and names who said it; withdrawn, it no longer stands in the way', async () => {
  const [older, newer] = await pickPassages();
  await correct('pair', older, newer, '--by', 'Ada Quill');
  const opposite = await correct('part', older, newer, '--by', 'Bo Reed');
  expect(opposite.exitCode).toBe(5);
  expect(opposite.said.join('\n')).toMatch(
    /contradicts correction [0-9a-f]{12}, by which Ada Quill paired them/,
  );
  const id = /correction ([0-9a-f]{12})/.exec(opposite.said.join('\n'))?.[1] ?? '';
  expect((await correct('withdraw', id, '--by', 'Bo Reed')).out).toBe(
    `Correction ${id} is withdrawn; it stays in the list.\n`,
  );
  expect((await correct('withdraw', id)).out).toContain('was withdrawn before; nothing was changed');
  expect((await correct('part', older, newer)).exitCode).toBe(0);
  const { out } = await correct('list');
  expect(out).toMatch(
    /paired with[\s\S]*by Ada Quill[\s\S]*withdrawn by Bo Reed[\s\S]*parted from[\s\S]*by anonymous/,
  );
});

test('the same again changes nothing', async () => {
  const [older, newer] = await pickPassages();
  await correct('pair', older, newer);
  const again = await correct('pair', older, newer, '--by', 'Bo Reed');
  expect([again.exitCode, again.out]).toEqual([0, expect.stringContaining('says so already')]);
});

test('the list as JSON can be brought into another library', async () => {
  const [older, newer] = await pickPassages();
  await correct('pair', older, newer, '--by', 'Ada Quill');
  const file = join(folder, 'corrections.json');
  writeFileSync(file, (await correct('list', '--format', 'json', '--area', 'Velmora')).out);
  const other = join(folder, 'other');
  await run('import', SAMPLE, '--library', other, '--workers', '0');
  const bringIn = () => run('correct', 'import', file, '--library', other);
  expect((await bringIn()).out).toBe('1 correction: 1 added, 0 withdrawn, 0 known before.\n');
  expect((await bringIn()).out).toBe('1 correction: 0 added, 0 withdrawn, 1 known before.\n');
  const there = await run('correct', 'list', '--format', 'json', '--area', 'zza', '--library', other);
  expect(there.out).toBe(readFileSync(file, 'utf8'));
});

test.each([
  [[], 2, 'Write one of pair, part, list, withdraw, import'],
  [['mend'], 2, '“mend” is nothing that can be done with corrections'],
  [['constructor'], 2, '“constructor” is nothing'],
  [['pair', '2023/zza#1:1'], 2, '1 thing given where it takes 2'],
  [['list', 'more'], 2, '1 thing given where it takes none'],
  [['list', '--by', 'x'], 2, '--by does not belong to correct list'],
  [['list', '--format', 'pdf'], 2, 'there is no “pdf”'],
  [['list', '--area', 'Nowhere'], 2, 'there is no area “Nowhere”'],
  [['pair', 'x', 'y'], 2, '“x” is not the address of a passage'],
  [['pair', '2023/zza#executive-summary:1', '2024/zza#99:1'], 3, 'no section 99'],
  [['withdraw', '0123456789ab'], 3, 'There is no correction 0123456789ab'],
  [['import', '/nowhere/at-all.json'], 3, 'There is no file'],
])('%j ends with %i and says why', async (typed, exitCode, says) => {
  const outcome = await correct(...typed);
  expect([outcome.exitCode, outcome.out]).toEqual([exitCode, '']);
  expect(outcome.said.join('\n')).toContain(says);
});
