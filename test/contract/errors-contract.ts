import { describe, expect, test } from 'vitest';
import { bytesOf, inventReport, RICH } from './invented-report.ts';
import { type NewPlace, openLibrary, readEverything, saveAll } from './library-place.ts';

export function describeErrors(newPlace: NewPlace): void {
  describe('a library opened to read', () => {
    test('says that it cannot be written, and reads on', async () => {
      const { store, openToRead } = openLibrary(newPlace);
      await saveAll(store, [RICH, inventReport(2021, 'zzs')]);
      const before = await readEverything(store);
      const reader = openToRead();
      const report = inventReport(2020, 'vel');
      await expect(reader.saveReport(report, bytesOf(report))).rejects.toMatchObject({
        name: 'Problem',
        kind: 'conflict',
      });
      await expect(reader.removeSamples()).rejects.toMatchObject({ name: 'Problem', kind: 'conflict' });
      expect(await readEverything(reader)).toEqual(before);
      expect(await readEverything(store)).toEqual(before);
    });

    test('is not found where there is none, and none is made', () => {
      const place = newPlace();
      try {
        for (const _ of ['first', 'again'])
          expect(() => place.openToRead()).toThrow(expect.objectContaining({ kind: 'not-found' }));
      } finally {
        place.remove();
      }
    });

    test('stays readable after the writer has gone', async () => {
      const { store, openToRead } = openLibrary(newPlace);
      await saveAll(store, [RICH]);
      const before = await readEverything(store);
      await store.close();
      const reader = openToRead();
      expect(await readEverything(reader)).toEqual(before);
    });
  });

  describe('a library that is closed', () => {
    test('may be closed again', async () => {
      const { store } = openLibrary(newPlace);
      await store.close();
      await store.close();
    });
  });
}
