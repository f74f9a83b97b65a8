import type { WideChoices } from '../../../workbench/wide/read-wide-request.ts';
import type { Site } from '../../document.tsx';

/** Other editions, one topic: a form whose answer is an address. */
export function WideForm({
  site,
  scope,
  choices,
}: {
  readonly site: Site;
  readonly scope: { readonly from: number; readonly to: number };
  readonly choices: WideChoices;
}) {
  const years = site.catalog.editions.map(({ year }) => year).toReversed();
  return (
    <form class="compare-form screen-only" action="/compare/all" method="get">
      {(
        [
          ['from', 'Older edition', scope.from],
          ['to', 'Newer edition', scope.to],
        ] as const
      ).map(([name, label, chosen]) => (
        <div>
          <label for={`wide-${name}`}>{label}</label>
          <select id={`wide-${name}`} name={name}>
            {years.map((year) => (
              <option value={year} selected={year === chosen}>
                {year}
              </option>
            ))}
          </select>
        </div>
      ))}
      <div class="compare-area">
        <label for="wide-topic">Topic</label>
        <select id="wide-topic" name="topics">
          <option value="">All topics</option>
          {site.catalog.topics.map(({ id, label }) => (
            <option value={id} selected={choices.topics.length === 1 && choices.topics[0] === id}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">Show</button>
    </form>
  );
}
