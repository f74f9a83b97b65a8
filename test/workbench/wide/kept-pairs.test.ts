import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Report } from '../../../src/domain/report.ts';
import { LIBRARY_FILE } from '../../../src/store/sqlite/open-library-file.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Comparer, createComparer } from '../../../src/workbench/compare/comparer.ts';
import { assembleWorkbench } from '../../../src/workbench/open-workbench.ts';
import type { DeriveEvent } from '../../../src/workbench/wide/derive-comparisons.ts';
import type { WideRequest } from '../../../src/workbench/wide/read-wide-request.ts';
import type { Workbench } from '../../../src/workbench/workbench.ts';
import { bytesOf } from '../../contract/invented-report.ts';
import { catalog } from '../../domain/invented-catalog.ts';
import { FIRM, makeFour } from '../lineage/invented-editions.ts';
import { makeReport } from '../small-library.ts';

const NEIGHBOURS = ['2018 2019', '2019 2021', '2021 2024'];
const THROUGH: WideRequest = { kind: 'editions', area: 'vel', topics: [] };

/** A library on disk that can be opened as often as one likes, each time as by another program. */
async function makeLibrary() {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-kept-'));
  const opened: Store[] = [];
  onTestFinished(async () => {
    for (const store of opened) await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const openStore = (readonly = false): Store => {
    const store = openSqliteStore(folder, { readonly });
    opened.push(store);
    return store;
  };
  const store = openStore();
  for (const report of makeFour()) await store.saveReport(report, bytesOf(report));
  return {
    file: join(folder, LIBRARY_FILE),
    store,
    open(options: { readonly?: boolean; before?: (asked: string) => Promise<void> } = {}) {
      const asked: string[] = [];
      const real = createComparer({ threads: 0 });
      const note = async (left: Report, right: Report): Promise<void> => {
        const pair = `${left.edition} ${right.edition}`;
        asked.push(pair);
        await options.before?.(pair);
      };
      const comparer: Comparer = {
        ...real,
        compare: (left, right, said) => note(left, right).then(() => real.compare(left, right, said)),
        derive: (left, right, said) => note(left, right).then(() => real.derive(left, right, said)),
      };
      const lock = () => ({ release() {} });
      return { workbench: assembleWorkbench(catalog, openStore(options.readonly), lock, comparer), asked };
    },
  };
}

async function derive(workbench: Workbench): Promise<DeriveEvent[]> {
  const events: DeriveEvent[] = [];
  for await (const event of workbench.deriveComparisons(null)) events.push(event);
  return events;
}

async function readWide(workbench: Workbench, request = THROUGH) {
  const answer = await workbench.getWideView(request, { longest: null });
  if (answer.kind === 'coming') throw new Error('It should be there.');
  const { rows, total, topics, corrections } = answer.view;
  return { rows, total, topics, corrections };
}

describe('what was derived once', () => {
  test('serves wide views, lineages and histories of another program without a comparison', async () => {
    const library = await makeLibrary();
    const first = library.open();
    const before = [await first.workbench.getLineage('vel'), await readWide(first.workbench)];
    const again = await makeLibrary();
    const deriving = again.open();
    expect((await derive(deriving.workbench)).at(-1)).toEqual({
      kind: 'summary',
      summary: { already: 0, compared: 3, unkept: 0, failed: [] },
    });
    expect(deriving.asked).toEqual(NEIGHBOURS);
    const later = again.open();
    expect([await later.workbench.getLineage('vel'), await readWide(later.workbench)]).toEqual(before);
    await later.workbench.getLastReported('vel', { topics: [], sort: 'topic' });
    expect(later.asked).toEqual([]);
    expect((await derive(later.workbench)).at(-1)).toMatchObject({ summary: { already: 3, compared: 0 } });
  });

  test('is kept by whoever needed it first: a lineage serves a wide view', async () => {
    const { open } = await makeLibrary();
    await open().workbench.getLineage('vel');
    const later = open();
    await readWide(later.workbench);
    expect(later.asked).toEqual([]);
  });

  test('is derived anew where a report has another version, an edition came in between, or a reader read otherwise', async () => {
    const { open, store } = await makeLibrary();
    await derive(open().workbench);
    const made = makeReport(2024, 'vel', [{ key: '1', printed: 'Section 1.', texts: [FIRM] }]);
    const later = { ...made.provenance, capturedAt: '2030-01-01T00:00:00.000Z' };
    const newer = { ...made, provenance: later };
    await store.saveReport(newer, bytesOf(newer));
    const first = open();
    expect((await readWide(first.workbench)).rows.at(-1)?.right.version).toBe(newer.version);
    expect(first.asked).toEqual(['2021 2024']);

    const between = makeReport(2020, 'vel', [{ key: '1', printed: 'Section 1.', texts: [FIRM] }]);
    await store.saveReport(between, bytesOf(between));
    const second = open();
    await readWide(second.workbench);
    expect(second.asked).toEqual(['2019 2020', '2020 2021']);

    const reread = { ...newer, provenance: { ...later, readerVersion: '9' } };
    await store.saveReport(reread, bytesOf(reread));
    const third = open();
    await readWide(third.workbench);
    expect(third.asked).toEqual(['2021 2024']);
  });

  test('is derived anew where it cannot be read, or counts passages that the reports have not', async () => {
    const { open, file } = await makeLibrary();
    const first = open();
    await derive(first.workbench);
    const right = [await readWide(first.workbench), (await first.workbench.getLineage('vel')).lineage];
    for (const [counts, links] of [
      ['not of this world', '{"links":1}'],
      ['[["women","women",1,2,3]]', '[1,2,0]'],
      ['[]', '[999,1,0,1]'],
      [`[["","",${Array(15).fill(1).join(',')}]]`, '[1,1,77,1]'],
    ]) {
      const database = new Database(file);
      database.prepare('UPDATE compared_pair SET counts = ?, links = ?').run(counts, links);
      database.close();
      const { workbench, asked } = open();
      expect([await readWide(workbench), (await workbench.getLineage('vel')).lineage]).toEqual(right);
      expect(asked).toEqual(NEIGHBOURS);
    }
  });
});

describe('what readers correct', () => {
  const CORRECTED = { area: 'vel', from: 2019, to: 2021 };
  const WISH = { kind: 'pair', one: '2019/vel#1.c/jails:1', other: '2021/vel#6:2' } as const;
  const AT = '2026-01-02T03:04:05.000Z';

  /** What every way of asking says of the pair that is corrected, and of all. */
  async function tellAll(workbench: Workbench) {
    const { rows, total, corrections } = await readWide(workbench);
    const row = rows.find(({ left, right }) => left.edition === 2019 && right.edition === 2021);
    const across = await readWide(workbench, { kind: 'areas', from: 2019, to: 2021, topics: [] });
    const { counts, topics } = await workbench.compareReports(CORRECTED);
    expect(row?.counts).toEqual(counts);
    expect(across.total).toEqual(counts);
    expect(row?.byTopic).toEqual(new Map(topics.map((one) => [one.topic?.id ?? null, one.counts])));
    return { rows, total, corrections, counts, lineage: (await workbench.getLineage('vel')).lineage };
  }

  test('is in the kept numbers at once, in every program, and out of them when it is withdrawn', async () => {
    const { open } = await makeLibrary();
    const first = open();
    const other = open();
    await derive(first.workbench);
    const automatic = await tellAll(first.workbench);
    expect(await tellAll(other.workbench)).toEqual(automatic);

    const [saved] = await first.workbench.corrections.save({ wishes: [WISH], by: '', note: '', at: AT });
    const corrected = await tellAll(first.workbench);
    expect([automatic.corrections, corrected.corrections]).toEqual([0, 1]);
    expect(corrected.counts.removed.passages).toBe(automatic.counts.removed.passages - 1);
    expect(corrected.lineage).not.toEqual(automatic.lineage);
    expect(await tellAll(other.workbench)).toEqual(corrected);
    const later = open();
    expect((await readWide(later.workbench)).rows).toEqual(corrected.rows);
    expect(later.asked).toEqual([]);
    const { counts } = await later.workbench.compareReports({ ...CORRECTED, corrections: false });
    expect(counts).toEqual(automatic.counts);

    await other.workbench.corrections.withdraw({ id: saved?.id ?? '', by: '', at: AT });
    expect(await tellAll(first.workbench)).toEqual(automatic);
    expect(await tellAll(other.workbench)).toEqual(automatic);
  });
});

describe('where nothing can be kept, the answer is given all the same', () => {
  test('in a library that can only be read: it is remembered', async () => {
    const { open } = await makeLibrary();
    const { workbench, asked } = open({ readonly: true });
    const seen = await readWide(workbench);
    expect(await readWide(workbench)).toEqual(seen);
    expect(asked).toEqual(NEIGHBOURS);
    const other = open();
    expect(await readWide(other.workbench)).toEqual(seen);
    expect(other.asked).toEqual(NEIGHBOURS);
  });

  test('while another program writes', async () => {
    const { open, file } = await makeLibrary();
    const { workbench } = open();
    const writing = new Database(file);
    writing.exec('BEGIN IMMEDIATE');
    expect((await readWide(workbench)).rows).toHaveLength(3);
    writing.exec('ROLLBACK');
    writing.close();
    const later = open();
    await readWide(later.workbench);
    expect(later.asked).toEqual(NEIGHBOURS);
  });
});

describe('while comparisons are made', () => {
  function gate() {
    let open: () => void = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { open, opened };
  }

  test('whoever does not wait is told how far they are, and however many ask, each pair is compared once', async () => {
    const library = await makeLibrary();
    const { open, opened } = gate();
    const { workbench, asked } = library.open({ before: () => opened });
    const asking = Array.from({ length: 20 }, () => workbench.getWideView(THROUGH, { longest: 0 }));
    for (const answer of await Promise.all(asking))
      expect(answer).toEqual({ kind: 'coming', done: 0, total: 3 });
    const patient = readWide(workbench);
    open();
    expect((await patient).rows).toHaveLength(3);
    expect(asked).toEqual(NEIGHBOURS);
  });

  test('one that fails is a failure, not an answer with less in it, and is tried anew', async () => {
    const library = await makeLibrary();
    let broken = true;
    const before = async (pair: string): Promise<void> => {
      if (broken && pair === '2019 2021') throw new Error('The comparison was not finished: out of memory.');
    };
    const { workbench, asked } = library.open({ before });
    await expect(readWide(workbench)).rejects.toThrow('was not finished');
    const events = await derive(workbench);
    expect(events.at(-1)).toMatchObject({
      summary: { already: 2, compared: 0, failed: [{ pair: '2019/vel with 2021/vel' }] },
    });
    broken = false;
    expect((await readWide(workbench)).rows).toHaveLength(3);
    expect(asked).toEqual([...NEIGHBOURS, '2019 2021', '2019 2021']);
  });

  test('what was compared until then stays when deriving is stopped', async () => {
    const { open } = await makeLibrary();
    const first = open();
    for await (const event of first.workbench.deriveComparisons(null)) {
      if (event.kind === 'compared' && event.done === 1) break;
    }
    const later = open();
    const [, summary] = (await derive(later.workbench)).slice(-2);
    expect(summary).toMatchObject({ summary: { failed: [] } });
    expect(later.asked).not.toContain('2018 2019');
    expect(later.asked.length).toBeGreaterThan(0);
  });
});
