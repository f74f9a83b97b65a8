import type { SearchCount, SearchedQuery } from '../../domain/search-answer.ts';
import { formatCount, formatNumber } from '../plain-words.ts';

/** The numbers, and all that is needed to repeat them. */
export function ViewCounts({ count }: { readonly count: SearchCount }) {
  const { passages, library } = count;
  return (
    <div class="search-counts">
      <h2 id="results" tabindex={-1}>
        {passages === 0 ? 'No passage found' : describeFound(count)}
      </h2>
      <SearchedAs query={count.query} />
      <p class="denominator">
        {describeSearched(count)}; library version <code>{library.version}</code>
      </p>
    </div>
  );
}

/** "5,670 passages in 1,104 of 1,442 reports" */
export function describeFound({ passages, reports, denominator }: SearchCount): string {
  return `${formatCount(passages, 'passage')} in ${formatNumber(reports)} of ${formatCount(denominator.reports, 'report')}`;
}

/** "204,166 passages and 13,439,153 words searched" */
export function describeSearched({ denominator }: SearchCount): string {
  return `${formatCount(denominator.passages, 'passage')} and ${formatCount(denominator.words, 'word')} searched`;
}

/** What was searched, every operator written out, what widened it, and what was read otherwise than typed. */
export function SearchedAs({ query }: { readonly query: SearchedQuery }) {
  const { searched, typedFilters, notes, widenings } = query;
  const filters = typedFilters.join(' AND ');
  const remarks = [
    ...widenings.map(({ typed, added }) => `With related spellings of “${typed}”: ${added.join(', ')}.`),
    ...notes,
  ];
  return (
    <>
      <p class="searched">
        Searched: {searched === null ? 'all passages' : <code>{searched}</code>}
        {filters === '' ? null : (
          <>
            {' '}
            where <code>{filters}</code>
          </>
        )}
      </p>
      {remarks.length === 0 ? null : (
        <ul class="search-notes" aria-label="How the words were read">
          {remarks.map((remark) => (
            <li>{remark}</li>
          ))}
        </ul>
      )}
    </>
  );
}
