import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareReports } from '../../src/compare/compare-reports.ts';
import type { Report } from '../../src/domain/report.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import { loadCatalog } from '../../src/workbench/load-catalog.ts';
import { makeRandom } from '../random.ts';
import { findBrokenPromises, findBrokenRules } from './comparison-rules.ts';
import { reworkReport } from './rework-report.ts';
import { emptyScore, scoreRework, totalOf } from './score-rework.ts';
import { readAsPrinted, readPlainly } from './word-runs.ts';

const catalog = loadCatalog();

function readSample(path: string): Report {
  const bytes = readFileSync(new URL(`../../sample/${path}`, import.meta.url));
  const sha256 = hash('sha256', bytes, 'hex');
  return readPage({ bytes, sha256, path, address: null, capturedAt: null, capturedAtSource: null }, catalog);
}

const reports = ['2022/velmora.html', '2023/velmora.html', '2022/santorlo.html', '2023/santorlo.html'].map(
  readSample,
);
const neighbour = readSample('2022/upper-quendal.html');

describe('a sample report whose passages were deleted, moved, reworded, split, merged and reordered', () => {
  it.each([
    [0.1, 0.99],
    [0.3, 0.99],
    [0.5, 0.95],
  ])('is found again where %d of the words of a reworded passage are others: at least %d', (share, least) => {
    const random = makeRandom(20_250_814);
    const score = emptyScore();
    for (let round = 0; round < 4; round += 1) {
      for (const left of reports) {
        const rework = reworkReport(left, neighbour, share, random);
        const comparison = compareReports(rework.left, rework.right);
        scoreRework(comparison, rework, score);
        expect(findBrokenRules(comparison, rework.left, rework.right)).toEqual([]);
      }
    }
    expect(totalOf(score)).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['2022/velmora.html', '2023/velmora.html'],
    ['2023/velmora.html', '2024/velmora.html'],
    ['2023/santorlo.html', '2024/santorlo.html'],
    ['2022/upper-quendal.html', '2023/quendary.html'],
  ])('%s beside %s keeps every rule', (older, newer) => {
    const [left, right] = [readSample(older), readSample(newer)];
    const comparison = compareReports(left, right);
    expect(findBrokenRules(comparison, left, right)).toEqual([]);
    for (const read of [readAsPrinted, readPlainly])
      expect(findBrokenPromises(comparison, left, right, 0.6, read)).toEqual([]);
    expect(comparison.pairs.some(({ change }) => change === 'edited' || change === 'same')).toBe(true);
  });

  it('gives the same comparison every time', () => {
    const [left, right] = [readSample('2022/velmora.html'), readSample('2023/velmora.html')];
    expect(compareReports(left, right)).toEqual(compareReports(left, right));
  });
});
