import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from './captured-run.ts';
import { makeFolder, SAMPLE } from './sample-folder.ts';

let library: string;
beforeEach(async () => {
  library = join(makeFolder(), 'library');
  await run('import', SAMPLE, '--library', library, '--workers', '0');
});

/** What happens to a library outside of this program. */
function tamper(statement: string): void {
  const database = new Database(join(library, 'library.sqlite'));
  expect(database.prepare(statement).run().changes).toBeGreaterThan(0);
  database.close();
}

describe('a check', () => {
  test('prints the words in the source, in the library, and the difference', async () => {
    const { exitCode, out, said } = await run('check', '--library', library);
    expect([exitCode, said]).toEqual([0, ['Pages checked 9 of 9']]);
    const words = /^Words in the source +([\d,]+) /.exec(out)?.[1];
    expect(out).toMatch(new RegExp(`\nWords in the library +${words}\n`));
    expect(out).toMatch(/\nDifference +0\n/);
    expect(out).toContain('9 pages checked: every word stands in exactly one heading or passage, in order.');
  });

  test('gives the same as data', async () => {
    const { exitCode, out } = await run('check', '--library', library, '--json');
    const totals = JSON.parse(out);
    expect(exitCode).toBe(0);
    expect(totals).toMatchObject({ captures: 9, difference: 0, differing: [], boilerplate: [] });
    expect(totals.headingWords + totals.passageWords).toBe(totals.sourceWords);
  });

  test.each([
    [
      'a passage was changed',
      `UPDATE passage SET text = text || ' never' WHERE rowid = (SELECT min(rowid) FROM passage)`,
    ],
    ['a page was lost', 'DELETE FROM capture_bytes WHERE capture = (SELECT min(id) FROM capture)'],
    [
      'a page was damaged',
      `UPDATE capture_bytes SET data = x'00' WHERE capture = (SELECT min(id) FROM capture)`,
    ],
  ])('names the report where %s, and ends with exit code 4', async (_, statement) => {
    tamper(statement);
    const { exitCode, out, said } = await run('check', '--library', library);
    expect(exitCode).toBe(4);
    expect(out).toMatch(/\n9 pages checked; 1 differ:\n {2}20\d\d\/zz[abc]: Its /);
    expect(said.some((line) => /^20\d\d\/zz[abc]: Its /.test(line))).toBe(true);
    const { difference, differing } = JSON.parse((await run('check', '--library', library, '--json')).out);
    expect(difference).toBeGreaterThan(0);
    expect(differing).toHaveLength(1);
  });
});

describe('coverage', () => {
  test('shows editions × areas in three states, with totals', async () => {
    const { exitCode, out, said } = await run('coverage', '--library', library);
    expect([exitCode, said]).toEqual([0, []]);
    expect(out).toMatch(/^● held {3}○ published, not held {3}· not published\n/);
    expect(out).toMatch(/\nCountry or area +2016 +2017 +2018 +2019 +2020 +2021 +2022 +2023 +2024\n/);
    expect(out).toMatch(/\nVelmora( +·){6}( +●){3}\n/);
    expect(out).toMatch(/\nMali( +○){9}\n/);
    expect(out).toMatch(/\n● held( +0){6}( +3){3}\n/);
    expect(out).toMatch(/\n +\d+ +\d+ +A heading with no text beneath it \(empty-section\)\n/);
  });

  test('gives the same as data', async () => {
    const { out } = await run('coverage', '--library', library, '--json');
    const { editions, rows, totals, findings } = JSON.parse(out);
    const velmora = rows.find(({ area }: { area: string }) => area === 'zza');
    expect(velmora.areaName).toBe('Velmora');
    expect(velmora.cells.map(({ state }: { state: string }) => state)).toEqual([
      ...Array(6).fill('not-published'),
      ...Array(3).fill('held'),
    ]);
    expect(totals.map(({ edition }: { edition: number }) => edition)).toEqual(editions);
    expect(findings.length).toBeGreaterThan(0);
  });
});
