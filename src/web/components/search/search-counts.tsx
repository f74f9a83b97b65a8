import type { CountedForms, SearchCount, SearchedQuery } from '../../../domain/search-answer.ts';
import { formatCount, formatNumber } from '../../plain-words.ts';

/** The numbers, and all that is needed to repeat them. */
export function SearchCounts({ count }: { readonly count: SearchCount }) {
  const { passages, library } = count;
  return (
    <div class="search-counts">
      <h2 id="results" tabindex={-1}>
        {passages === 0 ? 'No passage found' : describeHits(count)}
      </h2>
      <Searched query={count.query} />
      <p class="denominator">
        {describeDenominator(count)}; library version <code>{library.version}</code>
      </p>
    </div>
  );
}

/** What was searched, every operator written out, and what was read otherwise than typed. */
export function Searched({ query }: { readonly query: SearchedQuery }) {
  const { searched, typedFilters, notes, forms } = query;
  const filters = typedFilters.join(' AND ');
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
      {forms.some((one) => one.forms.length > 1) ? <Forms forms={forms} /> : null}
      {notes.length === 0 ? null : (
        <ul class="search-notes" aria-label="Read otherwise than typed">
          {notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Forms are found by their stem, which joins more than a reader may expect. */
function Forms({ forms }: { readonly forms: readonly CountedForms[] }) {
  return (
    <details class="searched-forms">
      <summary>Word forms counted</summary>
      <ul>
        {forms.map((one) => (
          <li>
            <strong>{one.word}</strong>: {one.forms.length === 0 ? 'in no passage' : one.forms.join(', ')}
          </li>
        ))}
      </ul>
      <p class="hint">In quotation marks a word is counted only as written.</p>
    </details>
  );
}

/** "5,670 passages in 1,104 of 1,442 reports" */
export function describeHits({ passages, reports, denominator }: SearchCount): string {
  return `${formatCount(passages, 'passage')} in ${formatNumber(reports)} of ${formatCount(denominator.reports, 'report')}`;
}

/** "204,166 passages and 13,439,153 words searched" */
export function describeDenominator({ denominator }: SearchCount): string {
  return `${formatCount(denominator.passages, 'passage')} and ${formatCount(denominator.words, 'word')} searched`;
}
