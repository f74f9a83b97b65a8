import type { SearchWidening } from '../../../domain/search-answer.ts';
import type { SearchRequest } from '../../../workbench/search/search-request.ts';
import { searchAddress } from '../../addresses.ts';
import type { Site } from '../../document.tsx';
import { listChips, withoutFilters } from '../../search-state.ts';

const MOST_NAMED = 4;

/** What narrows the search and what widened it: each comes off with one press. */
export function SearchChips({
  site,
  request,
  widenings = [],
  addressOf = searchAddress,
}: {
  readonly site: Site;
  readonly request: SearchRequest;
  readonly widenings?: readonly SearchWidening[];
  /** The same view of another search. */
  readonly addressOf?: (request: SearchRequest) => string;
}) {
  const chips = listChips(request, site.catalog);
  if (chips.length === 0 && widenings.length === 0 && request.spellings) return null;
  return (
    <ul class="search-chips" aria-label="What narrows and widens this search">
      {chips.map(({ kind, label, without }) => (
        <li>
          <a class="chip" href={addressOf(without)}>
            <span class="unseen">Take off: </span>
            <span class="chip-kind">{kind}</span> {label}
            <span class="chip-sign" aria-hidden="true">
              ×
            </span>
          </a>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <a class="chip-all" href={addressOf(withoutFilters(request))}>
            Take all off
          </a>
        </li>
      ) : null}
      {widenings.map(({ typed, added }) => (
        <li>
          <a class="chip widening" href={addressOf({ ...request, spellings: false })}>
            <span class="unseen">Search without related spellings: </span>
            <span class="chip-kind">{typed} also as</span> {listSome(added)}
            <span class="chip-sign" aria-hidden="true">
              ×
            </span>
          </a>
        </li>
      ))}
      {request.spellings ? null : (
        <li>
          <a class="chip" href={addressOf({ ...request, spellings: true })}>
            <span class="unseen">Search with related spellings again: </span>
            Related spellings are off
            <span class="chip-sign" aria-hidden="true">
              ×
            </span>
          </a>
        </li>
      )}
    </ul>
  );
}

/** A word may have a dozen; all of them stand in what was searched. */
function listSome(added: readonly string[]): string {
  const more = added.length - MOST_NAMED;
  return more <= 1 ? added.join(', ') : `${added.slice(0, MOST_NAMED).join(', ')} and ${more} more`;
}
