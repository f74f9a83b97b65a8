import { describe, expect, test } from 'vitest';
import { inventReport, inventText, RICH } from './invented-report.ts';
import { EVERYTHING, type NewPlace, openLibrary, readEverything, saveAll } from './library-place.ts';

const SAMPLES = [
  inventText(2021, 'zzs', 'Invented.'),
  inventText(2021, 'zzs', 'Invented otherwise.'),
  inventText(2021, 'zzs', 'Invented.', { capture: 'again' }),
  inventReport(2020, 'zzs'),
];

export function describeSamples(newPlace: NewPlace): void {
  describe('the invented samples', () => {
    test('go with all their versions, captures and bytes, and nothing else goes', async () => {
      const { store, open } = openLibrary(newPlace);
      await saveAll(store, [...SAMPLES, RICH]);
      expect(await store.removeSamples()).toBe(2);
      expect(await store.listHeads(EVERYTHING)).toMatchObject([{ edition: 2021, area: 'vel' }]);
      expect(await store.listCaptures(EVERYTHING)).toHaveLength(1);
      expect(await store.listCaptureHashes()).toEqual(new Map([[RICH.provenance.sha256, '1']]));
      expect(await store.listVersions({ edition: 2021, area: 'zzs' })).toEqual([]);
      expect(await store.countVersions()).toEqual(new Map());
      for (const { provenance } of SAMPLES) expect(await store.readCapture(provenance.sha256)).toBeNull();
      expect(await store.readReport(RICH)).toEqual(RICH);
      expect(await readEverything(open())).toEqual(await readEverything(store));
    });

    test('are missed by nobody where there are none', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [RICH]);
      const before = await readEverything(store);
      expect(await store.removeSamples()).toBe(0);
      expect(await readEverything(store)).toEqual(before);
    });

    test('let an older version that was not invented be the newest again', async () => {
      const { store } = openLibrary(newPlace);
      const amended = inventText(2021, 'vel', 'Invented.', { capturedAt: '2030-01-01T00:00:00.000Z' });
      await saveAll(store, [RICH, { ...amended, sample: true }]);
      expect(await store.removeSamples()).toBe(1);
      expect(await store.findHead(RICH, null)).toMatchObject({ version: RICH.version });
      expect(await store.listFindings(EVERYTHING)).toHaveLength(RICH.findingCount);
    });

    test('can be added again', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, SAMPLES);
      await store.removeSamples();
      expect(await saveAll(store, SAMPLES)).toEqual(['added', 'new-version', 'new-capture', 'added']);
    });
  });
}
