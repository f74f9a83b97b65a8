import { describe, expect, test } from 'vitest';
import { formatReportId } from '../../src/domain/address.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Store } from '../../src/store/store.ts';
import { breakReport, bytesOf, hashOf, inventReport, inventText, RICH } from './invented-report.ts';
import { EVERYTHING, getHead, type NewPlace, openLibrary, readEverything, saveAll } from './library-place.ts';

const LATER = { capturedAt: '2030-01-01T00:00:00.000Z' };

export function describeRevision(newPlace: NewPlace): void {
  describe('the revision', () => {
    test('grows with every kind of change', async () => {
      const { store } = openLibrary(newPlace);
      const sample = inventReport(2021, 'zzs');
      const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
        ['added', () => saveAll(store, [RICH])],
        ['new-version', () => saveAll(store, [inventText(2021, 'vel', 'Amended.', LATER)])],
        ['new-capture', () => saveAll(store, [inventText(2021, 'vel', 'Amended.', { capture: 'again' })])],
        ['replaced', () => saveAll(store, [inventText(2021, 'vel', 'Amended.', { ...LATER, reader: '2' })])],
        ['added', () => saveAll(store, [sample])],
        ['samples removed', () => store.removeSamples()],
      ];
      for (const [name, change] of changes) {
        const before = store.getRevision();
        const outcome = await change();
        if (Array.isArray(outcome)) expect(outcome).toEqual([name]);
        expect(store.getRevision(), name).toBeGreaterThan(before);
        expect((await store.getStamp()).revision).toBe(store.getRevision());
      }
    });

    test('stays with whatever changes nothing', async () => {
      const { store, open, openToRead } = openLibrary(newPlace);
      await saveAll(store, [RICH]);
      const before = store.getRevision();
      await saveAll(store, [RICH]);
      await store.removeSamples();
      const broken = breakReport(inventReport(2020, 'vel'));
      await expect(store.saveReport(broken, bytesOf(broken))).rejects.toThrow();
      await readEverything(store);
      await readEverything(open());
      await readEverything(openToRead());
      expect(store.getRevision()).toBe(before);
    });

    test('outlasts the program', async () => {
      const { store, open } = openLibrary(newPlace);
      await saveAll(store, [RICH]);
      const before = await store.getStamp();
      await store.close();
      expect(await open().getStamp()).toEqual(before);
    });
  });

  describe('a reader beside a writer', () => {
    test('sees each change as soon as it is made, whole', async () => {
      const { store, openToRead } = openLibrary(newPlace);
      const reader = openToRead();
      const seen: unknown[] = [];
      for (const report of [RICH, inventText(2021, 'vel', 'Amended.', LATER), inventReport(2020, 'zzs')]) {
        const before = reader.getRevision();
        await saveAll(store, [report]);
        expect(reader.getRevision()).toBeGreaterThan(before);
        expect(await reader.readReport(await getHead(reader, report))).toEqual(report);
        expect(await readEverything(reader)).toEqual(await readEverything(store));
        seen.push(await reader.listHeads(EVERYTHING));
      }
      await store.removeSamples();
      expect(await readEverything(reader)).toEqual(await readEverything(store));
      expect(
        seen.map((heads) => (heads as unknown[]).length),
        'what was given stays',
      ).toEqual([1, 1, 2]);
    });

    test('sees nothing of a save that fails', async () => {
      const { store, openToRead } = openLibrary(newPlace);
      await saveAll(store, [RICH]);
      const reader = openToRead();
      const before = await readEverything(reader);
      const broken = breakReport(inventReport(2020, 'vel'));
      await expect(store.saveReport(broken, bytesOf(broken))).rejects.toThrow();
      expect(await readEverything(reader)).toEqual(before);
    });
  });

  describe('two writers', () => {
    test('see each other’s reports, and neither loses one', async () => {
      const { store, open } = openLibrary(newPlace);
      const other = open();
      expect(await saveAll(store, [inventText(2021, 'vel', 'One.')])).toEqual(['added']);
      expect(await saveAll(other, [inventText(2021, 'vel', 'Two.')])).toEqual(['new-version']);
      expect(await saveAll(store, [inventText(2021, 'vel', 'Two.')])).toEqual(['unchanged']);
      expect(await saveAll(store, [inventText(2020, 'vel', 'Three.')])).toEqual(['added']);
      expect(await readEverything(other)).toEqual(await readEverything(store));
      expect(await store.countVersions()).toEqual(new Map([['2021/vel', 2]]));
    });
  });

  describe('the stamp', () => {
    test('names the texts held: the hash of their sorted addresses with versions', async () => {
      const { store } = openLibrary(newPlace);
      const reports = [inventReport(2021, 'vel'), inventReport(2021, 'osi'), inventReport(2020, 'vel')];
      await saveAll(store, reports);
      const lines = reports.map((report) => `${formatReportId(report)}@${report.version}\n`).sort();
      expect((await store.getStamp()).version).toBe(hashOf(lines.join('')).slice(0, 12));
    });

    test('is the same for the same texts, however they came', async () => {
      const stampOf = async (store: Store, reports: readonly Report[]) => {
        await saveAll(store, reports);
        const { revision, ...stamp } = await store.getStamp();
        return stamp;
      };
      const older = inventText(2021, 'vel', 'Before.', { capturedAt: null });
      const newer = inventText(2021, 'vel', 'After.');
      const other = inventReport(2020, 'osi');
      const one = await stampOf(openLibrary(newPlace).store, [other, older, newer]);
      expect(await stampOf(openLibrary(newPlace).store, [newer, other])).toEqual(one);
      expect(await stampOf(openLibrary(newPlace).store, [older, other])).not.toEqual(one);
    });

    test('counts reports, passages, and the words of headings and passages', async () => {
      const { store } = openLibrary(newPlace);
      const empty = {
        version: hashOf('').slice(0, 12),
        reports: 0,
        passages: 0,
        words: 0,
        sampleOnly: false,
      };
      expect(await store.getStamp()).toMatchObject(empty);
      const other = inventReport(2020, 'osi');
      await saveAll(store, [RICH, other]);
      const words = (report: Report) => report.headingWords + report.passageWords;
      expect(await store.getStamp()).toMatchObject({
        reports: 2,
        passages: RICH.passageCount + other.passageCount,
        words: words(RICH) + words(other),
      });
    });

    test('says whether the library holds invented samples only', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [inventReport(2021, 'zzs')]);
      expect((await store.getStamp()).sampleOnly).toBe(true);
      await saveAll(store, [RICH]);
      expect((await store.getStamp()).sampleOnly).toBe(false);
    });
  });
}
