import type { SearchRequest } from '../../../workbench/search/search-request.ts';
import { searchAddress } from '../../addresses.ts';
import { concordanceAddress, gridAddress, trendAddress } from '../../search-view-addresses.ts';

/** The ways to look at what a search finds, each at an address of its own. */
const VIEWS = [
  ['passages', 'Passages', (request: SearchRequest) => searchAddress(request)],
  ['concordance', 'In context', (request: SearchRequest) => concordanceAddress(request, 'place')],
  ['trend', 'Over time', (request: SearchRequest) => trendAddress([request], 'passages')],
  ['grid', 'Where', (request: SearchRequest) => gridAddress(request, 'area')],
] as const;

export type SearchView = (typeof VIEWS)[number][0];

/** One search, looked at in several ways. */
export function SearchTabs({
  request,
  current,
}: {
  readonly request: SearchRequest;
  readonly current: SearchView;
}) {
  return (
    <nav class="search-tabs" aria-label="Ways to look at the results">
      <ul>
        {VIEWS.map(([view, name, addressOf]) => (
          <li>
            <a href={addressOf(request)} aria-current={view === current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
