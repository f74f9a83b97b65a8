import { raw } from 'hono/html';
import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import type { ComparisonView } from '../../domain/comparison-view.ts';
import type { Coverage } from '../../domain/coverage.ts';
import { describeCount, describeRemoved, WORTH_QUOTING } from '../../domain/describe-pair.ts';
import { groupGaps } from '../../domain/gap.ts';
import type { Removals } from '../../domain/removals.ts';
import { labelAreaChoice } from '../../domain/selection.ts';
import type { RemovalsRequest } from '../../workbench/compare/list-removals.ts';
import { formatComparisonFilter } from '../../workbench/compare/read-comparison-filter.ts';
import { formatRemovals, type RemovalsParameters } from '../../workbench/compare/read-removals-request.ts';
import { removalsAddress, removalsListAddress } from '../addresses.ts';
import { ComparedReports } from '../components/compared-reports.tsx';
import { ComparisonDownloads } from '../components/comparison-downloads.tsx';
import { CopyAddress } from '../components/copy-address.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { GapList } from '../components/gap-list.tsx';
import { PageNumbers } from '../components/page-numbers.tsx';
import { RemovalsForm } from '../components/removals-form.tsx';
import { SampleMark } from '../components/sample-banner.tsx';
import type { Site } from '../document.tsx';
import { formatCount, UNOFFICIAL_NOTICE } from '../plain-words.ts';

/** What is gone between two editions, country by country, some countries a page. */
export function RemovalsListPage({
  site,
  coverage,
  typed,
  request,
  removals,
  compared,
  page,
  pageSize,
}: {
  readonly site: Site;
  readonly coverage: Coverage;
  readonly typed: RemovalsParameters;
  readonly request: RemovalsRequest;
  readonly removals: Removals;
  /** Of this page, each with its table, escaped; empty if nothing was removed. */
  readonly compared: readonly { readonly view: ComparisonView; readonly table: string }[];
  readonly page: number;
  readonly pageSize: number;
}) {
  const { from, to, areas, gaps, topics, library } = removals;
  const query = formatRemovals(request);
  const names = request.areas.map((choice) => labelAreaChoice(choice, site.catalog));
  const pages = Math.ceil(areas.length / pageSize);
  const withReworded = request.filter.only?.includes('edited') === true;
  return (
    <div class="wrap removals-page removals-list">
      <header class="page-head">
        <h1>
          Removed between {from} and {to}
        </h1>
        <p class="subtitle">
          {names.length > 6
            ? formatCount(areas.length, 'country or area', 'countries and areas')
            : names.join('; ')}
          {topics === null ? '' : `. Only ${topics.join('; ')}`}
        </p>
        <p class="print-only">{UNOFFICIAL_NOTICE}</p>
      </header>
      <p class="counts">
        {areas.length === 0
          ? 'Nothing could be compared: of no country or area asked for are both reports held.'
          : `${formatCount(areas.length, 'country or area', 'countries and areas')} compared: each passage of the ${from} report was looked for in the whole of the ${to} report.${from === to ? ' Both are the same, so that nothing can have been removed.' : ''}`}
      </p>
      <p class="absence-notice">{ABSENCE_NOTE}</p>
      <details class="edit-panel">
        <summary>Ask for others</summary>
        <RemovalsForm site={site} coverage={coverage} typed={{ ...typed, areas: names }} />
      </details>
      {areas.length === 0 ? null : (
        <p class="chart-note">
          The left column quotes what stood there; the right one says where it was looked for and quotes the
          nearest passage that remains if at least {WORTH_QUOTING * 100}% of the words of both are the same.{' '}
          {withReworded
            ? 'Reworded passages stand among them, words that are gone struck through and words that are new underlined.'
            : ''}
        </p>
      )}
      <GapList groups={groupGaps(gaps, site.catalog)} />
      {pages < 2 ? null : (
        <nav class="page-areas" aria-label="Countries and areas on this page">
          <ul>
            {compared.map(({ view }) => (
              <li>
                <a href={`#area-${view.area.id}`}>{view.area.name}</a>{' '}
                <small>{describeCount(view.counts.removed.passages, 'passage')}</small>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {compared.map(({ view, table }) => (
        <AreaRemovals view={view} table={table} request={request} />
      ))}
      <PageNumbers
        name="Countries and areas"
        page={page}
        labels={Array.from({ length: pages }, (_, i) => {
          const first = areas[i * pageSize]?.name ?? '';
          const last = areas[Math.min(areas.length, (i + 1) * pageSize) - 1]?.name ?? '';
          return first === last ? first : `${first} to ${last}`;
        })}
        addressOf={(number) => removalsListAddress(query, number)}
      />
      <div class="custom-tools">
        <div>
          <CopyAddress
            id="address"
            label="The address of this page"
            address={site.origin + removalsListAddress(query, page)}
          />
          <p class="hint">
            Made from version <code>{library.version}</code> of the library. To name both versions of a text
            for ever, take the lasting address of the country’s own chart.
          </p>
        </div>
        {areas.length === 0 ? null : (
          <ComparisonDownloads
            formats={['pdf', 'docx', 'txt', 'md', 'csv', 'json']}
            addressOf={(format) => removalsListAddress(query, 1, format)}
          />
        )}
      </div>
    </div>
  );
}

function AreaRemovals({
  view,
  table,
  request,
}: {
  readonly view: ComparisonView;
  readonly table: string;
  readonly request: RemovalsRequest;
}) {
  const { area, left, right } = view;
  const own = removalsAddress(
    area.id,
    { edition: left.edition.year, version: null },
    { edition: right.edition.year, version: null },
    formatComparisonFilter(
      { only: request.filter.only?.includes('edited') === true ? request.filter.only : null, all: false },
      request.topics,
    ),
  );
  return (
    <section class="area-removals" aria-labelledby={`area-${area.id}`}>
      <h2 id={`area-${area.id}`} tabindex={-1}>
        <a href={own}>{area.name}</a>
      </h2>
      {area.kind === 'sample' ? <SampleMark /> : null}
      <ComparedReports view={view} within={area.id} />
      <p class="counts">{describeRemoved(view)}</p>
      {table === '' ? <p class="nothing-shown">Nothing was removed.</p> : raw(table)}
    </section>
  );
}

/** The way in: which editions, where, on what. */
export function RemovalsStart({
  site,
  coverage,
  typed,
  problems,
}: {
  readonly site: Site;
  readonly coverage: Coverage;
  readonly typed: RemovalsParameters;
  readonly problems: readonly string[];
}) {
  return (
    <div class="wrap">
      <header class="page-head">
        <h1>What was removed</h1>
        <p class="lead">
          Passages of an older edition that a newer one no longer has, in one country, a region or everywhere,
          each quoted and cited beside the nearest passage that remains.
        </p>
      </header>
      <ErrorSummary
        anchors="removed-"
        problems={problems.map((problem) => {
          const [, field = 'from', said = problem] = /^([a-z]+): (.*)$/s.exec(problem) ?? [];
          return { field, message: said.charAt(0).toUpperCase() + said.slice(1) };
        })}
      />
      <RemovalsForm site={site} coverage={coverage} typed={typed} />
      <p class="hint">
        Any two editions will do, not only neighbours. {ABSENCE_NOTE} To see everything that changed in one
        report, <a href="/compare">compare editions</a>.
      </p>
    </div>
  );
}
