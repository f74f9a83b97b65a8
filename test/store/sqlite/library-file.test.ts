import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { LIBRARY_FILE, openLibraryFile } from '../../../src/store/sqlite/open-library-file.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts';
import { SqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { bytesOf, inventReport, RICH } from '../../contract/invented-report.ts';
import { EVERYTHING, readEverything, saveAll } from '../../contract/library-place.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-file-'));
  file = join(folder, LIBRARY_FILE);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const MODES = [
  ['to write', false],
  ['to read', true],
] as const;

async function makeLibrary(): Promise<void> {
  const store = openSqliteStore(folder);
  await saveAll(store, [RICH, inventReport(2020, 'osi')]);
  await store.close();
}

function withDatabase(change: (database: Database.Database) => void): void {
  const database = new Database(file);
  change(database);
  database.close();
}

function openStore(readonly = false): Store {
  const store = openSqliteStore(folder, { readonly });
  onTestFinished(() => store.close());
  return store;
}

function expectRefused(readonly: boolean, kind: string, sentence: string): void {
  const before = readFileSync(file);
  expect(() => openStore(readonly)).toThrow(
    expect.objectContaining({ name: 'Problem', kind, message: expect.stringContaining(sentence) }),
  );
  expect(readFileSync(file).equals(before), 'nothing was changed').toBe(true);
}

describe.each(MODES)('opened %s', (_, readonly) => {
  test('a library of a newer schema is left alone, and its number is said', async () => {
    await makeLibrary();
    withDatabase((database) => database.pragma('user_version = 9999'));
    expectRefused(readonly, 'conflict', '9999');
  });

  test('another program’s database is left alone', () => {
    withDatabase((database) => database.exec('CREATE TABLE recipe (name TEXT)'));
    expectRefused(readonly, 'conflict', 'another program');
  });

  test('another program’s database without a table is left alone', () => {
    withDatabase((database) => {
      database.pragma('application_id = 77');
      database.pragma('user_version = 1');
    });
    expectRefused(readonly, 'conflict', 'another program');
  });

  test('a file that is no database is left alone', () => {
    writeFileSync(file, 'A list of things to buy.\n'.repeat(200));
    expectRefused(readonly, 'conflict', 'is not a library');
  });

  test('a library cut off in the middle is said to be damaged', async () => {
    await makeLibrary();
    truncateSync(file, 8192);
    await expect(async () => readEverything(openStore(readonly))).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('damaged'),
    });
  });

  test('a library overwritten with noise is said to be damaged, and never answers with less', async () => {
    await makeLibrary();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096);
    writeFileSync(file, bytes);
    await expect(async () => openStore(readonly).listHeads(EVERYTHING)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('damaged'),
    });
  });
});

describe('a library', () => {
  test('is made in an empty file and in folders that are not there', async () => {
    writeFileSync(file, '');
    expect(() => openStore(true)).toThrow(
      expect.objectContaining({ kind: 'not-found', message: `There is no library in ${folder}.` }),
    );
    expect(await saveAll(openStore(), [RICH])).toEqual(['added']);
    folder = join(folder, 'deep', 'down');
    expect(await saveAll(openStore(), [RICH])).toEqual(['added']);
  });

  test('cannot be made where a file stands in its folder’s place', () => {
    writeFileSync(file, 'a file');
    folder = file;
    expect(() => openStore()).toThrow(
      expect.objectContaining({
        kind: 'conflict',
        message: expect.stringContaining('a file stands in its place'),
      }),
    );
  });

  test('cannot be opened where a folder stands in its file’s place', () => {
    mkdirSync(file);
    for (const readonly of [true, false])
      expect(() => openStore(readonly)).toThrow(expect.objectContaining({ kind: 'conflict' }));
  });

  test('of an older schema asks to be opened once with permission to write', async () => {
    await makeLibrary();
    withDatabase((database) => database.pragma('user_version = 1'));
    expectRefused(true, 'conflict', 'schema 1');
  });

  test('on a full disk keeps what it has, and takes more when there is room again', async () => {
    const database = openLibraryFile(folder, false);
    const store = new SqliteStore(database);
    onTestFinished(() => store.close());
    await saveAll(store, [RICH]);
    const before = await readEverything(store);
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${pages + 1}`);
    const texts = Array.from({ length: 500 }, (_, i) => `Nothing happened on day ${i}.`);
    const large = inventReport(2020, 'vel', { sections: [{ key: '1', texts }] });
    await expect(store.saveReport(large, bytesOf(large))).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('The disk is full'),
    });
    expect(await readEverything(store)).toEqual(before);
    database.pragma('max_page_count = 1000000');
    expect(await saveAll(store, [large])).toEqual(['added']);
  });

  test('that another program writes to says so, stays readable, and takes the report afterwards', async () => {
    await makeLibrary();
    const database = openLibraryFile(folder, false);
    database.pragma('busy_timeout = 0');
    const store = new SqliteStore(database);
    onTestFinished(() => store.close());
    const before = await readEverything(store);
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const report = inventReport(2018, 'bel');
    await expect(store.saveReport(report, bytesOf(report))).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('Another program is writing'),
    });
    await expect(store.removeSamples()).rejects.toMatchObject({ kind: 'conflict' });
    expect(await readEverything(store)).toEqual(before);
    other.close();
    expect(await saveAll(store, [report])).toEqual(['added']);
  });
});
