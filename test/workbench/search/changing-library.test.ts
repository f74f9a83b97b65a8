import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/domain/report.ts';
import type { Store } from '../../../src/store/store.ts';
import { assembleWorkbench } from '../../../src/workbench/open-workbench.ts';
import type { SearchAnswer } from '../../../src/workbench/search/search-passages.ts';
import type { Workbench } from '../../../src/workbench/workbench.ts';
import { catalog } from '../../domain/invented-catalog.ts';
import { makeReport, openSmallLibrary } from '../small-library.ts';

const NOTHING = { years: [], areas: [], topics: [], sections: [], order: [], spellings: [] };
const BYTES = { encoding: 'br' as const, data: brotliCompressSync('an invented page') };

function report(edition: number, texts: readonly string[], day = '14'): Report {
  const made = makeReport(edition, 'vel', [{ key: '1', topic: 'integrity', texts }]);
  return { ...made, provenance: { ...made.provenance, capturedAt: `2025-08-${day}T00:00:00.000Z` } };
}

async function openLibrary(...reports: readonly Report[]): Promise<{ store: Store; workbench: Workbench }> {
  const store = await openSmallLibrary(reports);
  return { store, workbench: assembleWorkbench(catalog, store, () => ({ release() {} })) };
}

async function search(
  workbench: Workbench,
  typed: string,
  cursor: string | null = null,
  size = 20,
): Promise<SearchAnswer> {
  const request = await workbench.parseSearch({ ...NOTHING, q: [typed] });
  return workbench.searchPassages(request, { cursor, size });
}

const texts = ({ hits }: SearchAnswer): string[] => hits.map(({ passage }) => passage.text);

describe('a search of a library that changes', () => {
  it('finds what is saved later, with the forms of its words, and no older version of a report', async () => {
    const { store, workbench } = await openLibrary(report(2021, ['the old lantern', 'goats']));
    expect(texts(await search(workbench, 'lanterns'))).toEqual(['the old lantern']);
    await store.saveReport(report(2021, ['goats', 'new lamps', 'a lamp'], '15'), BYTES);
    expect((await search(workbench, 'lantern')).passages).toBe(0);
    expect(texts(await search(workbench, 'lamp')).sort()).toEqual(['a lamp', 'new lamps']);
    expect((await search(workbench, '')).passages).toBe(3);
    await store.saveReport(report(2020, ['lamps and lanterns']), BYTES);
    const { passages, reports, denominator } = await search(workbench, 'lamp OR lantern');
    expect([passages, reports, denominator.passages, denominator.reports]).toEqual([3, 2, 4, 2]);
    await workbench.close();
  });

  it('does not find a version that was captured before the one held, though it was saved later', async () => {
    const { store, workbench } = await openLibrary(report(2021, ['lamps'], '15'));
    await store.saveReport(report(2021, ['lantern'], '14'), BYTES);
    expect((await search(workbench, 'lantern')).passages).toBe(0);
    expect((await search(workbench, 'lamp')).passages).toBe(1);
    await workbench.close();
  });

  it('begins its list again when it is no longer the list that a cursor was given out for', async () => {
    const { store, workbench } = await openLibrary(report(2021, ['lamp a', 'lamp b', 'lamp c']));
    const { next } = await search(workbench, 'lamp', null, 2);
    expect(await search(workbench, 'lamp', next, 2)).toMatchObject({ first: 3, restarted: false });
    await store.saveReport(report(2020, ['lamp d']), BYTES);
    expect(await search(workbench, 'lamp', next, 2)).toMatchObject({ first: 1, restarted: true });
    await workbench.close();
  });

  it('streams the hits of the state it began with, whatever is saved meanwhile', async () => {
    const { store, workbench } = await openLibrary(report(2021, ['lamp a', 'lamp b', 'lamp c']));
    const request = await workbench.parseSearch({ ...NOTHING, q: ['lamp'], order: ['oldest'] });
    const streamed: string[] = [];
    for await (const item of workbench.streamHits(request)) {
      if (item.kind === 'count') {
        expect(item.count.passages).toBe(3);
        await store.saveReport(report(2020, ['lamp d']), BYTES);
        await store.saveReport(report(2021, ['goats'], '15'), BYTES);
        expect((await search(workbench, 'lamp')).passages).toBe(1);
      } else streamed.push(item.hit.passage.text);
    }
    expect(streamed).toEqual(['lamp a', 'lamp b', 'lamp c']);
    await workbench.close();
  });

  it('answers many at once while reports are saved, each from one state', async () => {
    const { store, workbench } = await openLibrary(report(2021, ['lamp']));
    const asked: Promise<SearchAnswer>[] = [];
    for (const [i, edition] of [2018, 2019, 2020].entries()) {
      asked.push(
        ...Array.from({ length: 20 }, () => search(workbench, i % 2 === 0 ? 'lamp' : 'lamp -goats')),
      );
      await store.saveReport(report(edition, ['lamp', 'goats']), BYTES);
    }
    for (const { passages, reports, denominator } of await Promise.all(asked)) {
      expect(passages).toBe(reports);
      expect(denominator.reports).toBe(reports);
    }
    expect((await search(workbench, 'lamp')).passages).toBe(4);
    await workbench.close();
  });
});
