import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import type { PairRecord } from '../../src/store/store.ts';
import { inventReport, inventText } from './invented-report.ts';
import { type NewPlace, openLibrary, saveAll } from './library-place.ts';

const OLDER = inventReport(2020, 'vel');
const NEWER = inventReport(2021, 'vel');
const LATER = { capturedAt: '2030-01-01T00:00:00.000Z' };

function record(left: Report, right: Report, basis = 'one way'): PairRecord {
  return { left, right, basis, counts: `counts ${basis}`, links: `links ${basis}` };
}

export function describePairs(newPlace: NewPlace): void {
  describe('what was derived of pairs', () => {
    test('is found again in parts, by both versions and all that it depends on', async () => {
      const { store, openToRead } = openLibrary(newPlace);
      await saveAll(store, [OLDER, NEWER]);
      const kept = record(OLDER, NEWER);
      expect(await store.readPairs([kept], 'counts')).toEqual([null]);
      expect(await store.keepPair(kept, false)).toBe(true);
      const asked = [{ ...kept, basis: 'another' }, kept, { ...kept, left: NEWER, right: OLDER }];
      expect(await store.readPairs(asked, 'counts')).toEqual([null, 'counts one way', null]);
      expect(await openToRead().readPairs(asked, 'links')).toEqual([null, 'links one way', null]);
    });

    test('makes way for what was derived on another basis', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [OLDER, NEWER]);
      const [first, second] = [record(OLDER, NEWER), record(OLDER, NEWER, 'another way')];
      await store.keepPair(first, false);
      await store.keepPair(second, true);
      expect(await store.readPairs([first, second], 'links')).toEqual([null, 'links another way']);
    });

    test('is no change of the library', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [OLDER, NEWER]);
      const before = await store.getStamp();
      await store.keepPair(record(OLDER, NEWER), false);
      expect(await store.getStamp()).toEqual(before);
    });

    test('stays while an older version is held, and goes with either version', async () => {
      const { store } = openLibrary(newPlace);
      const sample = inventText(2021, 'zzs', 'Invented.');
      // Saved last: what is saved after it was removed may take its place inside the backend.
      await saveAll(store, [OLDER, NEWER, sample]);
      const kept = [record(sample, NEWER), record(OLDER, sample), record(OLDER, NEWER)];
      for (const one of kept) await store.keepPair(one, false);
      await saveAll(store, [inventText(2021, 'zzs', 'Amended.', LATER)]);
      const all = ['counts one way', 'counts one way', 'counts one way'];
      expect(await store.readPairs(kept, 'counts')).toEqual(all);
      await store.removeSamples();
      await saveAll(store, [sample]);
      expect(await store.readPairs(kept, 'counts')).toEqual([null, null, 'counts one way']);
    });

    test('is not kept of a version that the library does not hold, nor where it can only be read', async () => {
      const { store, openToRead } = openLibrary(newPlace);
      await saveAll(store, [OLDER]);
      expect(await store.keepPair(record(OLDER, NEWER), false)).toBe(false);
      await saveAll(store, [NEWER]);
      expect(await openToRead().keepPair(record(OLDER, NEWER), true)).toBe(false);
      expect(await store.readPairs([record(OLDER, NEWER)], 'counts')).toEqual([null]);
    });
  });
}
