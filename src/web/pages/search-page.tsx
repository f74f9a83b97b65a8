import type { Child } from 'hono/jsx';
import type { SearchAnswer } from '../../workbench/search/search-passages.ts';
import { searchAddress } from '../addresses.ts';
import { ErrorSummary, type FieldProblem } from '../components/error-summary.tsx';
import { GuideTable } from '../components/search/guide-table.tsx';
import { HitItem } from '../components/search/hit-item.tsx';
import { SearchChips } from '../components/search/search-chips.tsx';
import { SearchCounts } from '../components/search/search-counts.tsx';
import { SearchFacets } from '../components/search/search-facets.tsx';
import { SearchForm } from '../components/search/search-form.tsx';
import { describePage, OrderLinks, Paging } from '../components/search/search-paging.tsx';
import { SearchReliefs } from '../components/search/search-reliefs.tsx';
import { SearchTabs } from '../components/search/search-tabs.tsx';
import { FileLinks } from '../components/view-files.tsx';
import type { Site } from '../document.tsx';
import { formatCount } from '../plain-words.ts';
import { fillFields, type SearchFields } from '../search-state.ts';

/** What a search found: passages with marks, counts, and what narrows them. */
export function SearchPage({ site, answer }: { readonly site: Site; readonly answer: SearchAnswer }) {
  const { request, hits, first, passages } = answer;
  return (
    <div class="wrap search-page">
      <SearchHead>
        <SearchForm site={site} fields={fillFields(request, site.catalog)} />
        <SearchChips site={site} request={request} widenings={answer.query.widenings} />
      </SearchHead>
      <SearchTabs request={request} current="passages" />
      <div class="search-layout">
        <SearchFacets site={site} answer={answer} />
        <div class="search-results">
          {answer.restarted ? (
            <p class="restarted" role="status">
              The library has changed since this list was begun, so it begins again here.
            </p>
          ) : null}
          <SearchCounts count={answer} />
          {passages === 0 ? (
            <SearchReliefs reliefs={answer.reliefs} />
          ) : (
            <>
              <div class="results-bar">
                <p>{describePage(answer)}</p>
                {passages > 1 ? <OrderLinks request={request} /> : null}
              </div>
              <ol class="hits" start={first}>
                {hits.map((hit) => (
                  <HitItem site={site} hit={hit} request={request} />
                ))}
              </ol>
              <Paging answer={answer} />
            </>
          )}
          {passages === 0 ? null : (
            <FileLinks
              what={passages === 1 ? 'The passage' : `All ${formatCount(passages, 'passage')}`}
              fileAddress={(format) => searchAddress(request, format)}
            />
          )}
          <p class="print-only">
            {site.origin}
            {searchAddress(request)}
          </p>
        </div>
      </div>
    </div>
  );
}

/** Before anything is asked: the box, and what can be typed into it. */
export function SearchStartPage({ site }: { readonly site: Site }) {
  const { stamp, catalog } = site;
  const empty = { text: '', years: [], areas: [], topics: [], sections: [] } as const;
  const fields = fillFields({ ...empty, order: 'relevance', spellings: true }, catalog);
  return (
    <div class="wrap search-page">
      <SearchHead
        lead={`Find every passage on a thing, in every edition. Each is shown with its place and an address to cite it by; every count with what was searched, in ${formatCount(stamp.passages, 'passage')} of ${formatCount(stamp.reports, 'report')}.`}
      >
        <SearchForm site={site} fields={fields} guide={false} />
      </SearchHead>
      <section class="search-guide" aria-labelledby="how">
        <h2 id="how">What can be typed</h2>
        <GuideTable site={site} />
        <p>
          <a href="/search/help">All about searching</a>
        </p>
      </section>
    </div>
  );
}

/** What cannot be searched as it stands, all of it at once; the form keeps what was typed. */
export function SearchProblemPage({
  site,
  fields,
  problems,
}: {
  readonly site: Site;
  readonly fields: SearchFields;
  readonly problems: readonly FieldProblem[];
}) {
  return (
    <div class="wrap search-page">
      <SearchHead>
        <ErrorSummary problems={problems} anchors="search-" />
        <SearchForm site={site} fields={fields} open={problems.some(({ field }) => field !== 'q')} />
      </SearchHead>
    </div>
  );
}

function SearchHead({ lead, children }: { readonly lead?: string; readonly children?: Child }) {
  return (
    <header class="page-head search-head">
      <h1>Search</h1>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
      {children}
    </header>
  );
}
