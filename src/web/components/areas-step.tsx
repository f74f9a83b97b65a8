import { type Area, nameKey } from '../../domain/area.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { Coverage } from '../../domain/coverage.ts';
import type { BuilderChoices } from '../builder-state.ts';
import { formatCount } from '../plain-words.ts';
import { Choice } from './choice.tsx';

/** 03: which countries or areas, one by one, by region, or all. */
export function AreasStep({
  catalog,
  coverage,
  choices,
}: {
  readonly catalog: Catalog;
  readonly coverage: Coverage;
  readonly choices: BuilderChoices;
}) {
  const { regions, unheld } = arrangeAreas(catalog, coverage);
  const heldCount = regions.reduce((sum, { areas }) => sum + areas.length, 0);
  return (
    <fieldset class="step" id="step-areas" tabindex={-1}>
      <legend>
        <h2>
          <span class="step-number">03</span> Select countries or areas
        </h2>
      </legend>
      <p class="hint">You can add more than one. Old names are understood too.</p>
      <p class="choose-all">
        <Choice
          name="areas"
          value="all"
          checked={choices.allAreas}
          note={`${formatCount(heldCount, 'country or area', 'countries and areas')} held`}
        >
          Select all countries and areas
        </Choice>
      </p>
      <div class="unless-all">
        <div class="find" data-find="areas" hidden>
          <label for="find-area">Type to find a country or area</label>
          <input id="find-area" type="search" autocomplete="off" spellcheck={false} />
        </div>
        <div class="step-tools" data-tools="areas" hidden>
          <button type="button" class="quiet" data-check="shown">
            Select all shown
          </button>
          <button type="button" class="quiet" data-check="none">
            Deselect all countries and areas
          </button>
        </div>
        <p class="region-jumps">
          Go to:{' '}
          {regions.map(({ id, name }, i) => (
            <>
              {i > 0 ? ' · ' : ''}
              <a href={`#region-${id}`}>{name}</a>
            </>
          ))}
        </p>
        <div class="area-list" id="area-list">
          {regions.map(({ id, name, areas }) => (
            <fieldset class="group region" id={`region-${id}`}>
              <legend>{name}</legend>
              <p class="choose-region">
                <Choice name="areas" value={id} checked={choices.regions.has(id)} note={String(areas.length)}>
                  All of {name}
                </Choice>
              </p>
              <AreaList areas={areas} chosen={choices.areas} />
            </fieldset>
          ))}
          {unheld.length === 0 ? null : (
            <details class="unheld" open={unheld.some(({ id }) => choices.areas.has(id))}>
              <summary>
                {formatCount(unheld.length, 'more country or area', 'more countries and areas')}, of which
                this library holds no report
              </summary>
              <AreaList areas={unheld} chosen={choices.areas} />
            </details>
          )}
        </div>
        <p class="none-found" id="none-found" hidden>
          No country or area is called that.
        </p>
      </div>
    </fieldset>
  );
}

function AreaList({
  areas,
  chosen,
}: {
  readonly areas: readonly Area[];
  readonly chosen: ReadonlySet<string>;
}) {
  return (
    <ul class="choices areas">
      {areas.map((area) => (
        <li data-also={otherNames(area) || undefined}>
          <Choice name="areas" value={area.id} checked={chosen.has(area.id)}>
            {area.name}
          </Choice>
        </li>
      ))}
    </ul>
  );
}

/** Areas held by region, and those of which nothing is held. */
export function arrangeAreas(
  catalog: Catalog,
  coverage: Coverage,
): {
  readonly regions: readonly {
    readonly id: string;
    readonly name: string;
    readonly areas: readonly Area[];
  }[];
  readonly unheld: readonly Area[];
} {
  const isHeld = new Set(
    coverage.rows.flatMap(({ area, cells }) => (cells.some(({ state }) => state === 'held') ? area.id : [])),
  );
  const known = coverage.rows.map(({ area }) => area);
  const regions = catalog.regions
    .map(({ id, name }) => ({
      id,
      name,
      areas: known.filter((area) => area.region === id && isHeld.has(area.id)),
    }))
    .filter(({ areas }) => areas.length > 0);
  return { regions, unheld: known.filter(({ id }) => !isHeld.has(id)) };
}

/** Former names and spellings, for finding it by them. */
function otherNames(area: Area): string {
  const own = nameKey(area.name);
  const others = [...area.names.map(({ name }) => name), ...area.aliases].filter(
    (name) => !own.includes(nameKey(name)),
  );
  return [...new Set(others)].join('|');
}
