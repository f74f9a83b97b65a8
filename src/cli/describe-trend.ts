import type { TrendSeries } from '../workbench/search/find-trend.ts';
import { formatSearch } from '../workbench/search/search-request.ts';
import { describeCountHead } from './describe-count.ts';
import { formatCount, renderTextTable } from './text-table.ts';

const COLUMNS = [
  'Edition',
  'Passages',
  'Reports',
  'Per 100,000 words',
  'Of passages',
  'Of reports',
  'Of words',
].map((heading) => ({ heading, align: 'right' as const }));

/** For each query a table by edition. */
export function describeTrend(series: readonly TrendSeries[]): string {
  return series
    .map(({ request, points, ...count }) => {
      const rows = points.map(({ edition, passages, reports, rate, denominator }) => [
        String(edition),
        formatCount(passages),
        formatCount(reports),
        rate === null ? '–' : formatRate(rate),
        formatCount(denominator.passages),
        formatCount(denominator.reports),
        formatCount(denominator.words),
      ]);
      return `${describeCountHead(count, formatSearch(request))}\n${renderTextTable(COLUMNS, rows)}`;
    })
    .join('\n');
}

function formatRate(rate: number): string {
  return rate.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
