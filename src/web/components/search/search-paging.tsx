import type { SearchAnswer } from '../../../workbench/search/search-passages.ts';
import type { SearchRequest } from '../../../workbench/search/search-request.ts';
import { searchAddress } from '../../addresses.ts';
import { formatNumber } from '../../plain-words.ts';

const ORDERS: Readonly<Record<SearchRequest['order'], string>> = {
  relevance: 'Relevance',
  newest: 'Newest',
  oldest: 'Oldest',
  area: 'Country or area',
};

/** In which order; each is a press away. */
export function OrderLinks({ request }: { readonly request: SearchRequest }) {
  return (
    <nav class="search-orders" aria-label="Order of the results">
      <ul>
        {Object.entries(ORDERS).map(([order, name]) => (
          <li>
            <a
              href={searchAddress({ ...request, order: order as SearchRequest['order'] })}
              aria-current={order === request.order ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** `Results 21–40 of 5,670` */
export function describePage({ first, hits, passages }: SearchAnswer): string {
  const last = first + hits.length - 1;
  if (hits.length === passages) return passages === 1 ? 'The only result' : `All ${passages} results`;
  return `Results ${formatNumber(first)}–${formatNumber(last)} of ${formatNumber(passages)}`;
}

export function Paging({ answer }: { readonly answer: SearchAnswer }) {
  const { request, next, previous } = answer;
  if (next === null && previous === null) return null;
  const at = (cursor: string): string => `${searchAddress(request)}&cursor=${cursor}#results`;
  return (
    <nav class="paging" aria-label="Pages of results">
      {previous === null ? (
        <span />
      ) : (
        <a rel="prev" href={at(previous)}>
          ← Previous
        </a>
      )}
      <span>{describePage(answer)}</span>
      {next === null ? (
        <span />
      ) : (
        <a rel="next" href={at(next)}>
          Next →
        </a>
      )}
    </nav>
  );
}
