import { beforeAll, describe, expect, it } from 'vitest';
import { compareReports } from '../../src/compare/compare-reports.ts';
import {
  listEndings,
  listNeighbourLinks,
  readHistory,
  traceLineage,
} from '../../src/compare/trace-lineage.ts';
import { countChanges } from '../../src/domain/change-counts.ts';
import type { Comparison } from '../../src/domain/comparison.ts';
import type { Report } from '../../src/domain/report.ts';
import { countByTopics, sumTopicCounts } from '../../src/domain/topic-counts.ts';
import { listFacts } from '../../src/workbench/compare/pair-facts.ts';
import {
  decodeCounts,
  decodeLinks,
  encodeCounts,
  encodeLinks,
} from '../../src/workbench/compare/pair-record.ts';
import { findBrokenPromises, findBrokenRules } from '../compare/comparison-rules.ts';
import { withPassages } from '../compare/report-text.ts';
import { readAsPrinted, readPlainly } from '../compare/word-runs.ts';
import { makeRandom } from '../random.ts';
import { corpusFolder } from './corpus-folder.ts';
import { listAdjacentPairs, readCorpusReports } from './corpus-reports.ts';

describe.skipIf(corpusFolder === null)('every report beside the one that follows it', () => {
  let areas: ReadonlyMap<string, readonly Report[]> = new Map();
  let compared: readonly { left: Report; right: Report; comparison: Comparison }[] = [];

  beforeAll(() => {
    areas = readCorpusReports();
    compared = listAdjacentPairs(areas).map(([left, right]) => ({
      left,
      right,
      comparison: compareReports(left, right),
    }));
    expect(compared.length).toBeGreaterThan(1000);
  });

  it('has every passage in exactly one pair, and in every pair what its kind says', () => {
    expect(
      compared.flatMap(({ left, right, comparison }) =>
        findBrokenRules(comparison, left, right).map((rule) => `${left.edition}/${left.area} ${rule}`),
      ),
    ).toEqual([]);
  });

  it('counted by topic adds up to the whole, and what is kept of it is read again as it was', () => {
    for (const { left, right, comparison } of compared) {
      const topics = countByTopics(comparison.pairs, left.passages, right.passages);
      const counts = encodeCounts(topics);
      const { neighbours } = listFacts(comparison, left, right);
      expect(sumTopicCounts(topics, null)).toEqual(
        countChanges(comparison.pairs, left.passages, right.passages),
      );
      expect(decodeCounts(counts, left, right)).toEqual(topics);
      expect(decodeLinks(encodeLinks(neighbours), left, right)).toEqual(neighbours);
    }
  });

  it('shows what readers of the editions know: a fifth to a quarter less in 2023, two thirds less in 2024', () => {
    const shareLeft = (from: number, to: number): number => {
      const pairs = compared.filter(({ left, right }) => left.edition === from && right.edition === to);
      const words = (side: 'left' | 'right'): number =>
        pairs.reduce((sum, pair) => sum + pair[side].passageWords, 0);
      expect(pairs.length).toBeGreaterThan(150);
      return words('right') / words('left');
    };
    expect(shareLeft(2022, 2023)).toBeCloseTo(0.75, 1);
    expect(shareLeft(2023, 2024)).toBeCloseTo(0.34, 1);
  });

  const READINGS = [
    ['as printed', readAsPrinted],
    ['without case and punctuation', readPlainly],
  ] as const;
  it.each(READINGS)(
    'calls nothing gone or new of which three fifths stand in one passage, read %s',
    (_, read) => {
      expect(
        compared.flatMap(({ left, right, comparison }) =>
          findBrokenPromises(comparison, left, right, 0.6, read),
        ),
      ).toEqual([]);
    },
  );

  it('has for every passage a history from its first edition to its last, with gaps only where it says so', () => {
    let returns = 0;
    for (const reports of areas.values()) {
      const neighbours = compared
        .filter(({ left }) => reports.includes(left))
        .map(({ left, right, comparison }) => listNeighbourLinks(comparison, left, right));
      if (neighbours.length === 0) continue;
      const lineage = traceLineage(neighbours);
      expect(lineage.passages.map(({ length }) => length)).toEqual(
        reports.map(({ passages }) => passages.length),
      );
      for (const { edition, order, first, last } of lineage.passages.flat()) {
        const history = readHistory(lineage, edition, order);
        expect(history[0]?.edition).toBe(first);
        expect(history.at(-1)?.edition).toBe(last);
        expect(history.map((one) => one.previous?.edition ?? null)).toEqual([
          null,
          ...history.slice(0, -1).map((one) => one.edition),
        ]);
        const held = reports.map((report) => report.edition);
        returns += history.filter((one) => {
          const before = held[held.indexOf(one.edition) - 1];
          return one.edition === edition && one.previous !== null && one.previous.edition !== before;
        }).length;
      }
      for (const { edition, last } of listEndings(lineage)) expect(last).toBe(edition);
    }
    expect(returns).toBeGreaterThan(20);
  });

  it('is found word for word when the passages of the longest stand in another order', () => {
    const longest = [...compared].sort((a, b) => b.left.passageWords - a.left.passageWords).slice(0, 5);
    const random = makeRandom(20_250_814);
    for (const { left } of longest) {
      expect(left.passageWords).toBeGreaterThan(30_000);
      const drawn = left.passages.map((passage) => ({ passage, at: random() })).sort((a, b) => a.at - b.at);
      const shuffled = withPassages(
        left,
        left.passages.map(({ section, topics }, i) => {
          const { text = '', label = null } = drawn[i]?.passage ?? {};
          return { section, topics, text, label };
        }),
      );
      const { pairs } = compareReports(left, shuffled);
      expect(new Set(pairs.map(({ change }) => change))).toEqual(new Set(['same']));
    }
  });
});
