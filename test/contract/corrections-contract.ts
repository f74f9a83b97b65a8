import { describe, expect, test } from 'vitest';
import { inventCorrection } from '../invented-correction.ts';
import { inventReport } from './invented-report.ts';
import { type NewPlace, openLibrary, saveAll } from './library-place.ts';

const ALL = { area: null, editions: null };
const WITHDRAWAL = { by: 'Bo Reed', at: '2026-02-03T04:05:06.000Z' };

export function describeCorrections(newPlace: NewPlace): void {
  describe('the corrections', () => {
    test('are kept as they were given, in the order of saving, and outlast the program', async () => {
      const { store, open } = openLibrary(newPlace);
      const plain = inventCorrection();
      const other = inventCorrection({
        kind: 'part',
        left: { ...plain.left, digest: 'cccccccccccccccc', copy: 2, section: '6/women' },
        at: '2020-01-01T00:00:00.000Z',
        by: 'Zoë <b>“x”</b>',
        note: "it's\n'; DROP TABLE correction; --",
      });
      expect(await store.saveCorrections([plain, other])).toEqual([
        { outcome: 'added', id: plain.id },
        { outcome: 'added', id: other.id },
      ]);
      await store.close();
      expect(await open().listCorrections(ALL)).toEqual([plain, other]);
    });

    test('are listed by area and editions', async () => {
      const { store } = openLibrary(newPlace);
      const one = inventCorrection();
      const later = inventCorrection({ right: { ...one.right, edition: 2023 } });
      const elsewhere = inventCorrection({
        left: { ...one.left, area: 'osi' },
        right: { ...one.right, area: 'osi' },
      });
      await store.saveCorrections([one, later, elsewhere]);
      expect(await store.listCorrections({ area: 'vel', editions: null })).toEqual([one, later]);
      expect(await store.listCorrections({ area: 'vel', editions: [2021, 2023] })).toEqual([later]);
      expect(await store.listCorrections({ area: null, editions: [2021, 2022] })).toEqual([one, elsewhere]);
      expect(await store.listCorrections({ area: 'osi', editions: [2020, 2021] })).toEqual([]);
    });

    test('said twice are kept once, whoever says it', async () => {
      const { store } = openLibrary(newPlace);
      const first = inventCorrection();
      const again = inventCorrection({ by: 'Bo Reed', at: '2026-05-05T00:00:00.000Z' });
      await store.saveCorrections([first]);
      const before = store.getRevision();
      for (const one of [first, again])
        expect(await store.saveCorrections([one])).toEqual([{ outcome: 'unchanged', id: first.id }]);
      expect(await store.listCorrections(ALL)).toEqual([first]);
      expect(store.getRevision()).toBe(before);
    });

    test('that say the opposite of a standing one are a conflict that names it, and nothing is saved', async () => {
      const { store, open } = openLibrary(newPlace);
      const first = inventCorrection();
      await store.saveCorrections([first]);
      const opposite = inventCorrection({ kind: 'part', by: 'Bo Reed' });
      const harmless = inventCorrection({ left: { ...first.left, digest: 'dddddddddddddddd' } });
      await expect(open().saveCorrections([harmless, opposite])).rejects.toMatchObject({
        kind: 'conflict',
        details: [
          `To part 2021/vel#1.c:1 from 2022/vel#1.c:1 contradicts correction ${first.id}, by which Ada Quill paired them on 2026-01-02, 03:04 UTC; that one would have to be withdrawn first.`,
        ],
      });
      expect(await store.listCorrections(ALL)).toEqual([first]);
    });

    test('that contradict one another in one step are a conflict too', async () => {
      const { store } = openLibrary(newPlace);
      const both = [inventCorrection(), inventCorrection({ kind: 'part' })];
      await expect(store.saveCorrections(both)).rejects.toMatchObject({ kind: 'conflict' });
      expect(await store.listCorrections(ALL)).toEqual([]);
    });

    test('of another copy of the same text, or of another text, contradict nothing', async () => {
      const { store } = openLibrary(newPlace);
      const first = inventCorrection();
      await store.saveCorrections([first]);
      const outcomes = await store.saveCorrections([
        inventCorrection({ kind: 'part', left: { ...first.left, copy: 2 } }),
        inventCorrection({ kind: 'part', right: { ...first.right, digest: 'dddddddddddddddd' } }),
      ]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['added', 'added']);
    });

    test('are withdrawn once, stay in the list with who and when, and no longer stand in the way', async () => {
      const { store } = openLibrary(newPlace);
      const first = inventCorrection();
      await store.saveCorrections([first]);
      const withdraw = (by: string) => store.withdrawCorrection(first.id, { ...WITHDRAWAL, by });
      expect(await withdraw('Bo Reed')).toEqual({ outcome: 'withdrawn', id: first.id });
      expect(await withdraw('Someone later')).toEqual({ outcome: 'unchanged', id: first.id });
      const opposite = inventCorrection({ kind: 'part' });
      await store.saveCorrections([opposite]);
      expect(await store.listCorrections(ALL)).toEqual([{ ...first, withdrawn: WITHDRAWAL }, opposite]);
    });

    test('come with their withdrawal from another library', async () => {
      const { store } = openLibrary(newPlace);
      const [here, there] = [inventCorrection(), inventCorrection({ kind: 'part' })];
      await store.saveCorrections([here]);
      const outcomes = await store.saveCorrections([
        { ...here, withdrawn: WITHDRAWAL },
        { ...there, withdrawn: WITHDRAWAL },
      ]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['withdrawn', 'added']);
      expect((await store.listCorrections(ALL)).map(({ withdrawn }) => withdrawn)).toEqual([
        WITHDRAWAL,
        WITHDRAWAL,
      ]);
    });

    test('that are not there cannot be withdrawn', async () => {
      const { store } = openLibrary(newPlace);
      await expect(store.withdrawCorrection('0123456789ab', WITHDRAWAL)).rejects.toMatchObject({
        kind: 'not-found',
      });
    });

    test('raise the revision, seen by whoever reads beside', async () => {
      const { store, openToRead } = openLibrary(newPlace);
      const reader = openToRead();
      const before = reader.getRevision();
      const one = inventCorrection();
      await store.saveCorrections([one]);
      const saved = reader.getRevision();
      expect(saved).toBeGreaterThan(before);
      await store.withdrawCorrection(one.id, WITHDRAWAL);
      expect(reader.getRevision()).toBeGreaterThan(saved);
      expect(await reader.listCorrections(ALL)).toEqual([{ ...one, withdrawn: WITHDRAWAL }]);
    });

    test('outlast the reports they speak of', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [inventReport(2021, 'zzs')]);
      const one = inventCorrection({
        left: { ...inventCorrection().left, area: 'zzs' },
        right: { ...inventCorrection().right, area: 'zzs' },
      });
      await store.saveCorrections([one]);
      await store.removeSamples();
      expect(await store.listCorrections(ALL)).toEqual([one]);
    });

    test('cannot be saved where the library can only be read', async () => {
      const { openToRead } = openLibrary(newPlace);
      await expect(openToRead().saveCorrections([inventCorrection()])).rejects.toMatchObject({
        kind: 'conflict',
      });
    });
  });
}
