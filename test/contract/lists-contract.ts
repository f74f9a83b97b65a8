import { describe, expect, test } from 'vitest';
import type { ReportFilter } from '../../src/store/store.ts';
import { inventReport } from './invented-report.ts';
import { EVERYTHING, type NewPlace, openLibrary, saveAll } from './library-place.ts';

const HELD = ['2021/vel', '2020/vel', '2021/osi', '2018/bel', '2021/bel'];

const FILTERS: readonly (readonly [sentence: string, filter: ReportFilter, found: readonly string[]])[] = [
  ['everything, by edition and then by area', EVERYTHING, [...HELD].sort()],
  ['the editions asked for', { editions: [2020, 2018, 1999], areas: null }, ['2018/bel', '2020/vel']],
  ['the areas asked for', { editions: null, areas: ['vel', 'nowhere'] }, ['2020/vel', '2021/vel']],
  [
    'what is of both an edition and an area asked for',
    { editions: [2021], areas: ['bel', 'vel'] },
    ['2021/bel', '2021/vel'],
  ],
  ['nothing where no edition is asked for', { editions: [], areas: null }, []],
  ['nothing where no area is asked for', { editions: null, areas: [] }, []],
  ['nothing for an area that only looks alike', { editions: null, areas: ['VEL', 've%', 've_', '%'] }, []],
];

export function describeLists(newPlace: NewPlace): void {
  describe('a list', () => {
    test.each(FILTERS)('holds %s', async (_, filter, found) => {
      const { store } = openLibrary(newPlace);
      await saveAll(
        store,
        HELD.map((name) => {
          const [edition, area = ''] = name.split('/');
          return inventReport(Number(edition), area, {
            findings: [{ kind: 'list-or-table', section: null, detail: name, count: 1 }],
          });
        }),
      );
      const name = (one: { edition: number; area: string }) => `${one.edition}/${one.area}`;
      expect((await store.listHeads(filter)).map(name), 'heads').toEqual(found);
      expect((await store.listFindings(filter)).map(name), 'findings').toEqual(found);
      expect((await store.listCaptures(filter)).map(name), 'captures').toEqual(found);
    });

    test('of an empty library is empty', async () => {
      const { store } = openLibrary(newPlace);
      expect(await store.listHeads(EVERYTHING)).toEqual([]);
      expect(await store.listFindings(EVERYTHING)).toEqual([]);
      expect(await store.listCaptures(EVERYTHING)).toEqual([]);
      expect(await store.countHeadings()).toEqual([]);
      expect(await store.listSectionKeys()).toEqual(new Set());
      expect(await store.listCaptureHashes()).toEqual(new Map());
      expect(await store.countVersions()).toEqual(new Map());
    });
  });
}
