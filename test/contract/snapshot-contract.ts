import { describe, expect, test } from 'vitest';
import { tokenWords } from '../../src/domain/tokens.ts';
import type { WordPattern } from '../../src/domain/word-pattern.ts';
import type { Postings, StoreSnapshot } from '../../src/store/store-snapshot.ts';
import { breakReport, bytesOf, inventReport, inventText, RICH } from './invented-report.ts';
import { type NewPlace, openLibrary, saveAll } from './library-place.ts';

const LIBRARY = [
  // Saved in another order than that of editions and areas.
  inventText(2022, 'osi', 'The market opened. The market, the market!'),
  inventReport(2021, 'vel', {
    sections: [
      { key: '1', texts: ['The mayor opened the market.', 'Élan and markets.', 'No market opened.'] },
    ],
  }),
  inventText(2021, 'bel', 'Nothing was opened, said the mayor of the old town, but the market.'),
];

const word = (...words: string[]): WordPattern => ({ places: [words], prefix: null });
const phrase = (...words: string[]): WordPattern => ({ places: words.map((one) => [one]), prefix: null });

async function tell(snapshot: StoreSnapshot, found: Promise<Postings>): Promise<string[]> {
  const heads = await snapshot.listHeads();
  const { reports, orders, counts } = await found;
  return Array.from(reports, (report, i) => {
    const { edition, area } = heads[report] ?? {};
    return `${edition}/${area}:${orders[i]}${counts === null ? '' : ` ×${counts[i]}`}`;
  });
}

