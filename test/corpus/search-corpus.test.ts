import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeHostileQueries } from '../../bench/search/hostile-queries.mjs';
import { Problem } from '../../src/domain/problem.ts';
import { tokenWords } from '../../src/domain/tokens.ts';
import { stem } from '../../src/search/stem.ts';
import { openWorkbench } from '../../src/workbench/open-workbench.ts';
import type { Workbench } from '../../src/workbench/workbench.ts';
import { countByScan, countBySearch, label, readExpected } from '../search/run-battery.ts';
import { corpusFolder } from './corpus-folder.ts';

const HOSTILE = 300;

describe.skipIf(corpusFolder === null)('a search of the real pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-search-'));
  const path = join(folder, 'library');
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench({ library: path, readonly: false });
    for await (const event of workbench.importPages({ paths: [corpusFolder ?? ''], workers: 0 })) {
      if (event.kind === 'refused') throw new Error(`${event.path}: ${event.reason}`);
    }
  });

  afterAll(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('cuts every word as FTS5 does', async () => {
    const database = new Database(join(path, 'library.sqlite'), { readonly: true });
    database.exec(`CREATE VIRTUAL TABLE temp.place USING fts5vocab ('main', 'full_text', 'row')`);
    const theirs = new Map(
      database
        .prepare<[], [string, number, number]>('SELECT term, doc, cnt FROM temp.place')
        .raw()
        .all()
        .map(([term, doc, count]) => [term, `${doc} ${count}`]),
    );
    const ours = new Map<string, { passages: number; count: number }>();
    for (const { text } of database.prepare<[], { text: string }>('SELECT text FROM passage').iterate()) {
      const words = tokenWords(text);
      for (const word of new Set(words)) {
        const known = ours.get(word) ?? { passages: 0, count: 0 };
        known.passages += 1;
        ours.set(word, known);
      }
      for (const word of words) {
        const known = ours.get(word);
        if (known !== undefined) known.count += 1;
      }
    }
    database.close();
    expect(theirs.size).toBeGreaterThan(50_000);
    const different = [...new Set([...ours.keys(), ...theirs.keys()])].filter((word) => {
      const { passages, count } = ours.get(word) ?? { passages: 0, count: 0 };
      return theirs.get(word) !== `${passages} ${count}`;
    });
    expect(different).toEqual([]);
    expectPortersStems([...ours.keys()]);
  });

  test('finds what a plain walk over the passages finds, as often as was reviewed', async () => {
    const found = label(await countBySearch(workbench));
    expect(found).toEqual(label(await countByScan(workbench)));
    expect(found).toEqual(label(readExpected('corpus')));
  });

  test('answers whatever is typed, or says what is wrong with it', async () => {
    const nothing = { years: [], areas: [], topics: [], sections: [], order: [], spellings: [] };
    let answered = 0;
    for (const typed of makeHostileQueries(HOSTILE, 3)) {
      try {
        const request = await workbench.parseSearch({ ...nothing, q: [typed] });
        const { hits, passages } = await workbench.searchPassages(request, { cursor: null, size: 3 });
        expect(hits.length).toBe(Math.min(3, passages));
        answered += 1;
      } catch (error) {
        if (!(error instanceof Problem)) throw new Error(`${JSON.stringify(typed)} ended in ${error}`);
        expect(error.kind).toBe('invalid-input');
      }
    }
    expect(answered).toBeGreaterThan(HOSTILE / 3);
  });
});

/** FTS5 itself stems each word, once. */
function expectPortersStems(words: readonly string[]): void {
  const database = new Database(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE stems USING fts5 (word, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
     CREATE VIRTUAL TABLE place USING fts5vocab (stems, instance);
     BEGIN`,
  );
  const insert = database.prepare('INSERT INTO stems (rowid, word) VALUES (?, ?)');
  for (const [i, word] of words.entries()) insert.run(i, word);
  const rows = database.prepare<[], [number, string]>('SELECT doc, term FROM place').raw().all();
  database.close();
  expect(rows.length).toBe(words.length);
  const different = rows.filter(([i, term]) => stem(words[i] ?? '') !== term);
  expect(different.map(([i, term]) => `${words[i]}: ${term}, not ${stem(words[i] ?? '')}`)).toEqual([]);
}
