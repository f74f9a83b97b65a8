import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Report } from '../../../src/domain/report.ts';
import { acquireImportLock } from '../../../src/store/sqlite/import-lock.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts';
import { inventReport } from '../../contract/invented-report.ts';
import { getHead, saveAll } from '../../contract/library-place.ts';
import { buildProgram, startProgram } from './start-program.ts';

beforeAll(buildProgram, 120_000);

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-programs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Long enough that a program is killed within a save and not between two. */
function inventLongReport(edition: number, area: string): Report {
  const texts = Array.from(
    { length: 400 },
    (_, i) => `In ${edition} ${area} saw nothing, for the ${i}th time.`,
  );
  return inventReport(edition, area, { sections: [{ key: '1', texts }] });
}

describe('the right to import', () => {
  test('is one program’s alone, and free again as soon as that is killed', async () => {
    const folder = join(makeFolder(), 'library');
    const other = startProgram('lock', folder);
    expect(await other.lines.next()).toMatchObject({ value: 'locked' });
    expect(() => acquireImportLock(folder)).toThrow(expect.objectContaining({ kind: 'conflict' }));
    await other.kill();
    const lock = acquireImportLock(folder);
    expect(() => acquireImportLock(folder)).toThrow(expect.objectContaining({ kind: 'conflict' }));
    lock.release();
    acquireImportLock(folder).release();
  });

  test('stops nobody from reading or saving', async () => {
    const folder = makeFolder();
    const other = startProgram('lock', folder);
    expect(await other.lines.next()).toMatchObject({ value: 'locked' });
    const store = openSqliteStore(folder);
    onTestFinished(() => store.close());
    expect(await saveAll(store, [inventReport(2021, 'vel')])).toEqual(['added']);
  });
});

describe('a library', () => {
  test('is made once where several programs make it at the same moment', async () => {
    const folder = makeFolder();
    for (let round = 0; round < 3; round += 1) {
      const library = join(folder, `library ${round}`);
      const programs = Array.from({ length: 4 }, () => startProgram('open', library));
      for (const { lines } of programs) expect(await lines.next()).toMatchObject({ value: 'ready' });
      for (const { tell } of programs) tell('now');
      for (const { lines } of programs) expect(await lines.next()).toMatchObject({ value: 'opened at 0' });
    }
  });

  test.each([1, 2, 5])(
    'has whole reports alone when a program is killed after save %i, and takes the rest',
    async (saves) => {
      const folder = makeFolder();
      const areas = ['vel', 'osi', 'bel', 'nqu'];
      const reports = [2018, 2019, 2020, 2021].flatMap((edition) =>
        areas.map((area) => inventLongReport(edition, area)),
      );
      const file = join(folder, 'reports.json');
      writeFileSync(file, JSON.stringify(reports));
      const other = startProgram('save', folder, file);
      for (let said = 0; said < saves; said += 1)
        expect(await other.lines.next()).toMatchObject({ value: 'added' });
      await other.kill();

      const store = openSqliteStore(folder);
      onTestFinished(() => store.close());
      const held = await store.listHeads({ editions: null, areas: null });
      expect(held.length).toBeGreaterThanOrEqual(saves);
      const inOrder = reports.slice(0, held.length);
      for (const report of inOrder)
        expect(await store.readReport(await getHead(store, report))).toEqual(report);
      const outcomes = await saveAll(store, reports);
      expect(outcomes).toEqual(reports.map((_, i) => (i < held.length ? 'unchanged' : 'added')));
      for (const report of reports)
        expect(await store.readReport(await getHead(store, report))).toEqual(report);
    },
  );
});
