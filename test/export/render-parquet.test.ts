import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { column, type TableRow, type TableShape } from '../../src/domain/data-table.ts';
import { gatherPublication } from '../../src/domain/publication.ts';
import { startParquetTable } from '../../src/export/parquet-table.ts';
import { renderParquet } from '../../src/export/render-parquet.ts';
import { askDuck } from './parquet-rows.ts';
import { makeExcerpt, makePublication } from './small-publication.ts';

const folder = mkdtempSync(join(tmpdir(), 'variorum-parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function keep(bytes: Uint8Array): string {
  const file = join(mkdtempSync(join(folder, 'one-')), 'table.parquet');
  writeFileSync(file, bytes);
  return file;
}

it('DuckDB reads the passages word for word, with typed columns', async () => {
  const texts = ['Plain.', 'Line\nbreak, “quotes”, \u0000 and 𝒳.', '=SUM(A1)', 'x'.repeat(40_000)];
  const excerpt = makeExcerpt(2021, 'vel', [
    { key: '1.a', printed: 'a. Killings', passages: texts.map((text) => ({ text, topics: ['one', 'two'] })) },
    { key: '6', printed: 'Section 6.', passages: [{ text: 'Without topics.' }] },
  ]);
  const file = keep(renderParquet(await gatherPublication(makePublication([excerpt]))));
  const rows = await askDuck(`SELECT * FROM read_parquet('${file}')`);
  expect(rows.map(({ text }) => text)).toEqual([...texts, 'Without topics.']);
  expect(rows.map(({ topics }) => topics)).toEqual([...texts.map(() => ['one', 'two']), []]);
  expect(rows[0]).toMatchObject({ edition: 2021, passage: 1, label: null, address: '2021/vel#1.a:1' });
  const types = await askDuck(`DESCRIBE SELECT * FROM read_parquet('${file}')`);
  expect(Object.fromEntries(types.map((row) => [row.column_name, row.column_type]))).toMatchObject({
    edition: 'INTEGER',
    passage: 'INTEGER',
    text: 'VARCHAR',
    topics: 'VARCHAR[]',
  });
});

it('the file itself says of which library and selection it is', async () => {
  const publication = makePublication([makeExcerpt(2021, 'vel', [])]);
  const file = keep(renderParquet(await gatherPublication(publication)));
  const notes = await askDuck(
    `SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata('${file}')`,
  );
  const told = Object.fromEntries(notes.map(({ key, value }) => [key, value]));
  expect(told).toMatchObject({
    'variorum.library_version': publication.library.version,
    'variorum.selection': publication.query,
  });
});

it('many rows stand in several row groups and come back in order, every kind of cell', async () => {
  const shape: TableShape = {
    name: 'many',
    meaning: 'A row.',
    key: [],
    references: [],
    columns: [
      column('n', 'integer', ''),
      column('share', 'number?', ''),
      column('yes', 'boolean', ''),
      column('text', 'text?', ''),
      column('names', 'list', ''),
    ],
  };
  const rows = Array.from(
    { length: 45_000 },
    (_, n): TableRow => [
      n,
      n % 3 === 0 ? null : n / 7,
      n % 2 === 0,
      n % 5 === 0 ? null : `row ${n}`,
      Array.from({ length: n % 3 }, (_unused, i) => `${n}-${i}`),
    ],
  );
  const table = startParquetTable(shape, {});
  const parts: Uint8Array[] = [];
  for (let at = 0; at < rows.length; at += 700) parts.push(table.add(rows.slice(at, at + 700)));
  parts.push(table.finish());
  const file = keep(Buffer.concat(parts));
  const read = await askDuck(`SELECT * FROM read_parquet('${file}')`);
  expect(read.map(({ n, share, yes, text, names }) => [n, share, yes, text, names])).toEqual(rows);
  const [groups] = await askDuck(
    `SELECT count(DISTINCT row_group_id)::INTEGER AS groups FROM parquet_metadata('${file}')`,
  );
  expect(groups?.groups).toBe(3);
});

it('a table without rows is a file that can be read', async () => {
  const shape: TableShape = {
    name: 'none',
    meaning: 'Nothing.',
    key: [],
    references: [],
    columns: [column('a', 'text', ''), column('b', 'list', '')],
  };
  const file = keep(startParquetTable(shape, {}).finish());
  expect(await askDuck(`SELECT * FROM read_parquet('${file}')`)).toEqual([]);
});
