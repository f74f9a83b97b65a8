import type { SearchWidening } from '../../domain/search-answer.ts';
import type { TrendGap, TrendSeries } from '../../workbench/search/find-trend.ts';
import type { SearchRequest } from '../../workbench/search/search-request.ts';
import { nameQuery } from '../../workbench/search/search-tables.ts';
import { searchAddress } from '../addresses.ts';
import { describeDenominator, describeHits, Searched } from '../components/search/search-counts.tsx';
import { ViewHead } from '../components/search/view-head.tsx';
import { formatValue, letterOf, MEASURE_WORDS, SeriesSign, TrendChart } from '../components/trend-chart.tsx';
import { TrendForm } from '../components/trend-form.tsx';
import { ViewFiles } from '../components/view-files.tsx';
import type { Site } from '../document.tsx';
import { formatNumber } from '../plain-words.ts';
import { TREND_MEASURES, type TrendMeasure, trendAddress } from '../search-view-addresses.ts';

const GAP_WORDS: Readonly<Record<TrendGap['reason'], string>> = {
  'published-not-held': 'published, not held',
  'not-published': 'not published',
  'nothing-under-filters': 'nothing under these filters',
};

/** One query or several through the editions: a chart, and all its numbers as a table. */
export function TrendPage({
  site,
  series,
  measure,
  request,
}: {
  readonly site: Site;
  readonly series: readonly TrendSeries[];
  readonly measure: TrendMeasure;
  /** What is shown elsewhere by the tabs: the first query with the filters. */
  readonly request: SearchRequest;
}) {
  const requests = series.map((one) => one.request);
  return (
    <div class="wrap search-page">
      <ViewHead
        site={site}
        request={request}
        view="trend"
        title="Search: over time"
        widenings={listWidenings(series)}
        addressOf={(one) =>
          trendAddress(
            requests.map(({ text }) => ({ ...one, text })),
            measure,
          )
        }
      >
        <TrendForm request={request} texts={requests.map(({ text }) => text)} measure={measure} />
      </ViewHead>
      <section aria-labelledby="results">
        <h2 id="results" class="trend-head">
          {MEASURE_WORDS[measure]} by edition
        </h2>
        <nav class="search-orders" aria-label="What is counted">
          <ul>
            {TREND_MEASURES.map((one) => (
              <li>
                <a href={trendAddress(requests, one)} aria-current={one === measure ? 'true' : undefined}>
                  {MEASURE_WORDS[one]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <figure class="trend-figure">
          <TrendChart series={series} measure={measure} />
          <figcaption>
            <SeriesList series={series} />
            <GapLine series={series} />
          </figcaption>
        </figure>
      </section>
      <TrendTable series={series} measure={measure} />
      <ViewFiles
        site={site}
        what="The numbers"
        address={trendAddress(requests, measure)}
        fileAddress={(format) => trendAddress(requests, measure, format)}
      />
    </div>
  );
}

/** What widened the queries, each once. */
function listWidenings(series: readonly TrendSeries[]): SearchWidening[] {
  const all = series.flatMap(({ query }) => query.widenings);
  return [...new Map(all.map((one) => [`${one.typed} ${one.added.join()}`, one])).values()];
}

function SeriesList({ series }: { readonly series: readonly TrendSeries[] }) {
  return (
    <ol class="series-list">
      {series.map((one, i) => (
        <li>
          <p class="series-name">
            <SeriesSign series={i} /> {series.length > 1 ? `${letterOf(i)} ` : ''}
            <a href={searchAddress(one.request)}>{nameQuery(one.query)}</a>
          </p>
          <div class="search-counts">
            <p>{describeHits(one)}</p>
            <Searched query={one.query} />
            <p class="denominator">
              {describeDenominator(one)}; library version <code>{one.library.version}</code>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** "2020: published, not held." Said of the editions that break a line. */
function GapLine({ series }: { readonly series: readonly TrendSeries[] }) {
  const gaps = new Map(series.flatMap((one) => one.gaps.map(({ edition, reason }) => [edition, reason])));
  if (gaps.size === 0) return null;
  const text = [...gaps]
    .sort(([a], [b]) => a - b)
    .map(([edition, reason]) => `${edition}: ${GAP_WORDS[reason]}`);
  return <p class="gap-line">Not counted, which is not the same as nothing reported: {text.join('; ')}.</p>;
}

function TrendTable({
  series,
  measure,
}: {
  readonly series: readonly TrendSeries[];
  readonly measure: TrendMeasure;
}) {
  const mark = (one: TrendMeasure): string => (one === measure ? 'number shown' : 'number');
  return (
    <section class="table-frame" aria-labelledby="trend-caption" tabindex={0}>
      <table class="plain-table trend-table">
        <caption id="trend-caption">Library version {versionOf(series)}</caption>
        <thead>
          <tr>
            <th scope="col">Edition</th>
            <th scope="col" class="number">
              Passages
            </th>
            <th scope="col" class="number">
              of passages
            </th>
            <th scope="col" class="number">
              Reports with a hit
            </th>
            <th scope="col" class="number">
              of reports
            </th>
            <th scope="col" class="number">
              Per 100,000 words
            </th>
            <th scope="col" class="number">
              Words searched
            </th>
          </tr>
        </thead>
        {series.map((one, i) => (
          <tbody>
            {series.length > 1 ? (
              <tr>
                <th scope="rowgroup" colspan={7} class="trend-query">
                  {letterOf(i)} {nameQuery(one.query)}
                </th>
              </tr>
            ) : null}
            {listRows(one).map((row) =>
              'reason' in row ? (
                <tr>
                  <th scope="row">{row.edition}</th>
                  <td colspan={6} class="absent">
                    {GAP_WORDS[row.reason]}
                  </td>
                </tr>
              ) : (
                <tr>
                  <th scope="row">{row.edition}</th>
                  <td class={mark('passages')}>
                    <a href={searchAddress({ ...one.request, years: [row.edition] })}>
                      {formatNumber(row.passages)}
                    </a>
                  </td>
                  <td class="number absent">{formatNumber(row.denominator.passages)}</td>
                  <td class={mark('reports')}>{formatNumber(row.reports)}</td>
                  <td class="number absent">{formatNumber(row.denominator.reports)}</td>
                  <td class={mark('rate')}>{row.rate === null ? '–' : formatValue(row.rate, 'rate')}</td>
                  <td class="number absent">{formatNumber(row.denominator.words)}</td>
                </tr>
              ),
            )}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function listRows({ points, gaps }: TrendSeries) {
  return [...points, ...gaps].sort((a, b) => a.edition - b.edition);
}

function versionOf(series: readonly TrendSeries[]): string {
  return series[0]?.library.version ?? '';
}
