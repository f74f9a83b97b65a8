import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readPassages } from './passages.mjs';

/** FTS5 as its documentation has it: one table with stems, one with words as written, both over one table of texts. */
export async function createBare(library) {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-bare-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const database = new Database(join(folder, 'bare.sqlite'));
  database.exec(`
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE passage (id INTEGER PRIMARY KEY, text TEXT);
    CREATE TABLE place (id INTEGER PRIMARY KEY, edition INTEGER, area TEXT);
    CREATE VIRTUAL TABLE stems USING fts5 (text, content = 'passage', content_rowid = 'id',
      tokenize = 'porter unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE exact USING fts5 (text, content = 'passage', content_rowid = 'id',
      tokenize = 'unicode61 remove_diacritics 2');`);
  const addText = database.prepare('INSERT INTO passage VALUES (?, ?)');
  const addPlace = database.prepare('INSERT INTO place VALUES (?, ?, ?)');
  database.exec('BEGIN');
  for (const { id, text, edition, area } of readPassages(library)) {
    addText.run(id, text);
    addPlace.run(id, edition, area);
  }
  database.exec('COMMIT');
  for (const table of ['stems', 'exact']) {
    database.exec(
      `INSERT INTO ${table} (${table}) VALUES ('rebuild'); INSERT INTO ${table} (${table}) VALUES ('optimize')`,
    );
  }
  const prepare = (table) =>
    [
      `SELECT rowid, snippet(${table}, 0, '[', ']', '…', 30) FROM ${table} WHERE ${table} MATCH ?
       ORDER BY bm25(${table}) LIMIT 20`,
      `SELECT count(*) AS total FROM ${table} WHERE ${table} MATCH ?`,
      ...['edition', 'area'].map(
        (field) =>
          `SELECT ${field}, count(*) FROM ${table} JOIN place ON place.id = ${table}.rowid
           WHERE ${table} MATCH ? GROUP BY ${field}`,
      ),
    ].map((sql) => database.prepare(sql));
  const statements = { stems: prepare('stems'), exact: prepare('exact') };
  return async ({ fts, exact }) => {
    const [best, [{ total }]] = statements[exact ? 'exact' : 'stems'].map((one) => one.all(fts));
    return { total, shown: best.length };
  };
}
