import { CONTEXT_WORDS, type ConcordanceLine, type ConcordanceSort } from '../../domain/concordance.ts';
import type { Concordance } from '../../workbench/search/find-concordance.ts';
import type { SearchRequest } from '../../workbench/search/search-request.ts';
import { markedReportAddress } from '../addresses.ts';
import { SearchCounts } from '../components/search/search-counts.tsx';
import { ViewHead } from '../components/search/view-head.tsx';
import { ViewFiles } from '../components/view-files.tsx';
import type { Site } from '../document.tsx';
import { formatCount, formatNumber } from '../plain-words.ts';
import { concordanceAddress } from '../search-view-addresses.ts';

const SORTS: readonly (readonly [sort: ConcordanceSort, name: string])[] = [
  ['place', 'place'],
  ['left', 'word to the left'],
  ['right', 'word to the right'],
];

/** Keyword in context: a line for each match, aligned on it. */
export function ConcordancePage({
  site,
  concordance,
}: {
  readonly site: Site;
  readonly concordance: Concordance;
}) {
  const { request, sort, lines, passages } = concordance;
  return (
    <div class="wrap search-page kwic-page">
      <ViewHead
        site={site}
        request={request}
        view="concordance"
        title="Search: in context"
        widenings={concordance.query.widenings}
        addressOf={(one) => concordanceAddress(one, sort)}
      />
      {concordance.restarted ? (
        <p class="restarted" role="status">
          The library has changed since this list was begun, so it begins again here.
        </p>
      ) : null}
      <SearchCounts count={concordance} />
      {lines.length === 0 ? (
        passages === 0 ? null : (
          <p>
            What was found are headings or filters: no word of the text of these passages was asked for, so
            there is no line to show.
          </p>
        )
      ) : (
        <>
          <div class="results-bar">
            <p>{describeLines(concordance)}</p>
            <label class="kwic-whole">
              <input type="checkbox" id="kwic-whole" /> Whole lines
            </label>
            <SortLinks request={request} sort={sort} />
          </div>
          <Limit concordance={concordance} />
          <section class="kwic-frame" aria-labelledby="kwic-caption">
            <table class="kwic">
              <caption id="kwic-caption" class="unseen">
                Matches with up to {CONTEXT_WORDS} words on either side
              </caption>
              <colgroup>
                <col class="kwic-col-place" />
                <col />
                <col />
              </colgroup>
              <thead class="unseen">
                <tr>
                  <th scope="col">Report</th>
                  <th scope="col">Before</th>
                  <th scope="col">Match, and what follows</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <Line line={line} request={request} />
                ))}
              </tbody>
            </table>
          </section>
          <Paging concordance={concordance} />
        </>
      )}
      <ViewFiles
        site={site}
        what="All lines"
        address={concordanceAddress(request, sort)}
        fileAddress={(format) => concordanceAddress(request, sort, { format })}
      />
    </div>
  );
}

function Line({ line, request }: { readonly line: ConcordanceLine; readonly request: SearchRequest }) {
  const { report, section, left, match, right } = line;
  const place = `${report.areaName}, ${report.edition}`;
  return (
    <tr>
      <th scope="row">
        <a
          href={markedReportAddress(report, request, line)}
          title={`${place}, ${section}, passage ${line.number}`}
        >
          {place}
        </a>
      </th>
      <td class="kwic-left">
        <bdi dir="ltr">{left}</bdi>
      </td>
      <td class="kwic-right">
        <mark>{match}</mark>
        {right}
      </td>
    </tr>
  );
}

function SortLinks({ request, sort }: { readonly request: SearchRequest; readonly sort: ConcordanceSort }) {
  return (
    <nav class="search-orders" aria-label="Order of the lines">
      <ul>
        <li>Sort by:</li>
        {SORTS.map(([one, name]) => (
          <li>
            <a href={concordanceAddress(request, one)} aria-current={one === sort ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** "Lines 101–200 of 5,321" */
function describeLines({ first, lines, total }: Concordance): string {
  const last = first + lines.length - 1;
  const range =
    last === first ? `Line ${formatNumber(first)}` : `Lines ${formatNumber(first)}–${formatNumber(last)}`;
  return total === null ? range : `${range} of ${formatNumber(total)}`;
}

/** Said where not all passages took part. */
function Limit({ concordance }: { readonly concordance: Concordance }) {
  const { sort, fromPassages, passages } = concordance;
  if (fromPassages >= passages) return null;
  return (
    <p class="kwic-limit">
      {sort === 'place'
        ? `Lines of the first ${formatCount(fromPassages, 'passage')} of ${formatNumber(passages)} can be paged through here.`
        : `Only the lines of the first ${formatCount(fromPassages, 'passage')} of ${formatNumber(passages)} were put in order: narrow the search to have all in order.`}{' '}
      The files hold all lines.
    </p>
  );
}

function Paging({ concordance }: { readonly concordance: Concordance }) {
  const { request, sort, previous, next } = concordance;
  if (previous === null && next === null) return null;
  return (
    <nav class="paging" aria-label="Pages">
      <span>
        {previous === null ? null : (
          <a href={concordanceAddress(request, sort, { cursor: previous })} rel="prev">
            ← Lines before
          </a>
        )}
      </span>
      <span>
        {next === null ? null : (
          <a href={concordanceAddress(request, sort, { cursor: next })} rel="next">
            More lines →
          </a>
        )}
      </span>
    </nav>
  );
}
