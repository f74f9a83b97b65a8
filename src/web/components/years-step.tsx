import type { Catalog } from '../../domain/catalog.ts';
import type { Coverage } from '../../domain/coverage.ts';
import type { BuilderChoices } from '../builder-state.ts';
import { formatCount } from '../plain-words.ts';
import { Choice } from './choice.tsx';

/** 01: which editions. */
export function YearsStep({
  catalog,
  coverage,
  choices,
}: {
  readonly catalog: Catalog;
  readonly coverage: Coverage;
  readonly choices: BuilderChoices;
}) {
  const held = new Map(coverage.totals.map(({ edition, counts }) => [edition, counts.held]));
  return (
    <fieldset class="step" id="step-years" tabindex={-1}>
      <legend>
        <h2>
          <span class="step-number">01</span> Select years
        </h2>
      </legend>
      <p class="hint">
        One or more. An edition is named for the year whose events it covers; it comes out the year after.
      </p>
      <div class="step-tools" data-tools="years" hidden>
        <button type="button" class="quiet" data-check="all">
          Select all years
        </button>
        <button type="button" class="quiet" data-check="none">
          Deselect all years
        </button>
      </div>
      <ul class="choices years">
        {catalog.editions.map(({ year }) => (
          <li>
            <Choice
              name="years"
              value={String(year)}
              checked={choices.years.has(year)}
              note={(held.get(year) ?? 0) === 0 ? 'none held' : formatCount(held.get(year) ?? 0, 'report')}
            >
              {year}
            </Choice>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
