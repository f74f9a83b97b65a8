import { searchAddress } from '../../addresses.ts';

/** The ways to look at what a search finds, each at an address of its own. */
const VIEWS = [['passages', 'Passages', searchAddress]] as const;

export type SearchView = (typeof VIEWS)[number][0];

/** One search, looked at in several ways. */
export function SearchTabs({ query, current }: { readonly query: string; readonly current: SearchView }) {
  return (
    <nav class="search-tabs" aria-label="Ways to look at the results">
      <ul>
        {VIEWS.map(([view, name, addressOf]) => (
          <li>
            <a href={addressOf(query)} aria-current={view === current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
