import { describe, expect, it } from 'vitest';
import { compareReports } from '../../src/compare/compare-reports.ts';
import type { Comparison, ReportText } from '../../src/domain/comparison.ts';
import { findBrokenPromises, findBrokenRules } from './comparison-rules.ts';
import { makeReportText, withPassages } from './report-text.ts';
import { readPlainly } from './word-runs.ts';

const PRISON =
  'Prison conditions were harsh because of overcrowding, poor sanitation and too little medical care.';
const VISITS =
  'The harbour commission permitted monitors of the Lantern Society to visit the three prisons in spring.';
const FOOD =
  'Inmates relied on relatives for food, and many cells had neither light nor clean water during summer.';
const JUDGES =
  'Judges of the upper court were appointed by the chancellor and could be dismissed without any reason.';
const STRIKE =
  'The law allows dock workers to strike after ten days of notice but excludes pilots and lighthouse keepers.';
const PRESS =
  'Two editors of the Velmora Herald were fined for printing a drawing of the chancellor as a heron.';

function report(edition: number, prison: readonly string[], other: readonly string[] = []): ReportText {
  return makeReportText(edition, [
    { key: '1.c', heading: 'Torture and Prisons', topic: 'prison-conditions', texts: prison },
    { key: '7', heading: 'Workers', topic: 'worker-rights', texts: other },
  ]);
}

/** Compares, holds the result to the rules, and tells it in short: `edited 1=1`. */
function compare(left: ReportText, right: ReportText): { comparison: Comparison; told: string[] } {
  const comparison = compareReports(left, right);
  expect(findBrokenRules(comparison, left, right)).toEqual([]);
  expect(findBrokenPromises(comparison, left, right, 0.6, readPlainly)).toEqual([]);
  const told = comparison.pairs.map(({ change, shape, moved, left: lefts, right: rights }) =>
    [change, shape === 'single' ? '' : shape, moved ?? '', `${lefts.join('+')}=${rights.join('+')}`]
      .filter((word) => word !== '')
      .join(' '),
  );
  return { comparison, told };
}

