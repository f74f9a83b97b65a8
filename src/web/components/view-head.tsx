import type { Child } from 'hono/jsx';
import { formatAreaChoice, formatYears, labelAreaChoice } from '../../domain/selection.ts';
import type { SearchRequest } from '../../workbench/search/search-request.ts';
import type { Site } from '../document.tsx';
import { passagesAddress } from '../search-view-addresses.ts';
import { SearchTabs, type SearchView } from './search-tabs.tsx';

/** What stands above a view of a search: the box, what narrows it, and the other views. */
export function ViewHead({
  site,
  request,
  view,
  title,
  children,
}: {
  readonly site: Site;
  readonly request: SearchRequest;
  readonly view: SearchView;
  readonly title: string;
  /** The view's own form instead of the box. */
  readonly children?: Child;
}) {
  return (
    <>
      <header class="page-head search-head">
        <h1>{title}</h1>
        {children ?? <ViewForm request={request} action={`/search/${view}`} />}
        <FilterLine site={site} request={request} />
      </header>
      <SearchTabs request={request} current={view} />
    </>
  );
}

function ViewForm({ request, action }: { readonly request: SearchRequest; readonly action: string }) {
  return (
    <search aria-label="All passages">
      <form class="view-form" action={action} method="get">
        <label class="unseen" for="view-q">
          Words to search for
        </label>
        <input
          type="search"
          id="view-q"
          name="q"
          value={request.text}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterkeyhint="search"
          data-search-box
        />
        <HiddenFilters request={request} />
        <button type="submit" class="primary">
          Show
        </button>
      </form>
    </search>
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

/** "Only in 2019–2021; Mali", and where that is changed. */
function FilterLine({ site, request }: { readonly site: Site; readonly request: SearchRequest }) {
  const { catalog } = site;
  const { years, areas, topics, sections } = request;
  const parts = [
    ...(years.length === 0
      ? []
      : [`editions ${formatYears(years).replaceAll('-', '–').replaceAll(',', ', ')}`]),
    ...areas.map((choice) => labelAreaChoice(choice, catalog)),
    ...topics.map((id) => `topic ${catalog.findTopic(id)?.label ?? id}`),
    ...sections.map((key) => `section ${key}`),
  ];
  if (parts.length === 0) return null;
  return (
    <p class="view-filters">
      Only: {parts.join('; ')}. <a href={passagesAddress(request)}>Change</a>
    </p>
  );
}
