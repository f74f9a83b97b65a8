import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportSummary } from '../../src/workbench/import-pages.ts';
import { openWorkbench } from '../../src/workbench/open-workbench.ts';
import type { Workbench } from '../../src/workbench/workbench.ts';
import { openSampleLibrary, SAMPLE } from './sample-library.ts';

let library: Awaited<ReturnType<typeof openSampleLibrary>>;
beforeEach(async () => {
  library = await openSampleLibrary();
});
afterEach(() => library.remove());

async function importAll(workbench: Workbench, paths: readonly string[]): Promise<ImportSummary> {
  for await (const event of workbench.importPages({ paths, workers: 0 }))
    if (event.kind === 'summary') return event.summary;
  throw new Error('The import ended without its summary.');
}

describe('a library', () => {
  test('holds every word of the pages: the check finds no difference', async () => {
    for await (const event of library.workbench.checkLibrary()) {
      if (event.kind === 'totals')
        expect(event.totals).toMatchObject({ captures: 9, difference: 0, differing: [] });
    }
  });

  test('changes nothing when the same is imported again', async () => {
    const before = await library.workbench.getStamp();
    const summary = await importAll(library.workbench, [SAMPLE]);
    expect(summary).toMatchObject({ added: 0, unchanged: 9, newVersions: 0, refused: [] });
    expect(await library.workbench.getStamp()).toEqual(before);
  });

  test('keeps an older version readable when a report is captured with other text', async () => {
    const page = readFileSync(join(SAMPLE, '2023', 'velmora.html'), 'utf8');
    const amended = join(library.folder, 'amended.html');
    const inBody = page.indexOf('report__main');
    const end = page.indexOf('</p>', inBody);
    writeFileSync(amended, `${page.slice(0, end)} Amended once.${page.slice(end)}`);
    const first = (await library.workbench.getReport({ edition: 2023, area: 'zza' }, null)).report.version;
    expect(await importAll(library.workbench, [amended])).toMatchObject({ newVersions: 1, refused: [] });
    const view = await library.workbench.getReport({ edition: 2023, area: 'zza' }, null);
    expect(view.versions.map(({ version }) => version)).toContain(first);
    expect(view.versions).toHaveLength(2);
    const older = await library.workbench.getReport({ edition: 2023, area: 'zza' }, first);
    expect(older.report.version).toBe(first);
    expect(older.report.passages.length).toBeGreaterThan(10);
  });

  test('goes on past a page that is refused, and names it', async () => {
    const broken = join(library.folder, 'broken.html');
    writeFileSync(broken, '<html><title>Access denied</title></html>');
    const summary = await importAll(library.workbench, [broken, SAMPLE]);
    expect(summary.unchanged).toBe(9);
    expect(summary.refused).toEqual([{ path: broken, reason: expect.stringContaining('not a report') }]);
  });

  test('says so when two imports run at once, and the first is not disturbed', async () => {
    const first = library.workbench.importPages({ paths: [SAMPLE], workers: 0 })[Symbol.asyncIterator]();
    await first.next();
    const other = await openWorkbench({ library: library.folder, readonly: false });
    await expect(importAll(other, [SAMPLE])).rejects.toMatchObject({ kind: 'conflict' });
    await other.close();
    await first.return?.();
    expect(await importAll(library.workbench, [SAMPLE])).toMatchObject({ unchanged: 9 });
  });

  test('of a newer schema is left alone', async () => {
    await library.workbench.close();
    const database = new Database(join(library.folder, 'library.sqlite'));
    database.pragma('user_version = 9999');
    database.close();
    await expect(openWorkbench({ library: library.folder, readonly: true })).rejects.toMatchObject({
      kind: 'conflict',
    });
    library.workbench = await openWorkbench({ library: join(library.folder, 'other'), readonly: false });
  });

  test('that does not exist is not found, and nothing is made', async () => {
    await expect(
      openWorkbench({ library: join(library.folder, 'none'), readonly: true }),
    ).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