describe('a comparison of two reports', () => {
  it('finds nothing but the same in a report beside itself', () => {
    const one = report(2021, [PRISON, VISITS, FOOD], [STRIKE]);
    expect(compare(one, one).told).toEqual(['same 1=1', 'same 2=2', 'same 3=3', 'same 4=4']);
  });

  it('finds nothing in common where nothing is', () => {
    const { comparison, told } = compare(report(2021, [PRISON]), report(2022, ['Zebras graze.']));
    expect(told).toEqual(['added =1', 'removed 1=']);
    expect(comparison.pairs[1]?.absence?.nearest).toBeNull();
  });

  it('takes reports of one passage and of none', () => {
    expect(compare(report(2021, [PRISON]), report(2022, [PRISON])).told).toEqual(['same 1=1']);
    expect(compare(report(2021, [PRISON]), report(2022, [])).told).toEqual(['removed 1=']);
    expect(compare(report(2021, []), report(2022, [PRISON])).told).toEqual(['added =1']);
    expect(compare(report(2021, []), report(2022, [])).told).toEqual([]);
  });

  it('shows what was reworded, with its words', () => {
    const later = PRISON.replace('harsh because of overcrowding', 'harsh and dangerous because of crowding');
    const { comparison, told } = compare(report(2021, [PRISON, FOOD]), report(2022, [later, FOOD]));
    expect(told).toEqual(['edited 1=1', 'same 2=2']);
    expect(comparison.pairs[0]?.difference).toMatchObject({ kept: 11, removed: 3, added: 5 });
    expect(comparison.pairs[0]?.score).toBeCloseTo(22 / 30);
  });

  it('finds again what now stands under another topic', () => {
    const { told } = compare(
      report(2021, [PRISON, VISITS, FOOD], [STRIKE]),
      report(2022, [PRISON, FOOD], [STRIKE, VISITS]),
    );
    expect(told).toEqual(['same 1=1', 'same section 2=4', 'same 3=2', 'same 4=3']);
  });

  it('tells another order in a section, of as few words as may be', () => {
    const { told } = compare(report(2021, [PRISON, VISITS, FOOD]), report(2022, [FOOD, PRISON, VISITS]));
    expect(told).toEqual(['same 1=2', 'same 2=3', 'same order 3=1']);
  });

  it('does not call a passage moved because its outline was renumbered', () => {
    const left = report(2023, [PRISON, VISITS], [STRIKE]);
    const right = makeReportText(2024, [
      { key: '2.b', heading: 'Worker Rights', topic: 'worker-rights', texts: [STRIKE] },
      { key: '3.a', heading: 'Prisons', topic: 'prison-conditions', texts: [PRISON, VISITS] },
    ]);
    expect(compare(left, right).told).toEqual(['same 1=2', 'same 2=3', 'same 3=1']);
  });

  it('does not call moved what stands beneath the heading that its section was renamed to', () => {
    const outline = (edition: number, heading: string, beneath: string, topics: readonly [string, string]) =>
      makeReportText(edition, [
        { key: '2.a', heading, topic: topics[0], depth: 2, texts: [PRESS, JUDGES] },
        { key: '2.a/x', heading: beneath, topic: topics[1], depth: 3, parent: '2.a', texts: [FOOD, VISITS] },
        { key: '2.b', heading: 'Workers', topic: 'worker-rights', depth: 2, texts: [STRIKE] },
      ]);
    const left = outline(2021, 'Freedom of Expression', 'Internet Freedom', ['expression', 'internet']);
    const right = outline(2022, 'Freedom of the Press', 'Censorship', ['press', 'censorship']);
    const reordered = withPassages(
      right,
      [VISITS, JUDGES, FOOD, PRESS, STRIKE].map((text, i) => ({
        section: i < 2 ? '2.a' : i < 4 ? '2.a/x' : '2.b',
        topics: i < 2 ? ['press'] : i < 4 ? ['censorship'] : ['worker-rights'],
        text,
        label: null,
      })),
    );
    const moved = compare(left, reordered).comparison.pairs.map((pair) => pair.moved);
    expect(moved).not.toContain('section');
  });

  it('does not call a section moved whose topic alone has another name', () => {
    const left = makeReportText(2023, [
      { key: '2.a', heading: 'Freedom of Expression', topic: 'expression', texts: [PRESS, JUDGES, FOOD] },
    ]);
    const right = makeReportText(2024, [
      { key: '2.a', heading: 'Freedom of the Press', topic: 'press', texts: [PRESS, JUDGES, STRIKE] },
    ]);
    expect(compare(left, right).told).toEqual(['same 1=1', 'same 2=2', 'added =3', 'removed 3=']);
  });

  it('sees that one passage became two', () => {
    const { comparison, told } = compare(
      report(2021, [`${PRISON} ${VISITS}`, FOOD]),
      report(2022, [PRISON, FOOD, VISITS]),
    );
    expect(told).toEqual(['edited split 1=1+3', 'same 2=2']);
    expect(comparison.pairs[0]?.score).toBe(1);
    expect(comparison.pairs[0]?.links).toHaveLength(2);
  });

  it('sees that two passages became one', () => {
    const { told } = compare(
      report(2021, [PRISON, VISITS, FOOD]),
      report(2022, [`${PRISON} ${VISITS}`, FOOD]),
    );
    expect(told).toEqual(['edited merge 1+2=1', 'same 3=2']);
  });

  it('keeps short passages that stand under many headings under theirs', () => {
    const outline = (edition: number, second: string) =>
      makeReportText(
        edition,
        ['a', 'b', 'c'].map((key, i) => ({
          key: `1.${key}`,
          heading: `Subject ${key}`,
          topic: `topic-${key}`,
          texts: [i === 1 ? second : 'There were no such reports.'],
        })),
      );
    const { told } = compare(outline(2021, 'There were no such reports.'), outline(2022, PRISON));
    expect(told).toContain('same 3=3');
    expect(told).toContain('added =2');
  });

  it('finds every copy of a sentence that stands under forty headings, all of them renamed', () => {
    const outline = (edition: number, copies: number) =>
      makeReportText(
        edition,
        Array.from({ length: copies }, (_, i) => ({
          key: `${edition}.${i}`,
          heading: `Subject ${i} of ${edition}`,
          texts: [PRISON],
        })),
      );
    const changesOf = (left: ReportText, right: ReportText) =>
      new Set(compare(left, right).comparison.pairs.map(({ change, shape }) => `${change} ${shape}`));
    expect(changesOf(outline(2021, 40), outline(2022, 40))).toEqual(new Set(['same single']));
    for (const [older, newer] of [
      [40, 70],
      [70, 40],
    ] as const) {
      const changes = changesOf(outline(2021, older), outline(2022, newer));
      expect(changes).not.toContain('removed single');
      expect(changes).not.toContain('added single');
    }
  });

  it('sees it too where one of the two was reworded on the way', () => {
    const reworded =
      'In spring the harbour commission let two monitors from the Lantern Society see three prisons.';
    const { told } = compare(
      report(2021, [PRISON, VISITS, FOOD]),
      report(2022, [`${PRISON} ${reworded}`, FOOD]),
    );
    expect(told).toEqual(['edited merge 1+2=1', 'same 3=2']);
  });

  it('sees that one sentence of a passage stands on in another, where it is news', () => {
    const carried = 'Inspectors counted ninety prisoners in the salt mine.';
    const left = report(2021, [`${VISITS} Doctors came rarely. ${carried}`, PRISON]);
    const right = report(2022, [`${PRISON} ${carried} Nobody was charged with any of it.`]);
    expect(compare(left, right).told).toEqual(['edited merge 1+2=1']);
  });

  it('links a sentence that stood twice in its section to the passage that still has it, but not across sections', () => {
    const carried = 'Inspectors counted ninety prisoners in the salt mine.';
    const right = report(2022, [`${PRISON} ${carried} Nobody was charged with any of it.`]);
    const twice = report(2021, [`${VISITS} Doctors came rarely. ${carried}`, `${PRISON} ${carried}`]);
    expect(compare(twice, right).told).toEqual(['edited merge 1+2=1']);
    const elsewhere = report(2021, [`${PRISON} ${carried}`], [`${STRIKE} Few ever did. ${carried}`]);
    expect(compare(elsewhere, right).told).toEqual(['edited 1=1', 'removed 2=']);
  });

  it('sees that a whole sentence went over from one pair into another', () => {
    const wandered = 'Inspectors counted ninety prisoners in the salt mine.';
    const left = report(2021, [`${PRISON} ${wandered}`, VISITS]);
    const right = report(2022, [PRISON, `${VISITS} ${wandered}`]);
    expect(compare(left, right).told).toEqual(['edited regrouped 1+2=1+2']);
    // A sentence that both passages have always had ties nothing together.
    const both = report(2021, [`${PRISON} ${wandered}`, `${VISITS} ${wandered}`]);
    expect(compare(both, right).told).toEqual(['edited 1=1', 'same 2=2']);
  });

  it('does not join so many passages for single sentences that nobody could read what differs', () => {
    const openings = [PRISON, VISITS, FOOD, JUDGES, STRIKE, PRESS];
    const tail = (i: number): string =>
      `Inspector ${i} of ward ${i} counted ${i}0 lamps, ${i}1 beds and ${i}2 keys.`;
    const left = report(
      2021,
      openings.map((opening, i) => `${opening} ${tail(i)}`),
    );
    const right = report(
      2022,
      openings.map((opening, i) => `${opening} ${tail((i + 1) % openings.length)}`),
    );
    const sizes = compare(left, right).comparison.pairs.map((pair) => pair.left.length + pair.right.length);
    expect(Math.max(...sizes)).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
  });

  it('does not take new content under the same long run-in label for an edit', () => {
    const label = 'Limits on What Members of the Press and Other Media May Print or Send';
    const { told } = compare(
      report(2021, [`${label}: ${PRESS}`]),
      report(2022, [`${label}: Fishermen on the outer islands could no longer buy any foreign newspapers.`]),
    );
    expect(told).toEqual(['added =1', 'removed 1=']);
  });

  it('never calls gone what stands there with three fifths of its runs, though that has a partner', () => {
    const near = STRIKE.replace('ten days', 'twelve days');
    const { told } = compare(report(2021, [], [STRIKE, near]), report(2022, [], [STRIKE]));
    expect(told).toEqual(['edited merge 1+2=1']);
  });

  it('says of what is gone where the topic still has text and which passage is nearest', () => {
    const { comparison } = compare(
      report(2021, [VISITS, PRISON], [STRIKE]),
      report(2022, [
        PRISON,
        'No monitors came, although letters were sent to every ministry in the capital during autumn.',
      ]),
    );
    const [visits, strike] = comparison.pairs.filter(({ change }) => change === 'removed');
    expect(visits?.absence).toMatchObject({
      nearest: { order: 2 },
      topicsWithText: ['prison-conditions'],
      topicsWithout: [],
    });
    expect(visits?.absence?.nearest?.difference.kept).toBeGreaterThan(0);
    expect(strike?.absence).toMatchObject({ topicsWithText: [], topicsWithout: ['worker-rights'] });
  });

  it('puts what was added behind what precedes it', () => {
    const { told } = compare(
      report(2021, [PRISON, FOOD], [STRIKE]),
      report(2022, [PRISON, VISITS, FOOD], [JUDGES, STRIKE]),
    );
    expect(told).toEqual(['same 1=1', 'added =2', 'same 2=3', 'added =4', 'same 3=5']);
  });

  it('takes a report in which one passage stands nine hundred times', () => {
    const copies = report(
      2021,
      Array.from({ length: 900 }, () => PRISON),
    );
    const { told } = compare(copies, copies);
    expect(told).toHaveLength(900);
    expect(told[899]).toBe('same 900=900');
  });
});
