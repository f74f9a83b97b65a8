import { MOST_SERIES } from '../../workbench/search/find-trend.ts';
import type { SearchRequest } from '../../workbench/search/search-request.ts';
import type { TrendMeasure } from '../search-view-addresses.ts';
import { HiddenFilters } from './search/view-head.tsx';
import { letterOf, SeriesSign } from './trend-chart.tsx';

/** A box for each query, with the sign of its line; filters go along unseen. */
export function TrendForm({
  request,
  texts,
  measure,
}: {
  readonly request: SearchRequest;
  readonly texts: readonly string[];
  readonly measure: TrendMeasure;
}) {
  const boxes = Array.from({ length: MOST_SERIES }, (_, i) => texts[i] ?? '');
  // Those that are filled and one more; the rest fold away.
  const open = Math.min(MOST_SERIES, Math.max(2, texts.length + 1));
  return (
    <search aria-label="All passages">
      <form class="trend-form" action="/search/trend" method="get">
        {boxes.slice(0, open).map((text, i) => (
          <QueryBox text={text} place={i} />
        ))}
        {open === MOST_SERIES ? null : (
          <details>
            <summary>Up to {MOST_SERIES} queries</summary>
            {boxes.slice(open).map((text, i) => (
              <QueryBox text={text} place={open + i} />
            ))}
          </details>
        )}
        <HiddenFilters request={request} />
        {measure === 'passages' ? null : <input type="hidden" name="measure" value={measure} />}
        <button type="submit" class="primary">
          Show
        </button>
      </form>
    </search>
  );
}

function QueryBox({ text, place }: { readonly text: string; readonly place: number }) {
  const id = `trend-q-${place + 1}`;
  return (
    <div class="query-box">
      <label for={id}>
        <span class="unseen">Query </span>
        {letterOf(place)} <SeriesSign series={place} />
      </label>
      <input
        type="search"
        id={id}
        name="q"
        value={text}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
      />
    </div>
  );
}
