import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATASET_TABLES } from '../../src/domain/dataset/dataset-tables.ts';
import { openWorkbench } from '../../src/workbench/open-workbench.ts';
import { askDuck } from '../export/parquet-rows.ts';
import { run, start } from './captured-run.ts';
import { searchSample } from './searched-sample.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly delimiter?: string;
  readonly constraints?: { readonly required?: boolean };
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly rows: number;
  readonly schema?: {
    readonly fields: readonly Field[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
}

const sample = searchSample();
const folder = mkdtempSync(join(tmpdir(), 'variorum-dataset-'));
const data = join(folder, 'data');
let resources: readonly Resource[];

beforeAll(async () => {
  const { exitCode, out } = await write(data);
  expect(exitCode).toBe(0);
  expect(out).toMatch(/passages +\d+/);
  resources = JSON.parse(readFileSync(join(data, 'datapackage.json'), 'utf8')).resources;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(to: string, ...more: readonly string[]) {
  return run('dataset', '--to', to, '--library', sample.library, '--workers', '0', ...more);
}

function readCsv(path: string): Promise<Readonly<Record<string, unknown>>[]> {
  return askDuck(
    `SELECT * FROM read_csv('${join(data, path)}', all_varchar=true, header=true, delim=',', quote='"', escape='"')`,
  );
}

describe('every table', () => {
  test.each(DATASET_TABLES.map(({ name }) => name))(
    '%s is the same in CSV, Parquet and SQLite',
    async (name) => {
      const csv = await readCsv(`csv/${name}.csv`);
      const parquet = await askDuck(`SELECT * FROM read_parquet('${join(data, `parquet/${name}.parquet`)}')`);
      const database = new Database(join(data, 'variorum.sqlite'), { readonly: true });
      const sqlite = database.prepare<[], Record<string, unknown>>(`SELECT * FROM ${name}`).all();
      database.close();
      const plain = (value: unknown): unknown => {
        if (value === null || value === '' || value === '[]') return '';
        if (Array.isArray(value)) return value.join(';');
        if (typeof value === 'string' && /^\["/.test(value)) return JSON.parse(value).join(';');
        if (typeof value === 'number' && !Number.isInteger(value)) return value.toPrecision(9);
        if (typeof value === 'string' && /^0\.\d+$/.test(value)) return Number(value).toPrecision(9);
        return String(value);
      };
      const listed = (rows: readonly Readonly<Record<string, unknown>>[]) =>
        rows.map((row) =>
          Object.entries(row)
            .map(
              ([key, value]) =>
                `${key}=${key === 'sample' ? String(value === 1 || value === true || value === 'true') : plain(value)}`,
            )
            .join('\n'),
        );
      expect(parquet.length).toBe(csv.length);
      expect(listed(parquet)).toEqual(listed(csv));
      expect(listed(sqlite).sort()).toEqual(listed(csv).sort());
    },
  );

  test('every passage of the library is there, word for word, in order', async () => {
    const rows = await askDuck(`SELECT text FROM '${join(data, 'parquet/passages.parquet')}'`);
    const held = sample.texts.toSorted(
      (a, b) => a.edition - b.edition || (a.area < b.area ? -1 : a.area > b.area ? 1 : 0),
    );
    expect(rows.map(({ text }) => text)).toEqual(held.map(({ text }) => text));
  });

  test('SQLite itself finds every key unique and every reference kept', () => {
    const database = new Database(join(data, 'variorum.sqlite'), { readonly: true });
    expect(database.pragma('foreign_key_check')).toEqual([]);
    expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    database.close();
  });

  test('adjacent editions of each area are compared, and what they come to adds up', async () => {
    const rows = await readCsv('csv/comparisons.csv');
    expect(
      rows.map(({ area, edition_from, edition_to }) => `${area} ${edition_from}-${edition_to}`),
    ).toContain('zza 2022-2023');
    for (const row of rows) {
      const at = (name: string): number => Number(row[name]);
      expect(at('same_from_words') + at('edited_from_words') + at('removed_words')).toBe(at('from_words'));
      expect(at('same_to_passages') + at('edited_to_passages') + at('added_passages')).toBe(
        at('to_passages'),
      );
    }
  });
});

describe('datapackage.json', () => {
  test('names every file with its size and hash, and no other file is there', () => {
    const paths = resources.map(({ path }) => path);
    const there = ['csv', 'parquet'].flatMap((one) =>
      readdirSync(join(data, one)).map((file) => `${one}/${file}`),
    );
    expect([...paths].sort()).toEqual([...there, 'variorum.sqlite'].sort());
    expect(readdirSync(data).sort()).toEqual([
      'README.md',
      'csv',
      'datapackage.json',
      'parquet',
      'variorum.sqlite',
    ]);
    for (const { path, bytes, hash } of resources) {
      const content = readFileSync(join(data, path));
      expect(content.length).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(hash);
    }
  });

  test('keeps the rules of Data Package 2.0 and Table Schema', () => {
    const about = JSON.parse(readFileSync(join(data, 'datapackage.json'), 'utf8'));
    expect(about.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    const names = resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    // The profile's pattern for names.
    for (const name of [about.name, ...names]) expect(name).toMatch(/^[a-z0-9._-]+$/);
    for (const { path } of resources) expect(path).not.toMatch(/^(\/|\.\.|\w+:)/);
    for (const { name, title, path } of about.licenses) {
      expect(name ?? path).toBeTruthy();
      expect(title).toBeTruthy();
    }
    const tables = new Map(
      resources.flatMap(({ name, schema }) => (schema === undefined ? [] : [[name, schema]])),
    );
    for (const [, { fields, primaryKey = [], foreignKeys = [] }] of tables) {
      const known = fields.map(({ name }) => name);
      expect(new Set(known).size).toBe(known.length);
      for (const { type } of fields)
        expect(['string', 'integer', 'number', 'boolean', 'list']).toContain(type);
      for (const key of primaryKey) expect(known).toContain(key);
      for (const { fields: from, reference } of foreignKeys) {
        for (const field of from) expect(known).toContain(field);
        expect(tables.get(reference.resource)?.primaryKey).toEqual(reference.fields);
      }
    }
  });

  test('every cell of every CSV is of its field’s type, is there where it has to be, and no list holds its own mark', async () => {
    for (const { path, schema, rows } of resources) {
      if (schema === undefined) continue;
      const read = await readCsv(path);
      expect(read.length, path).toBe(rows);
      const [first] = read;
      if (first !== undefined) expect(Object.keys(first)).toEqual(schema.fields.map(({ name }) => name));
      for (const row of read) {
        for (const { name, type, constraints } of schema.fields) {
          const value = row[name];
          if (value === null || value === '') {
            expect(constraints?.required, `${path} ${name}`).not.toBe(true);
            continue;
          }
          if (type === 'integer') expect(value).toMatch(/^-?\d+$/);
          if (type === 'number') expect(Number.isFinite(Number(value))).toBe(true);
          if (type === 'boolean') expect(value).toMatch(/^(true|false)$/);
        }
      }
    }
    for (const { name, columns } of DATASET_TABLES) {
      for (const list of columns.filter(({ type }) => type === 'list')) {
        const cells = await askDuck(
          `SELECT "${list.name}" AS cell FROM '${join(data, `parquet/${name}.parquet`)}'`,
        );
        for (const { cell } of cells) expect(JSON.stringify(cell), `${name}.${list.name}`).not.toContain(';');
      }
    }
  });
});

test('the README defines every column, and says what absence of reporting is not', () => {
  const readme = readFileSync(join(data, 'README.md'), 'utf8');
  for (const { columns } of DATASET_TABLES)
    for (const { name } of columns) expect(readme).toContain(`| \`${name}\` |`);
  expect(readme).toContain('Absence of reporting is not evidence of absence.');
  expect(readme).toContain('invented samples');
});

test('the same library gives the same bytes, in a new folder and over a former dataset', async () => {
  const hashes = (): string[] => [...resources].map(({ path, hash }) => `${path} ${hash}`);
  const before = hashes();
  const { exitCode } = await write(data);
  expect(exitCode).toBe(0);
  resources = JSON.parse(readFileSync(join(data, 'datapackage.json'), 'utf8')).resources;
  expect(hashes()).toEqual(before);
  expect(readdirSync(folder)).toEqual(['data']);
});

test('a folder that holds anything else is left as it is', async () => {
  const own = join(folder, 'own');
  mkdirSync(own);
  writeFileSync(join(own, 'thesis.txt'), 'mine');
  const { exitCode, said } = await write(own);
  expect(exitCode).toBe(5);
  expect(said.join('\n')).toContain('is not empty, and is no former dataset');
  expect(said.join('\n')).toContain('thesis.txt');
  expect(readdirSync(own)).toEqual(['thesis.txt']);
  rmSync(own, { recursive: true });
  const mixed = join(folder, 'mixed');
  await write(mixed);
  writeFileSync(join(mixed, 'thesis.txt'), 'mine');
  expect((await write(mixed)).exitCode).toBe(5);
  rmSync(mixed, { recursive: true });
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect((await write(file)).exitCode).toBe(5);
  rmSync(file);
  expect(readdirSync(folder)).toEqual(['data']);
});

test('whoever stops it finds nothing written', async () => {
  const to = join(folder, 'stopped');
  const under = start('dataset', '--to', to, '--library', sample.library, '--workers', '0');
  under.stop();
  const { exitCode, said } = await under.ended;
  expect(exitCode).toBe(130);
  expect(said.join('\n')).toContain('Stopped; nothing was written.');
  expect(readdirSync(folder)).toEqual(['data']);
});

test('whoever takes no more of it, after any number of reports, leaves nothing behind', async () => {
  const workbench = await openWorkbench({ library: sample.library, readonly: true });
  try {
    for (let most = 1; most <= 4; most += 1) {
      let taken = 0;
      for await (const _ of workbench.writeDataset(join(folder, 'broken-off'))) {
        taken += 1;
        if (taken === most) break;
      }
      expect(readdirSync(folder)).toEqual(['data']);
    }
  } finally {
    await workbench.close();
  }
});

test('no folder, and a library that holds nothing, are told', async () => {
  const { exitCode, said } = await run('dataset', '--library', sample.library);
  expect(exitCode).toBe(2);
  expect(said.join('\n')).toContain('No folder is named');
  const none = await run('dataset', '--to', join(folder, 'x'), '--library', join(folder, 'nowhere'));
  expect(none.exitCode).toBe(3);
  expect(readdirSync(folder)).toEqual(['data']);
});
