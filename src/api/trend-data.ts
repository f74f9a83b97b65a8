import type { TrendSeries } from '../workbench/search/find-trend.ts';
import { formatSearch } from '../workbench/search/search-request.ts';
import type { DataDocument } from './data-document.ts';
import { describeSearchCount, listCountNotes } from './search-count-data.ts';

/** Queries through the editions: a row for each pair; where nothing could be counted, the numbers are left empty. */
export function describeTrend(series: readonly TrendSeries[]): DataDocument {
  return {
    title: 'Through the editions',
    notes: series.flatMap((one) => listCountNotes(one).map((note) => `${one.query.text}: ${note}`)),
    json: {
      series: series.map(({ request, points, gaps, ...count }) => ({
        ...describeSearchCount(count),
        search: formatSearch(request),
        points: points.map(({ rate, ...point }) => ({ ...point, rate: roundRate(rate) })),
        gaps,
      })),
    },
    columns: [
      'query',
      'edition',
      'state',
      'passages',
      'reports',
      'rate',
      'of_passages',
      'of_reports',
      'of_words',
      'library',
    ],
    rows: series.flatMap(({ query, points, gaps, library }) =>
      [
        ...points.map(({ edition, passages, reports, rate, denominator }) => [
          query.text,
          edition,
          'counted',
          passages,
          reports,
          roundRate(rate),
          denominator.passages,
          denominator.reports,
          denominator.words,
          library.version,
        ]),
        ...gaps.map(({ edition, reason }) => [
          query.text,
          edition,
          reason,
          null,
          null,
          null,
          null,
          null,
          null,
          library.version,
        ]),
      ].sort((a, b) => Number(a[1]) - Number(b[1])),
    ),
  };
}

/** Four decimals, in every format alike. */
function roundRate(rate: number | null): number | null {
  return rate === null ? null : Math.round(rate * 10_000) / 10_000;
}
