import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/domain/report.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Comparer, createComparer } from '../../../src/workbench/compare/comparer.ts';
import { createPairDesk, type PairDesk } from '../../../src/workbench/compare/pair-desk.ts';
import { createLineageDesk } from '../../../src/workbench/lineage/lineage-desk.ts';
import { assembleWorkbench } from '../../../src/workbench/open-workbench.ts';
import { catalog } from '../../domain/invented-catalog.ts';
import { makeReport, openSmallLibrary } from '../small-library.ts';
import { FIRM, makeFour } from './invented-editions.ts';

/** A comparer that notes which pairs it was asked for. */
function watch(fails: () => boolean = () => false): { comparer: Comparer; asked: string[] } {
  const asked: string[] = [];
  const real = createComparer({ threads: 0 });
  const compare = (left: Report, right: Report) => {
    asked.push(`${left.edition} ${right.edition}`);
    return fails()
      ? Promise.reject(new Error('The comparison was not finished: out of memory.'))
      : real.compare(left, right);
  };
  return { comparer: { ...real, compare }, asked };
}

function open(store: Store, comparer: Comparer) {
  return assembleWorkbench(catalog, store, () => ({ release() {} }), comparer);
}

const bytes = { encoding: 'br' as const, data: new Uint8Array([1]) };
const listHeads = (store: Store) => store.listHeads({ editions: null, areas: ['vel'] });

describe('only what a change touches is compared anew', () => {
  test('asked for again, nothing is', async () => {
    const { comparer, asked } = watch();
    const workbench = open(await openSmallLibrary(makeFour()), comparer);
    const { lineage } = await workbench.getLineage('vel');
    expect(asked).toEqual(['2018 2019', '2019 2021', '2021 2024']);
    expect((await workbench.getLineage('vel')).lineage).toBe(lineage);
    expect(asked).toHaveLength(3);
  });

  test('an edition that is added is compared with its neighbours', async () => {
    const { comparer, asked } = watch();
    const store = await openSmallLibrary(makeFour());
    const workbench = open(store, comparer);
    await workbench.getLineage('vel');
    await store.saveReport(
      makeReport(2020, 'vel', [{ key: '1', printed: 'Section 1.', texts: [FIRM] }]),
      bytes,
    );
    const { lineage } = await workbench.getLineage('vel');
    expect(asked.slice(3)).toEqual(['2019 2020', '2020 2021']);
    expect(lineage.reports.map(({ edition }) => edition)).toEqual([2018, 2019, 2020, 2021, 2024]);
  });

  test('so is a newer version of an edition, and the lineage speaks of that version', async () => {
    const { comparer, asked } = watch();
    const store = await openSmallLibrary(makeFour());
    const workbench = open(store, comparer);
    await workbench.getLineage('vel');
    const made = makeReport(2024, 'vel', [{ key: '1', printed: 'Section 1.', texts: [FIRM] }]);
    const newer = { ...made, provenance: { ...made.provenance, capturedAt: '2025-09-01T00:00:00.000Z' } };
    await store.saveReport(newer, bytes);
    const { lineage } = await workbench.getLineage('vel');
    expect(asked.slice(3)).toEqual(['2021 2024']);
    expect(lineage.reports.at(-1)?.version).toBe(newer.version);
    expect(lineage.passages.at(-1)).toHaveLength(1);
  });
});

test('a comparison that fails is a failure, and tried anew the next time', async () => {
  let broken = true;
  const { comparer } = watch(() => broken);
  const workbench = open(await openSmallLibrary(makeFour()), comparer);
  await expect(workbench.getLineage('vel')).rejects.toThrow('was not finished');
  await expect(workbench.getLastReported('vel', { topics: [], sort: null })).rejects.toThrow(
    'was not finished',
  );
  broken = false;
  expect((await workbench.getLineage('vel')).lineage.reports).toHaveLength(4);
});

test('a report that is replaced while its area is followed is followed as it is then', async () => {
  const store = await openSmallLibrary(makeFour());
  const made = makeReport(2021, 'vel', [{ key: '1', printed: 'Section 1.', texts: [FIRM] }]);
  const newer = { ...made, provenance: { ...made.provenance, capturedAt: '2025-09-01T00:00:00.000Z' } };
  const { comparer: real } = watch();
  let first = true;
  const comparer: Comparer = {
    ...real,
    async compare(left, right) {
      if (first) {
        first = false;
        await store.saveReport(newer, bytes);
      }
      return real.compare(left, right);
    },
  };
  const { lineage, heads } = await open(store, comparer).getLineage('vel');
  expect(heads[2]?.version).toBe(newer.version);
  expect(lineage.reports[2]?.version).toBe(newer.version);
});

test('no more is remembered than there is room for', async () => {
  const { comparer, asked } = watch();
  const store = await openSmallLibrary(makeFour());
  const keepsNothing: PairDesk = { ...createPairDesk(store), keep: async () => false };
  const desk = createLineageDesk(store, comparer, keepsNothing, { links: 0, passages: 0 });
  const heads = await listHeads(store);
  await desk.trace(heads);
  await desk.trace(heads);
  expect(asked).toHaveLength(6);
});
