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

function cite(...typed: readonly string[]): Promise<CapturedRun> {
  return run('cite', ...typed, '--library', library);
}

test('without more words a place is cited in the form for courts, in one line', async () => {
  const { exitCode, out, said } = await cite('2023/zza#1.c:1');
  expect([exitCode, said]).toEqual([0, []]);
  expect(out).toBe(
    'Variorum, 2023 Country Reports on Human Rights Practices: Velmora [invented sample, not a publication of any government] § 1.c, para. 1 (n.d.).\n',
  );
});

test('several styles stand under their names, and all of them can be asked for', async () => {
  const { out } = await cite('2023/zza', '2024/zzb', '--style', 'oscola,apa');
  expect(out.match(/^(OSCOLA|APA 7, reference list)$/gm)).toEqual(['OSCOLA', 'APA 7, reference list']);
  const all = await cite('2023/zza', '--style', 'all', '--format', 'json');
  const [row] = JSON.parse(all.out) as { citations: Record<string, unknown> }[];
  expect(Object.keys(row?.citations ?? {})).toHaveLength(15);
});

test('records go to a file for programs, a report once', async () => {
  const file = join(folder, 'refs.ris');
  const { exitCode } = await cite('2023/zza', '2023/zza', '2024/zza', '--style', 'ris', '--output', file);
  expect(exitCode).toBe(0);
  const text = readFileSync(file, 'utf8');
  expect(text.match(/^TY {2}- RPRT\r$/gm)).toHaveLength(2);
  expect(text.endsWith('ER  - \r\n')).toBe(true);
});

test('as Markdown and HTML the title is in italics', async () => {
  expect((await cite('2023/zza', '--format', 'md')).out).toMatch(/^Variorum, \*2023 Country Reports/);
  expect((await cite('2023/zza', '--format', 'html')).out).toMatch(/^<p>Variorum, <i>2023 Country Reports/);
});

test('everything that cannot be cited is named at once', async () => {
  const styles = await cite('2023/zza', '--style', 'bluebok,zzz', '--format', 'pdf');
  expect(styles.exitCode).toBe(2);
  const said = styles.said.join('\n');
  expect(said).toContain('there is no “bluebok”. The nearest is bluebook.');
  expect(said).toContain('there is no “zzz”');
  expect(said).toContain('there is no “pdf”');
  const places = await cite('2023/zza#9.z', 'velmora', '2031/zza');
  expect(places.exitCode).toBe(2);
  expect(places.said.join('\n')).toMatch(
    /no section 9\.z[\s\S]*“velmora” is not the address[\s\S]*no edition 2031/,
  );
  expect((await cite('2023/zza#9.z')).exitCode).toBe(3);
  expect((await cite()).said.join('\n')).toContain('nothing is given');
});
