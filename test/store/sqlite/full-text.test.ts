import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLibraryFile } from '../../../src/store/sqlite/open-library-file.ts';
import { SqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { inventText } from '../../contract/invented-report.ts';
import { saveAll } from '../../contract/library-place.ts';

/** Numbers that look random and are the same every time. */
function* makeNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state >> 8;
  }
}

test('the full text has the newest versions’ passages and no others, whatever was saved in whatever order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-text-'));
  const database = openLibraryFile(folder, false);
  const store = new SqliteStore(database);
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const numbers = makeNumbers(7);
  const pick = <T>(values: readonly [T, ...T[]]): T =>
    values[numbers.next().value % values.length] ?? values[0];
  const outcomes = new Set<string>();
  for (let save = 0; save < 300; save += 1) {
    const report = inventText(
      2021,
      pick(['vel', 'osi', 'zzs']),
      pick(['Amber alone.', 'Basalt alone.', 'Coral.']),
      {
        capture: pick(['one', 'two', 'three', 'four']),
        capturedAt: pick([null, '2022-01-01T00:00:00.000Z', '2023-01-01T00:00:00.000Z']),
        reader: pick(['1', '2']),
      },
    );
    for (const outcome of await saveAll(store, [report])) outcomes.add(outcome);
    if (save % 50 === 49) outcomes.add(`${await store.removeSamples()} samples`);
    const indexed = database.prepare('SELECT id FROM full_text_docsize ORDER BY id').pluck().all();
    const newest = database
      .prepare(
        `SELECT passage.id FROM passage JOIN report_version ON report_version.id = passage.id >> 24
         WHERE newest = 1 ORDER BY passage.id`,
      )
      .pluck()
      .all();
    expect(indexed).toEqual(newest);
    for (const word of ['amber', 'basalt', 'coral']) {
      const found = database.prepare('SELECT rowid FROM full_text(?) ORDER BY rowid').pluck().all(word);
      const right = database
        .prepare(`SELECT id FROM passage WHERE text LIKE ? || '%' ORDER BY id`)
        .pluck()
        .all(word)
        .filter((id) => newest.includes(id));
      expect(found).toEqual(right);
    }
  }
  expect([...outcomes].sort()).toEqual(
    expect.arrayContaining(['added', 'new-capture', 'new-version', 'replaced', 'unchanged', '1 samples']),
  );
});
