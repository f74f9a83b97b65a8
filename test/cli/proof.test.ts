import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PassageProof } from '../../src/domain/edition-tree.ts';
import { run } from './captured-run.ts';
import { searchSample } from './searched-sample.ts';

const SCRIPT = fileURLToPath(new URL('../../docs/guide/check-proof.mjs', import.meta.url));
const sample = searchSample();
let file: string;
let proof: PassageProof;

beforeAll(async () => {
  file = join(sample.library, 'proof.json');
  const { exitCode, said } = await run(
    'proof',
    '2023/zza#executive-summary:1',
    '--output',
    file,
    '--library',
    sample.library,
  );
  expect([exitCode, said]).toEqual([0, []]);
  proof = JSON.parse(readFileSync(file, 'utf8'));
});

function keep(changed: unknown): string {
  const path = join(sample.library, 'changed.json');
  writeFileSync(path, JSON.stringify(changed));
  return path;
}

/** What the script of the guide says: its exit code and its lines. */
function runScript(path: string): { code: number; lines: string[] } {
  try {
    return { code: 0, lines: execFileSync('node', [SCRIPT, path], { encoding: 'utf8' }).trim().split('\n') };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, lines: stdout.trim().split('\n') };
  }
}

test('a proof has the passage word for word and holds, here and for the script of the guide', async () => {
  expect(sample.texts.map(({ text }) => text)).toContain(proof.passage.text);
  const checked = await run('proof', '--check', file);
  expect(checked.exitCode).toBe(0);
  expect(checked.out).toContain('the proof holds');
  expect(checked.out).toContain(proof.passage.text);
  expect(checked.out).toContain(proof.edition.digest);
  const { code, lines } = runScript(file);
  expect([code, lines[1], lines[2]]).toEqual([0, proof.edition.digest, 'The proof holds.']);
});

test('every passage of a report is proved by one digest, that of its edition’s data', async () => {
  const given = await run('proof', '--check', file, '--digest', proof.edition.digest);
  expect(given.exitCode).toBe(0);
  expect(given.out).toContain('the digest is the one given');
  const other = await run('proof', '2023/zzb#executive-summary:1', '--library', sample.library);
  expect(JSON.parse(other.out).edition).toEqual(proof.edition);
});

describe('a proof in which anything was changed', () => {
  const changes: readonly (readonly [what: string, change: (whole: PassageProof) => unknown])[] = [
    ['a word of the text', (p) => ({ ...p, passage: { ...p.passage, text: `${p.passage.text} Not.` } })],
    [
      'the passage’s number',
      (p) => ({ ...p, passage: { ...p.passage, address: '2023/zza#executive-summary:2' } }),
    ],
    ['the heading', (p) => ({ ...p, section: { ...p.section, printed: 'Another heading' } })],
    ['the hash of the captured page', (p) => ({ ...p, report: { ...p.report, captured: 'a'.repeat(64) } })],
    ['the version', (p) => ({ ...p, report: { ...p.report, address: '2023/zza@0123456789ab' } })],
    ['the year', (p) => ({ ...p, edition: { ...p.edition, year: 2024 } })],
    ['the digest', (p) => ({ ...p, edition: { ...p.edition, digest: 'b'.repeat(64) } })],
    ['a step of the path', (p) => ({ ...p, report: { ...p.report, path: p.report.path.slice(1) } })],
  ];
  test.each(changes)('%s: does not hold, here and for the script of the guide', async (_, change) => {
    const path = keep(change(proof));
    const { exitCode, out } = await run('proof', '--check', path);
    expect(exitCode).toBe(4);
    expect(out).toContain('does not hold');
    expect(runScript(path)).toMatchObject({ code: 1 });
  });

  test('a proof of another digest than the one given ends with 4', async () => {
    const { exitCode, out } = await run('proof', '--check', file, '--digest', 'c'.repeat(64));
    expect(exitCode).toBe(4);
    expect(out).toContain('another digest than the one given');
  });
});

test.each([
  [['2023/zza#executive-summary'], 2, 'names no passage'],
  [
    ['2023/zza#executive-summary:900'],
    3,
    'Section executive-summary of 2023/zza has no passage 900: its passages are 1 to',
  ],
  [['2019/zza#executive-summary:1'], 3, '2019'],
  [[], 2, 'ADDRESS: nothing is given'],
  [['--check', 'nowhere.json'], 3, 'nowhere.json does not exist'],
  [['--check', SCRIPT], 2, 'is no proof'],
  [['--check', 'x', '--digest', '12'], 2, 'is not 64 hexadecimal digits'],
])('%j ends with %i and says why', async (typed, code, says) => {
  const { exitCode, said } = await run('proof', ...typed, '--library', sample.library);
  expect(exitCode).toBe(code);
  expect(said.join('\n')).toContain(says);
});
