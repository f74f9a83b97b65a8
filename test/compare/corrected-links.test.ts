import { describe, expect, test } from 'vitest';
import { compareReports } from '../../src/compare/compare-reports.ts';
import { findNearestPassages } from '../../src/compare/nearest-passages.ts';
import type { CorrectedLink } from '../../src/domain/correction.ts';
import { findBrokenRules } from './comparison-rules.ts';
import { makeReportText } from './report-text.ts';

const PRISON = 'Prison conditions were harsh because of overcrowding and too little medical care.';
const VISITS = 'The harbour commission permitted monitors of the Lantern Society to visit three prisons.';
const VISITS_NEW = 'The harbour commission permitted monitors of the Lantern Society to visit two prisons.';
const STRIKE = 'The law allows dock workers to strike after ten days of notice but excludes pilots.';
const HERON = 'Two editors were fined for printing a drawing of the chancellor as a heron.';

const LEFT = makeReportText(2021, [{ key: '1.c', texts: [PRISON, VISITS, STRIKE] }]);
const RIGHT = makeReportText(2022, [{ key: '1.c', texts: [PRISON, VISITS_NEW, HERON] }]);

/** Each pair in short, `edited 1=1`; the rules of every comparison hold. */
function tell(corrections: readonly CorrectedLink[], left = LEFT, right = RIGHT): string[] {
  const comparison = compareReports(left, right, corrections);
  expect(findBrokenRules(comparison, left, right)).toEqual([]);
  return comparison.pairs.map(
    (pair) => `${pair.change} ${pair.shape} ${pair.left.join('+')}=${pair.right.join('+')}`,
  );
}

const AUTOMATIC = ['same single 1=1', 'edited single 2=2', 'added single =3', 'removed single 3='];

describe('what readers corrected', () => {
  test('is nothing without corrections', () => {
    expect(tell([])).toEqual(AUTOMATIC);
  });

  test('pairs what has no word in common, and leaves all else as it was', () => {
    expect(tell([{ kind: 'pair', left: 3, right: 3 }])).toEqual([
      'same single 1=1',
      'edited single 2=2',
      'edited single 3=3',
    ]);
  });

  test('pairs one passage with several: they are split', () => {
    expect(tell([{ kind: 'pair', left: 2, right: 3 }])).toEqual([
      'same single 1=1',
      'edited split 2=2+3',
      'removed single 3=',
    ]);
  });

  test('parts what is reworded, and even what is word for word the same', () => {
    expect(tell([{ kind: 'part', left: 2, right: 2 }])).toEqual([
      'same single 1=1',
      'added single =2',
      'added single =3',
      'removed single 2=',
      'removed single 3=',
    ]);
    expect(tell([{ kind: 'part', left: 1, right: 1 }])).toContain('removed single 1=');
  });

  test('lets a parted passage find another partner', () => {
    const twice = makeReportText(2022, [
      { key: '1.c', texts: [PRISON] },
      { key: '2', texts: [VISITS_NEW] },
      { key: '3', texts: [`${VISITS_NEW} They came in spring.`] },
    ]);
    const parted = tell([{ kind: 'part', left: 2, right: 2 }], LEFT, twice);
    expect(tell([], LEFT, twice)).not.toContain('edited single 2=3');
    expect(parted).toContain('edited single 2=3');
  });

  test('names the parted passage as the nearest that remains', () => {
    const { pairs } = compareReports(LEFT, RIGHT, [{ kind: 'part', left: 2, right: 2 }]);
    const removed = pairs.find(({ left }) => left.includes(2));
    expect(removed?.absence?.nearest?.order).toBe(2);
  });

  test('pairs the same text where a reader says so, as the same', () => {
    const twice = makeReportText(2022, [{ key: '1.c', texts: ['None.', 'Nothing at all.', 'None.'] }]);
    const once = makeReportText(2021, [{ key: '1.c', texts: ['None.'] }]);
    const corrections = [
      { kind: 'part', left: 1, right: 1 },
      { kind: 'pair', left: 1, right: 3 },
    ] as const;
    expect(tell(corrections, once, twice)).toContain('same single 1=3');
  });
});

describe('the nearest passages', () => {
  test('are the likest of the other report, from either side', () => {
    const near = findNearestPassages(LEFT, RIGHT, { side: 'left', order: 2 }, 8);
    expect(near[0]?.order).toBe(2);
    expect(near.map(({ score }) => score)).toEqual(near.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(findNearestPassages(LEFT, RIGHT, { side: 'right', order: 1 }, 8)[0]).toEqual({
      order: 1,
      score: 1,
    });
  });

  test('are no more than asked for, and none without a word in common', () => {
    expect(findNearestPassages(LEFT, RIGHT, { side: 'left', order: 2 }, 1)).toHaveLength(1);
    const other = makeReportText(2022, [{ key: '1', texts: ['Zebras graze.'] }]);
    expect(findNearestPassages(LEFT, other, { side: 'left', order: 1 }, 8)).toEqual([]);
  });
});
