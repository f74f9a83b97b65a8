import type { TrendGap, TrendSeries } from '../workbench/search/find-trend.ts';
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

const GAP_WORDS: Readonly<Record<TrendGap['reason'], string>> = {
  'published-not-held': 'published, not held',
  'not-published': 'not published',
  'nothing-under-filters': 'nothing under these filters',
};

/** For each query a table by edition, and the editions that could not be counted. */
export function describeTrend(series: readonly TrendSeries[]): string {
  return series
    .map(({ request, points, gaps, ...count }) => {
      const rows = points.map(({ edition, passages, reports, rate, denominator }) => [
        String(edition),
        formatCount(passages),
        formatCount(reports),
        rate === null ? '–' : formatRate(rate),
        formatCount(denominator.passages),
        formatCount(denominator.reports),
        formatCount(denominator.words),
      ]);
      const table = renderTextTable(COLUMNS, rows);
      return `${describeCountHead(count, formatSearch(request))}\n${table}${describeGaps(gaps)}`;
    })
    .join('\n');
}

/** Not counted is not the same as nothing reported. */
function describeGaps(gaps: readonly TrendGap[]): string {
  if (gaps.length === 0) return '';
  return `Not counted: ${gaps.map(({ edition, reason }) => `${edition} (${GAP_WORDS[reason]})`).join(', ')}.\n`;
}

function formatRate(rate: number): string {
  return rate.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
