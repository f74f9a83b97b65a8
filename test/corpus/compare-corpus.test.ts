import { beforeAll, describe, expect, it } from 'vitest';
import { compareReports } from '../../src/compare/compare-reports.ts';
import type { Comparison } from '../../src/domain/comparison.ts';
import type { Report } from '../../src/domain/report.ts';
import { findBrokenPromises, findBrokenRules } from '../compare/comparison-rules.ts';
import { readAsPrinted, readPlainly } from '../compare/word-runs.ts';
import { corpusFolder } from './corpus-folder.ts';
import { listAdjacentPairs, readCorpusReports } from './corpus-reports.ts';

describe.skipIf(corpusFolder === null)('every report beside the one that follows it', () => {
  let compared: readonly { left: Report; right: Report; comparison: Comparison }[] = [];

  beforeAll(() => {
    compared = listAdjacentPairs(readCorpusReports()).map(([left, right]) => ({
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

  it.each([
    ['as printed', readAsPrinted],
    ['without case and punctuation', readPlainly],
  ])(
    'has no passage called removed or added that stands there with three fifths of its runs of words, read %s',
    (_, read) => {
      expect(
        compared.flatMap(({ left, right, comparison }) =>
          findBrokenPromises(comparison, left, right, 0.6, read),
        ),
      ).toEqual([]);
    },
  );
});
