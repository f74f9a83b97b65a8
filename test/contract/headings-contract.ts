import { describe, expect, test } from 'vitest';
import { inventReport } from './invented-report.ts';
import { type NewPlace, openLibrary, saveAll } from './library-place.ts';

export function describeHeadings(newPlace: NewPlace): void {
  describe('the headings', () => {
    test('are counted by edition, with what stands above them and their topics', async () => {
      const { store } = openLibrary(newPlace);
      const sections = [
        { key: '6', printed: 'Unequal Treatment' },
        { key: '6/women', printed: 'Women', topic: 'women', texts: ['Some.'] },
      ];
      await saveAll(store, [
        inventReport(2021, 'vel', { sections }),
        inventReport(2021, 'osi', { sections }),
        inventReport(2020, 'vel', { sections: sections.slice(1) }),
      ]);
      const women = { heading: 'Women', kind: 'section', topics: [{ topic: 'women', relation: 'exact' }] };
      expect(await store.countHeadings()).toEqual([
        { ...women, edition: 2020, depth: 1, above: null, reports: 1 },
        {
          edition: 2021,
          depth: 1,
          heading: 'Unequal Treatment',
          above: null,
          kind: 'section',
          topics: [],
          reports: 2,
        },
        { ...women, edition: 2021, depth: 2, above: 'Unequal Treatment', reports: 2 },
      ]);
    });

    test('count a report once where it prints one twice', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [
        inventReport(2021, 'vel', {
          sections: [
            { key: '1', printed: 'Twice', texts: ['One.', 'Two.'] },
            { key: '1~2', printed: 'Twice' },
          ],
        }),
      ]);
      expect(await store.countHeadings()).toMatchObject([{ heading: 'Twice', reports: 1 }]);
    });

    test('come with the most frequent first, those of one depth together', async () => {
      const { store } = openLibrary(newPlace);
      const seldom = { key: '1', printed: 'A seldom one' };
      const frequent = { key: '2', printed: 'Frequent' };
      const below = { key: '2.a', printed: 'Below', texts: [{ text: 'Run in: Here.', label: 'Run in' }] };
      await saveAll(store, [
        inventReport(2021, 'vel', { sections: [seldom, frequent, below] }),
        inventReport(2021, 'osi', { sections: [frequent, below] }),
        inventReport(2021, 'bel', { sections: [frequent, below] }),
      ]);
      expect((await store.countHeadings()).map(({ heading, reports }) => [heading, reports])).toEqual([
        ['Frequent', 3],
        ['A seldom one', 1],
        ['Below', 3],
        ['Run in', 3],
      ]);
    });

    test('are counted apart where their topics differ', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [
        inventReport(2021, 'vel', { sections: [{ key: '1', printed: 'Jails', topic: 'jails' }] }),
        inventReport(2021, 'osi', { sections: [{ key: '1', printed: 'Jails' }] }),
      ]);
      const counts = await store.countHeadings();
      expect(counts.map(({ topics, reports }) => [topics.map(({ topic }) => topic), reports])).toEqual([
        [[], 1],
        [['jails'], 1],
      ]);
    });

    test('are followed by the run-in labels, a step below their section, each report once, notes left out', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [
        inventReport(2021, 'vel', {
          sections: [
            { key: '1', printed: 'Integrity' },
            {
              key: '1.c',
              printed: 'Ill-treatment',
              topic: 'ill-treatment',
              texts: [
                { text: 'Jails: Empty.', label: 'Jails', topics: ['jails', 'ill-treatment'] },
                { text: 'Jails: Still empty.', label: 'Jails', topics: ['jails', 'ill-treatment'] },
                { text: 'Abuses: None.', label: 'Abuses' },
                { text: 'Abuses', label: 'Abuses', kind: 'list-item', topics: [] },
                { text: 'Note: Read with care.', label: 'Note', kind: 'note' },
              ],
            },
          ],
        }),
      ]);
      const label = { edition: 2021, depth: 3, above: 'Ill-treatment', kind: 'run-in', reports: 1 };
      const [chapter, section, ...labels] = await store.countHeadings();
      expect([chapter?.kind, section?.kind]).toEqual(['section', 'section']);
      expect(labels).toEqual([
        { ...label, heading: 'Abuses', topics: [] },
        { ...label, heading: 'Abuses', topics: [{ topic: 'ill-treatment', relation: null }] },
        {
          ...label,
          heading: 'Jails',
          topics: [
            { topic: 'jails', relation: null },
            { topic: 'ill-treatment', relation: null },
          ],
        },
      ]);
    });

    test('and the section keys are counted anew after every change', async () => {
      const { store, open } = openLibrary(newPlace);
      const other = open();
      await saveAll(store, [inventReport(2021, 'vel', { sections: [{ key: '1.g' }] })]);
      expect(await store.listSectionKeys()).toEqual(new Set(['1.g']));
      expect(await store.countHeadings()).toHaveLength(1);
      await saveAll(other, [inventReport(2021, 'osi', { sections: [{ key: '1.g' }, { key: '6/women' }] })]);
      expect(await store.listSectionKeys()).toEqual(new Set(['1.g', '6/women']));
      expect(await store.countHeadings()).toMatchObject([{ reports: 2 }, { reports: 1 }]);
    });
  });
}
