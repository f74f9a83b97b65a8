import { describe, expect, test } from 'vitest';
import { findStretches } from '../../src/domain/outline.ts';
import type { PassageSpan } from '../../src/store/store.ts';
import { inventReport, inventText, RICH } from './invented-report.ts';
import { getHead, type NewPlace, openLibrary, saveAll } from './library-place.ts';

const ID = { edition: 2021, area: 'vel' };
const LAST = RICH.passages.length;

const SPANS: readonly (readonly [
  sentence: string,
  spans: readonly PassageSpan[] | null,
  orders: readonly number[],
])[] = [
  ['all in order if no spans are given', null, RICH.passages.map(({ order }) => order)],
  ['none for no span', [], []],
  ['one for a span of one', [{ first: 3, last: 3 }], [3]],
  ['both ends of a span', [{ first: 2, last: 4 }], [2, 3, 4]],
  [
    'span after span as given, also backwards',
    [
      { first: 5, last: 6 },
      { first: 1, last: 2 },
    ],
    [5, 6, 1, 2],
  ],
  [
    'a passage again for every span that it stands in',
    [
      { first: 1, last: 2 },
      { first: 2, last: 3 },
    ],
    [1, 2, 2, 3],
  ],
  ['nothing for a span that runs backwards', [{ first: 3, last: 2 }], []],
  ['what there is of a span that begins too early', [{ first: -1e12, last: 1 }], [1]],
  ['what there is of a span that ends too late', [{ first: LAST, last: 1e12 }], [LAST]],
  ['nothing beyond the end', [{ first: LAST + 1, last: LAST + 9 }], []],
];

export function describeTexts(newPlace: NewPlace): void {
  describe('the passages of a report', () => {
    test.each(SPANS)('are %s', async (_, spans, orders) => {
      const { store } = openLibrary(newPlace);
      // Others before and behind it, so that a span that reaches too far would bring their text.
      await saveAll(store, [inventReport(2021, 'bel'), RICH, inventReport(2021, 'osi')]);
      const passages = await store.readPassages(await getHead(store, ID), spans);
      expect(passages).toEqual(orders.map((order) => RICH.passages[order - 1]));
    });
  });

  describe('the outline of a report', () => {
    test('has its sections, and its passages in stretches of one section and topic', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [RICH]);
      const outline = await store.readOutline(await getHead(store, ID));
      expect(outline).toEqual({ sections: RICH.sections, stretches: findStretches(RICH.passages) });
    });

    test('is never that of a report which stood in its place before', async () => {
      const { store } = openLibrary(newPlace);
      const sample = inventReport(2021, 'zzs', { sections: [{ key: '9', texts: ['Invented.'] }] });
      await saveAll(store, [sample]);
      await store.readOutline(sample);
      await store.removeSamples();
      await saveAll(store, [RICH]);
      expect((await store.readOutline(RICH)).sections).toEqual(RICH.sections);
    });
  });

  describe('a head asked for earlier', () => {
    test('is not found once its version was replaced', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [inventText(2021, 'vel', 'Half.', { capture: 'page' })]);
      const head = await getHead(store, ID);
      await store.readOutline(head);
      await saveAll(store, [inventText(2021, 'vel', 'All.', { capture: 'page', reader: '2' })]);
      await expect(store.readOutline(head)).rejects.toMatchObject({ kind: 'not-found' });
      await expect(store.readPassages(head, null)).rejects.toMatchObject({ kind: 'not-found' });
      await expect(store.readPassages(head, [])).rejects.toMatchObject({ kind: 'not-found' });
      await expect(store.readReport(head)).rejects.toMatchObject({ kind: 'not-found' });
    });

    test('gives what is held now where its version was read anew with the same text', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [
        inventReport(2021, 'vel', { sections: [{ key: '1', texts: ['One two. Three.'] }] }),
      ]);
      const head = await getHead(store, ID);
      await store.readOutline(head);
      const anew = inventReport(2021, 'vel', {
        sections: [{ key: '1', texts: ['One two.', 'Three.'] }],
        reader: '2',
        title: 'Read anew',
      });
      await saveAll(store, [anew]);
      expect((await store.readOutline(head)).sections).toEqual(anew.sections);
      expect(await store.readPassages(head, [{ first: 2, last: 2 }])).toEqual(anew.passages.slice(1));
      expect(await store.readReport(head), 'a report agrees with its own numbers').toEqual(anew);
    });
  });
}