export function describeSnapshots(newPlace: NewPlace): void {
  describe('a snapshot', () => {
    const open = async (): Promise<StoreSnapshot> => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, LIBRARY);
      return store.openSnapshot();
    };

    test('sees the library as it was, whatever is saved meanwhile', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, LIBRARY);
      const snapshot = await store.openSnapshot();
      const before = [await snapshot.getStamp(), await snapshot.listHeads(), await snapshot.listWords()];
      await saveAll(store, [inventText(2022, 'osi', 'Other words stand here.'), RICH]);
      expect([await snapshot.getStamp(), await snapshot.listHeads(), await snapshot.listWords()]).toEqual(
        before,
      );
      expect(await tell(snapshot, snapshot.findWords(word('other')))).toEqual([]);
      expect(snapshot.revision).toBeLessThan(store.getRevision());
      await snapshot.close();
      const next = await store.openSnapshot();
      expect(next.revision).toBe(store.getRevision());
      expect(await tell(next, next.findWords(word('other')))).toEqual(['2022/osi:1 ×1']);
      await next.close();
    });

    test('can be closed twice', async () => {
      const snapshot = await open();
      await snapshot.close();
      await snapshot.close();
    });

    test('knows of every passage its section, words, label and topics', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [RICH]);
      const snapshot = await store.openSnapshot();
      const [head] = await snapshot.listHeads();
      if (head === undefined) throw new Error('The report is not there.');
      expect(await snapshot.readPassageFacts(head)).toEqual(
        RICH.passages.map(({ section, words, underLabel, topics }) => ({
          section: RICH.sections.findIndex(({ key }) => key === section),
          words,
          underLabel,
          topics,
        })),
      );
      await snapshot.close();
    });

    test('lists every word once', async () => {
      const snapshot = await open();
      const words = LIBRARY.flatMap(({ passages }) => passages.flatMap(({ text }) => tokenWords(text)));
      expect([...(await snapshot.listWords())].sort()).toEqual([...new Set(words)].sort());
      await snapshot.close();
    });

    test('finds words by edition, area and place, and how often each stands there', async () => {
      const snapshot = await open();
      expect(await tell(snapshot, snapshot.findWords(word('market')))).toEqual([
        '2021/bel:1 ×1',
        '2021/vel:1 ×1',
        '2021/vel:3 ×1',
        '2022/osi:1 ×3',
      ]);
      await snapshot.close();
    });

    test('finds any of several words, each passage once', async () => {
      const snapshot = await open();
      expect(await tell(snapshot, snapshot.findWords(word('market', 'markets', 'elan')))).toEqual([
        '2021/bel:1 ×1',
        '2021/vel:1 ×1',
        '2021/vel:2 ×2',
        '2021/vel:3 ×1',
        '2022/osi:1 ×3',
      ]);
      await snapshot.close();
    });

    test('finds words as written, and no other form of them', async () => {
      const snapshot = await open();
      expect(await tell(snapshot, snapshot.findWords(word('open')))).toEqual([]);
      await snapshot.close();
    });

    test('finds words in a row, each place with its choice of words', async () => {
      const snapshot = await open();
      expect(await tell(snapshot, snapshot.findWords(phrase('market', 'opened')))).toEqual([
        '2021/vel:3',
        '2022/osi:1',
      ]);
      const choice: WordPattern = { places: [['opened'], ['the', 'said']], prefix: null };
      expect(await tell(snapshot, snapshot.findWords(choice))).toEqual([
        '2021/bel:1',
        '2021/vel:1',
        '2022/osi:1',
      ]);
      await snapshot.close();
    });

    test('finds words by their beginning', async () => {
      const snapshot = await open();
      expect(await tell(snapshot, snapshot.findWords({ places: [], prefix: 'ma' }))).toEqual([
        '2021/bel:1',
        '2021/vel:1',
        '2021/vel:2',
        '2021/vel:3',
        '2022/osi:1',
      ]);
      expect(await tell(snapshot, snapshot.findWords({ places: [['the']], prefix: 'ol' }))).toEqual([
        '2021/bel:1',
      ]);
      await snapshot.close();
    });

    test('finds words near each other in any order, at most so many words between', async () => {
      const snapshot = await open();
      const near = (distance: number) =>
        tell(snapshot, snapshot.findNear({ left: [word('market')], right: [word('mayor')], distance }));
      expect(await near(1)).toEqual([]);
      expect(await near(2)).toEqual(['2021/vel:1']);
      expect(await near(5)).toEqual(['2021/vel:1']);
      expect(await near(6)).toEqual(['2021/bel:1', '2021/vel:1']);
      await snapshot.close();
    });

    test('counts the passages in which a word stands', async () => {
      const snapshot = await open();
      expect(await snapshot.countPassages(['market', 'elan', 'nowhere', 'market'])).toEqual([4, 1, 0, 4]);
      await snapshot.close();
    });

    test('takes no word for a command', async () => {
      const snapshot = await open();
      for (const hostile of ['" OR "a', 'NEAR(', "'; DROP TABLE passage; --", 'text:']) {
        expect(await tell(snapshot, snapshot.findWords(phrase(hostile, 'market')))).toEqual([]);
      }
      await snapshot.close();
    });

    test('finds words with many forms, in whatever way they combine', async () => {
      const snapshot = await open();
      const many = Array.from({ length: 60 }, (_, i) => `w${i}`);
      const found = await snapshot.findWords({ places: [many, many, many], prefix: null });
      expect(found.reports).toHaveLength(0);
      await snapshot.close();
    });
  });

  describe('saving several reports at once', () => {
    test('tells of each what came of it', async () => {
      const { store } = openLibrary(newPlace);
      const captures = LIBRARY.map((report) => ({ report, bytes: bytesOf(report) }));
      expect(await store.saveReports(captures)).toEqual(['added', 'added', 'added']);
      expect(await store.saveReports(captures)).toEqual(['unchanged', 'unchanged', 'unchanged']);
      expect(await store.saveReports([])).toEqual([]);
    });

    test('saves none if one cannot be saved', async () => {
      const { store } = openLibrary(newPlace);
      const captures = [...LIBRARY, breakReport(inventReport(2019, 'vel'))].map((report) => ({
        report,
        bytes: bytesOf(report),
      }));
      await expect(store.saveReports(captures)).rejects.toThrow();
      expect(await store.listHeads({ editions: null, areas: null })).toEqual([]);
    });
  });
}
