import type { Coverage } from '../../domain/coverage.ts';
import { slugify } from '../../domain/slug.ts';
import type { RemovalsParameters } from '../../workbench/compare/read-removals-request.ts';
import type { Site } from '../document.tsx';
import { dropUnseen } from '../drop-unseen.ts';
import { TopicChoice } from './topic-choice.tsx';

/** From which edition to which, where, on which topic, and whether what was reworded is wanted too. */
export function RemovalsForm({
  site: { catalog },
  coverage,
  typed,
}: {
  readonly site: Pick<Site, 'catalog'>;
  readonly coverage: Coverage;
  readonly typed: RemovalsParameters;
}) {
  const held = coverage.totals.flatMap(({ edition, counts }) => (counts.held > 0 ? edition : []));
  const years = catalog.editions.map(({ year }) => year);
  const to = known(typed.to, years) ?? held.at(-1) ?? years.at(-1);
  const from = known(typed.from, years) ?? held.findLast((year) => year < (to ?? 0)) ?? years.at(-2);
  const areas = typed.areas.join(', ') === 'All areas' ? '' : typed.areas.join(', ');
  const topics = typed.topics.flatMap((value) => value.split(',')).map((value) => slugify(value));
  const chosen = catalog.topics.flatMap(({ id, label }) =>
    topics.includes(id) || topics.includes(slugify(label)) ? id : [],
  );
  const only = typed.only.join(',');
  return (
    <form class="removals-form" action="/removed" method="get">
      {(
        [
          ['from', 'Older edition', from],
          ['to', 'Newer edition', to],
        ] as const
      ).map(([name, label, value]) => (
        <div>
          <label for={`removed-${name}`}>{label}</label>
          <select id={`removed-${name}`} name={name}>
            {years.toReversed().map((year) => (
              <option value={year} selected={year === value}>
                {year}
                {held.includes(year) ? '' : ' (not held)'}
              </option>
            ))}
          </select>
        </div>
      ))}
      <div class="removals-areas">
        <label for="removed-areas">Countries, areas or regions, between commas; empty: all</label>
        <input
          id="removed-areas"
          name="areas"
          type="text"
          value={dropUnseen(areas).slice(0, 2000)}
          autocomplete="off"
          spellcheck={false}
          list="removed-area-names"
        />
        <datalist id="removed-area-names">
          {catalog.regions.map(({ name }) => (
            <option value={name} />
          ))}
          {coverage.rows
            .filter(({ cells }) => cells.some(({ state }) => state === 'held'))
            .map(({ area }) => (
              <option value={area.name} />
            ))}
        </datalist>
      </div>
      <div class="removals-topics">
        <TopicChoice id="removed-topics" catalog={catalog} chosen={chosen} />
      </div>
      <div>
        <label for="removed-only">Show</label>
        <select id="removed-only" name="only">
          <option value="">What was removed</option>
          <option value="removed,edited" selected={only.includes('edited')}>
            What was removed or reworded
          </option>
        </select>
      </div>
      <button type="submit" class="primary">
        List what was removed
      </button>
    </form>
  );
}

function known(typed: string, years: readonly number[]): number | undefined {
  return years.find((year) => String(year) === typed.trim());
}
