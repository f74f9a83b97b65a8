import { describe, expect, it } from 'vitest';
import { compareReports } from '../../src/compare/compare-reports.ts';
import {
  listEndings,
  listNeighbourLinks,
  readHistory,
  traceLineage,
} from '../../src/compare/trace-lineage.ts';
import type { ReportText } from '../../src/domain/comparison.ts';
import type { AreaLineage, NeighbourLinks } from '../../src/domain/lineage.ts';
import { makeReportText } from './report-text.ts';

const QUAY =
  'Customs officers on the old quay searched fishing boats without a warrant and took part of the catch.';
const SCHOOL =
  'Schools of the hill villages taught in Quendal until the ministry withdrew the printed primers.';
const LAMP =
  'The lamp tax was collected twice from widows, and the ombudsman received forty complaints about it.';
const RADIO =
  'One radio station broadcast from the islands; its mast was cut down by unknown persons in a night of May.';

function report(edition: number, texts: readonly string[], elsewhere: readonly string[] = []): ReportText {
  return makeReportText(edition, [
    { key: '1', heading: 'One', topic: 'one', texts },
    { key: '2', heading: 'Two', topic: 'two', texts: elsewhere },
  ]);
}

function link(left: ReportText, right: ReportText): NeighbourLinks {
  return listNeighbourLinks(compareReports(left, right), left, right);
}

function trace(reports: readonly ReportText[]): AreaLineage {
  return traceLineage(
    reports.slice(1).flatMap((right, i) => {
      const left = reports[i];
      return left === undefined ? [] : [link(left, right)];
    }),
  );
}

const QUAY_LATER = QUAY.replace('took part of the catch', 'kept a third of the catch');
const reports = [
  report(2018, [QUAY, SCHOOL]),
  report(2019, [QUAY, SCHOOL, LAMP]),
  report(2021, [QUAY_LATER, LAMP], [RADIO]),
  report(2022, [LAMP], [RADIO, QUAY_LATER]),
];

describe('a passage followed through the editions', () => {
  const lineage = trace(reports);

  it('is told edition by edition: as it was, reworded, moved', () => {
    const history = readHistory(lineage, 2021, 1);
    expect(history.map(({ edition, order }) => `${edition}:${order}`)).toEqual([
      '2018:1',
      '2019:1',
      '2021:1',
      '2022:3',
    ]);
    expect(history.map(({ previous }) => previous?.same ?? null)).toEqual([null, true, false, true]);
    expect(history.map(({ previous }) => previous?.moved ?? null)).toEqual([null, null, null, 'section']);
    expect(history[2]?.previous?.score).toBeLessThan(1);
  });

  it('has the same history from whichever edition it is asked', () => {
    for (const { edition, order } of readHistory(lineage, 2018, 1))
      expect(readHistory(lineage, edition, order)).toEqual(readHistory(lineage, 2018, 1));
  });

  it('knows when it was first and last reported, and since when it stands word for word', () => {
    const [, , editions2021, editions2022] = lineage.passages;
    expect(editions2022?.[2]).toMatchObject({ first: 2018, since: 2021, editionsUnchanged: 2, last: 2022 });
    expect(editions2021?.[1]).toMatchObject({ first: 2019, since: 2019, editionsUnchanged: 2, last: 2022 });
    expect(lineage.passages[0]?.[1]).toMatchObject({ first: 2018, since: 2018, last: 2019 });
    expect(lineage.passages[0]?.[0]).toMatchObject({ last: 2022 });
  });

  it('is listed where it ends, the newest edition first; what stands in the last one has not ended', () => {
    expect(listEndings(lineage).map(({ edition, order }) => `${edition}:${order}`)).toEqual(['2019:2']);
  });

  it('goes on in both parts when it is split, and its history follows the larger', () => {
    const parts =
      'Boats were searched at dawn as well. Nets were burned in three harbours of the south in June and July.';
    const split = trace([report(2021, [`${QUAY} ${parts}`]), report(2022, [QUAY, parts])]);
    expect(split.passages[1]?.map(({ previous, first }) => [previous?.order, first])).toEqual([
      [1, 2021],
      [1, 2021],
    ]);
    expect(readHistory(split, 2021, 1)).toHaveLength(2);
    expect(listEndings(split)).toEqual([]);
  });

  it('is the same however the editions came in: a new one only needs its neighbours', () => {
    const [a, b, c, d] = reports;
    if (a === undefined || b === undefined || c === undefined || d === undefined)
      throw new Error('four reports');
    const kept = [link(a, b), link(b, d)];
    const withNew = [kept[0], link(b, c), link(c, d)].filter((one) => one !== undefined);
    expect(traceLineage(withNew)).toEqual(lineage);
  });

  it('cannot be put together from comparisons that do not follow each other', () => {
    const [a, b, c, d] = reports;
    if (a === undefined || b === undefined || c === undefined || d === undefined)
      throw new Error('four reports');
    expect(() => traceLineage([link(a, b), link(c, d)])).toThrow('does not follow');
    expect(() => traceLineage([])).toThrow('two editions');
  });

  it('goes on where a later edition has again what one or more between had left out', () => {
    const returned = trace([
      report(2018, [QUAY, SCHOOL, LAMP]),
      report(2019, [QUAY, LAMP]),
      report(2020, [QUAY, LAMP]),
      report(2021, [QUAY, LAMP], [SCHOOL.replace('withdrew', 'forbade')]),
      report(2022, [QUAY, LAMP], [SCHOOL.replace('withdrew', 'forbade')]),
    ]);
    const history = readHistory(returned, 2018, 2);
    expect(history.map(({ edition, order }) => `${edition}:${order}`)).toEqual([
      '2018:2',
      '2021:3',
      '2022:3',
    ]);
    expect(readHistory(returned, 2022, 3)).toEqual(history);
    expect(history.map(({ first, since, last }) => [first, since, last])).toEqual([
      [2018, 2018, 2022],
      [2018, 2021, 2022],
      [2018, 2021, 2022],
    ]);
    expect(history[1]?.previous).toMatchObject({ edition: 2018, same: false, moved: null });
    expect(listEndings(returned)).toEqual([]);
  });

  it('begins anew where only the words of a short passage, or few of its words, come back', () => {
    const short = 'There were no such reports.';
    const other =
      'Schools of the hill villages taught in Quendal, and two new ones were opened by the fishers.';
    const anew = trace([
      report(2018, [QUAY, SCHOOL, short]),
      report(2019, [QUAY]),
      report(2020, [QUAY, other, short]),
    ]);
    expect(anew.passages[2]?.map(({ first }) => first)).toEqual([2018, 2020, 2020]);
  });

  it('comes back once: of two alike that had gone, the later one goes on', () => {
    const twice = trace([
      report(2018, [QUAY, SCHOOL]),
      report(2019, [QUAY, LAMP]),
      report(2020, [QUAY, SCHOOL]),
      report(2021, [QUAY]),
      report(2022, [QUAY, SCHOOL]),
    ]);
    expect(readHistory(twice, 2022, 2).map(({ edition }) => edition)).toEqual([2018, 2020, 2022]);
    expect(listEndings(twice).map(({ edition, order }) => `${edition}:${order}`)).toEqual(['2019:2']);
  });

  it('of a passage that is not there is empty', () => {
    expect(readHistory(lineage, 2018, 9)).toEqual([]);
    expect(readHistory(lineage, 1999, 1)).toEqual([]);
  });
});
