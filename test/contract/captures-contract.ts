import { describe, expect, test } from 'vitest';
import { bytesOf, inventText } from './invented-report.ts';
import { EVERYTHING, type NewPlace, openLibrary, saveAll } from './library-place.ts';

export function describeCaptures(newPlace: NewPlace): void {
  describe('the captures', () => {
    test('are listed with all that is known of them: by edition, area, time; those of older versions too', async () => {
      const { store } = openLibrary(newPlace);
      const late = inventText(2021, 'vel', 'One.', { capturedAt: '2024-01-01T00:00:00.500Z' });
      const early = inventText(2021, 'vel', 'Two.', { capturedAt: '2024-01-01T00:00:00Z' });
      const undated = inventText(2021, 'vel', 'One.', { capture: 'undated', capturedAt: null });
      const same = inventText(2021, 'vel', 'One.', {
        capture: 'same time',
        capturedAt: '2024-01-01T00:00:00.500Z',
      });
      const osi = inventText(2021, 'osi', 'Three.');
      const fromArchive = {
        ...osi,
        provenance: {
          ...osi.provenance,
          host: 'web.archive.example',
          capturedAddress: 'https://web.archive.example/2024/https://reports.example/2021/osi/',
          capturedAtSource: 'archive-address' as const,
        },
      };
      const before = inventText(2020, 'vel', 'Four.');
      const reports = [late, early, undated, same, fromArchive, before];
      await saveAll(store, reports);
      expect(await store.listCaptures(EVERYTHING)).toEqual(
        [before, fromArchive, undated, early, late, same].map(({ edition, area, version, provenance }) => ({
          edition,
          area,
          version,
          provenance,
        })),
      );
    });

    test('keep their bytes as they were given', async () => {
      const { store } = openLibrary(newPlace);
      const reports = [inventText(2021, 'vel', 'One.'), inventText(2021, 'vel', 'Two.')];
      await saveAll(store, reports);
      for (const report of reports) {
        const kept = await store.readCapture(report.provenance.sha256);
        expect(kept?.encoding).toBe('br');
        expect(Buffer.from(kept?.data ?? [])).toEqual(bytesOf(report).data);
      }
    });

    test('keep the first bytes given for a SHA-256', async () => {
      const { store } = openLibrary(newPlace);
      const first = inventText(2021, 'vel', 'One.', { capture: 'page' });
      const again = inventText(2021, 'vel', 'Two.', { capture: 'page', reader: '2' });
      await saveAll(store, [first]);
      await store.saveReport(again, { encoding: 'br', data: new Uint8Array([1, 2, 3]) });
      const kept = await store.readCapture(first.provenance.sha256);
      expect(Buffer.from(kept?.data ?? [])).toEqual(bytesOf(first).data);
    });

    test('that are not held have no bytes', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [inventText(2021, 'vel', 'One.')]);
      expect(await store.readCapture('0'.repeat(64))).toBeNull();
      expect(await store.readCapture('')).toBeNull();
    });

    test('keep the time at which they were captured when they are read anew, and take one where there was none', async () => {
      const { store } = openLibrary(newPlace);
      const times = async (): Promise<unknown> =>
        (await store.listCaptures(EVERYTHING)).map(({ provenance }) => provenance.capturedAt);
      const read = (reader: string, capturedAt: string | null) =>
        inventText(2021, 'vel', 'One.', { capture: 'page', reader, capturedAt });
      await saveAll(store, [read('1', null)]);
      expect(await times()).toEqual([null]);
      await saveAll(store, [read('2', '2024-01-01T00:00:00Z')]);
      expect(await times()).toEqual(['2024-01-01T00:00:00Z']);
      await saveAll(store, [read('3', '2025-01-01T00:00:00Z')]);
      expect(await times()).toEqual(['2024-01-01T00:00:00Z']);
    });

    test('name the reader version that read them last', async () => {
      const { store } = openLibrary(newPlace);
      const page = inventText(2021, 'vel', 'One.', { capture: 'page' });
      const other = inventText(2021, 'vel', 'Two.', { capture: 'other' });
      await saveAll(store, [page, other]);
      await saveAll(store, [inventText(2021, 'vel', 'One.', { capture: 'page', reader: '2' })]);
      expect(await store.listCaptureHashes()).toEqual(
        new Map([
          [page.provenance.sha256, '2'],
          [other.provenance.sha256, '1'],
        ]),
      );
    });
  });
}
