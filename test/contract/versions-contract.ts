import { describe, expect, test } from 'vitest';
import { inventText, RICH } from './invented-report.ts';
import { EVERYTHING, getHead, type NewPlace, openLibrary, saveAll } from './library-place.ts';

const ID = { edition: 2021, area: 'vel' };
const at = (text: string, capturedAt: string | null, capture = `${text} ${capturedAt}`) =>
  inventText(2021, 'vel', text, { capturedAt, capture });

/** What was captured, in the order of saving, and the texts from the newest to the oldest. */
const ORDERS: readonly (readonly [
  sentence: string,
  captures: readonly (readonly [text: string, capturedAt: string | null])[],
  newestFirst: readonly string[],
])[] = [
  [
    'is the one captured last, saved in order',
    [
      ['Early.', '2023-01-01T00:00:00.000Z'],
      ['Late.', '2024-01-01T00:00:00.000Z'],
    ],
    ['Late.', 'Early.'],
  ],
  [
    'is the one captured last, also if it was saved first',
    [
      ['Late.', '2024-01-01T00:00:00.000Z'],
      ['Early.', '2023-01-01T00:00:00.000Z'],
    ],
    ['Late.', 'Early.'],
  ],
  [
    'is decided by instants and not by how they are written',
    [
      ['Late.', '2024-01-01T00:00:00.500Z'],
      ['Early.', '2024-01-01T00:00:00Z'],
    ],
    ['Late.', 'Early.'],
  ],
  [
    'is never one of unknown time where another has a time, though it was saved later',
    [
      ['Dated.', '1999-01-01T00:00:00.000Z'],
      ['Undated.', null],
    ],
    ['Dated.', 'Undated.'],
  ],
  [
    'is one that has a time, also where one of unknown time was held before',
    [
      ['Undated.', null],
      ['Dated.', '1969-01-01T00:00:00.000Z'],
    ],
    ['Dated.', 'Undated.'],
  ],
  [
    'is the one saved last where no time is known',
    [
      ['First.', null],
      ['Second.', null],
    ],
    ['Second.', 'First.'],
  ],
  [
    'is the one saved last where two were captured at the same time',
    [
      ['First.', '2024-01-01T00:00:00.000Z'],
      ['Second.', '2024-01-01T00:00:00.000Z'],
    ],
    ['Second.', 'First.'],
  ],
  [
    'is an older text again once it was captured again later',
    [
      ['Old.', '2022-01-01T00:00:00.000Z'],
      ['New.', '2023-01-01T00:00:00.000Z'],
      ['Old.', '2024-01-01T00:00:00.000Z'],
    ],
    ['Old.', 'New.'],
  ],
];

export function describeVersions(newPlace: NewPlace): void {
  describe('the newest version', () => {
    test.each(ORDERS)('%s', async (_, captures, newestFirst) => {
      const { store } = openLibrary(newPlace);
      await saveAll(
        store,
        captures.map(([text, time]) => at(text, time)),
      );
      const versions = await store.listVersions(ID);
      const texts = await Promise.all(versions.map((head) => store.readPassages(head, null)));
      expect(texts.map(([passage]) => passage?.text)).toEqual(newestFirst);
      expect(await store.findHead(ID, null)).toEqual(versions[0]);
      expect(await store.listHeads(EVERYTHING)).toEqual(versions.slice(0, 1));
    });

    test('is the only one that lists, counts and the stamp speak of', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [RICH, at('Amended.', '2030-01-01T00:00:00.000Z')]);
      expect(await store.listFindings(EVERYTHING)).toEqual([]);
      expect(await store.countHeadings()).toMatchObject([{ heading: 'Heading 1', reports: 1 }]);
      expect(await store.listSectionKeys()).toEqual(new Set(['1']));
      expect(await store.getStamp()).toMatchObject({ reports: 1, passages: 1, words: 3 });
    });
  });

  describe('a version', () => {
    test('is found by its name, and null is found where it is not held', async () => {
      const { store } = openLibrary(newPlace);
      const older = at('Early.', '2023-01-01T00:00:00.000Z');
      const newer = at('Late.', '2024-01-01T00:00:00.000Z');
      await saveAll(store, [older, newer]);
      expect(await store.findHead(ID, older.version)).toMatchObject({ version: older.version });
      expect(await store.findHead(ID, newer.version)).toEqual(await store.findHead(ID, null));
      expect(await store.findHead(ID, '000000000000')).toBeNull();
      expect(await store.findHead({ edition: 2020, area: 'vel' }, null)).toBeNull();
      expect(await store.findHead({ edition: 2020, area: 'vel' }, newer.version)).toBeNull();
      expect(await store.findHead({ edition: 2021, area: 've' }, null)).toBeNull();
      expect(await store.listVersions({ edition: 2021, area: 'osi' })).toEqual([]);
    });

    test('says in its head and findings what its youngest capture says', async () => {
      const { store } = openLibrary(newPlace);
      const say = (title: string, capturedAt: string) =>
        inventText(2021, 'vel', 'One text.', {
          capture: title,
          capturedAt,
          title,
          findings: [{ kind: 'title-spelling', section: null, detail: title, count: 1 }],
        });
      const read = async () => ({
        head: await getHead(store, ID),
        findings: (await store.listFindings(EVERYTHING)).map(({ detail }) => detail),
      });
      const middle = say('Middle', '2023-01-01T00:00:00.000Z');
      const early = say('Early', '2022-01-01T00:00:00.000Z');
      const late = say('Late', '2024-01-01T00:00:00.000Z');
      await saveAll(store, [middle, early]);
      expect(await read()).toMatchObject({
        head: { title: 'Middle', provenance: middle.provenance },
        findings: ['Middle'],
      });
      await saveAll(store, [late]);
      expect(await read()).toMatchObject({
        head: { title: 'Late', provenance: late.provenance },
        findings: ['Late'],
      });
    });

    test('is counted only for reports that have more than one', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [
        at('One.', null),
        at('Two.', null),
        at('Three.', null),
        at('Three.', null, 'again'),
        inventText(2021, 'osi', 'Only one.'),
        inventText(2020, 'vel', 'Only one.'),
      ]);
      expect(await store.countVersions()).toEqual(new Map([['2021/vel', 3]]));
    });
  });
}
