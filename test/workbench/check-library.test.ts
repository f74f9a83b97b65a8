import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type CheckTotals, checkLibrary } from '../../src/workbench/check-library.ts';
import { openSampleLibrary } from '../store/sample-library.ts';
import { makeReport, openSmallLibrary } from './small-library.ts';

const EVERYTHING = { editions: null, areas: null };

/** Checks the sample library, and once the first capture was checked, changes it as another program would. */
async function checkAndChange(change: (store: Store) => Promise<unknown>): Promise<CheckTotals> {
  const library = await openSampleLibrary();
  const store = openSqliteStore(library.folder);
  onTestFinished(async () => {
    await store.close();
    await library.remove();
  });
  for await (const event of checkLibrary(store)) {
    if (event.kind === 'totals') return event.totals;
    if (event.done === 1) await change(store);
  }
  throw new Error('The check ended without its totals.');
}

/** Keeps a report anew, as if another reader version had read it. */
async function readAnew(store: Store, change: (text: string) => string): Promise<void> {
  const [head] = (await store.listHeads(EVERYTHING)).slice(-1);
  if (head === undefined) throw new Error('The library is empty.');
  const report = await store.readReport(head);
  const anew = {
    ...report,
    version: 'aaaaaaaaaaaa',
    provenance: { ...report.provenance, readerVersion: 'another' },
    passages: report.passages.map((passage) => ({ ...passage, text: change(passage.text) })),
  };
  await store.saveReport(anew, { encoding: 'br', data: new Uint8Array() });
}

describe('a check beside an import', () => {
  test('follows a capture that was read anew since the check began', async () => {
    const totals = await checkAndChange((store) => readAnew(store, (text) => text));
    expect(totals).toMatchObject({ captures: 9, difference: 0, differing: [] });
  });

  test('still finds what the new reading lost', async () => {
    const totals = await checkAndChange((store) => readAnew(store, (text) => text.replace(/\S+ /, '')));
    expect(totals.difference).toBeGreaterThan(0);
    expect(totals.differing).toHaveLength(1);
  });

  test('misses nothing that was taken out of the library on purpose', async () => {
    const totals = await checkAndChange((store) => store.removeSamples());
    expect(totals).toMatchObject({ captures: 1, difference: 0, differing: [] });
  });
});

describe('a check of a page in another encoding than UTF-8, kept by an older reader', () => {
  test('names its report, and goes on with the others', async () => {
    const bytes = Buffer.from('<section class="report__main"><p>A café.</p></section>', 'latin1');
    const report = makeReport(2021, 'vel', [{ key: '1', texts: ['A caf\uFFFD.'] }]);
    const sum = createHash('sha256').update(bytes).digest('hex');
    const store = await openSmallLibrary([makeReport(2022, 'vel', [{ key: '1', texts: ['Calm.'] }])]);
    await store.saveReport(
      { ...report, provenance: { ...report.provenance, sha256: sum } },
      { encoding: 'br', data: brotliCompressSync(bytes) },
    );
    const problems = new Map<number, string | null>();
    for await (const event of checkLibrary(store)) {
      if (event.kind === 'capture') problems.set(event.id.edition, event.problem);
    }
    expect([...problems.keys()]).toEqual([2021, 2022]);
    expect(problems.get(2021)).toBe('Its captured bytes have no report body that can be read.');
  });
});
