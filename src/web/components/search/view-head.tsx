import type { Child } from 'hono/jsx';
import type { SearchWidening } from '../../../domain/search-answer.ts';
import { formatAreaChoice, formatYears } from '../../../domain/selection.ts';
import { formatSearch, isEmptySearch, type SearchRequest } from '../../../workbench/search/search-request.ts';
import type { Site } from '../../document.tsx';
import { fillFields } from '../../search-state.ts';
import { SearchChips } from './search-chips.tsx';
import { SearchForm } from './search-form.tsx';
import { SearchTabs, type SearchView } from './search-tabs.tsx';

/** What stands above a view of a search: the box, what narrows it, and the other views. */
export function ViewHead({
  site,
  request,
  view,
  title,
  widenings = [],
  addressOf = (one) => `/search/${view}?${formatSearch(one)}`,
  children,
}: {
  readonly site: Site;
  readonly request: SearchRequest;
  readonly view: SearchView;
  readonly title: string;
  readonly widenings?: readonly SearchWidening[];
  /** The view of another search. */
  readonly addressOf?: (request: SearchRequest) => string;
  /** The view's own form instead of the box. */
  readonly children?: Child;
}) {
  return (
    <>
      <header class="page-head search-head">
        <h1>{title}</h1>
        {children ?? (
          <SearchForm site={site} fields={fillFields(request, site.catalog)} action={`/search/${view}`} />
        )}
        <SearchChips site={site} request={request} widenings={widenings} addressOf={addressOf} />
      </header>
      {isEmptySearch(request) ? null : <SearchTabs request={request} current={view} />}
    </>
  );
}

/** The filters of a search, sent along with a form. */
export function HiddenFilters({ request }: { readonly request: SearchRequest }) {
  const { years, areas, topics, sections, order, spellings } = request;
  const fields: readonly (readonly [name: string, value: string])[] = [
    ['years', formatYears(years)],
    ['areas', areas.map(formatAreaChoice).join(',')],
    ['topics', topics.join(',')],
    ['sections', sections.join(',')],
    ['order', order === 'relevance' ? '' : order],
    ['spellings', spellings ? '' : 'off'],
  ];
  return (
    <>
      {fields.map(([name, value]) =>
        value === '' ? null : <input type="hidden" name={name} value={value} />,
      )}
    </>
  );
}
