import { describe, expect, test } from 'vitest';
import { inventReport, RICH } from './invented-report.ts';
import { EVERYTHING, type NewPlace, openLibrary, saveAll } from './library-place.ts';

export function describeFindings(newPlace: NewPlace): void {
  describe('the findings', () => {
    test('come report by report, each as the reader noted it and in its order', async () => {
      const { store } = openLibrary(newPlace);
      const other = inventReport(2020, 'osi', {
        findings: [
          { kind: 'unmapped-heading', section: '1', detail: 'Oddities', count: 1 },
          { kind: 'boilerplate', section: null, detail: '', count: 15 },
          { kind: 'boilerplate', section: null, detail: '', count: 15 },
        ],
      });
      await saveAll(store, [RICH, other, inventReport(2021, 'bel')]);
      expect(await store.listFindings(EVERYTHING)).toEqual([
        ...other.findings.map((finding) => ({ edition: 2020, area: 'osi', ...finding })),
        ...RICH.findings.map((finding) => ({ edition: 2021, area: 'vel', ...finding })),
      ]);
    });

    test('of an older version come back with it, not with the list', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [RICH, inventReport(2021, 'vel', { capturedAt: '2030-01-01T00:00:00.000Z' })]);
      expect(await store.listFindings(EVERYTHING)).toEqual([]);
      expect((await store.readReport(RICH)).findings).toEqual(RICH.findings);
    });
  });
}
