import type { Area } from '../../domain/area.ts';
import type { Coverage, CoverageCell } from '../../domain/coverage.ts';
import { describeYears } from '../../domain/selection.ts';
import { showValue } from '../../workbench/problem-list.ts';
import { areaAddress } from '../addresses.ts';
import { arrangeAreas } from '../components/areas-step.tsx';
import { DataLinks } from '../components/data-links.tsx';
import { NearAreas } from '../components/near-areas.tsx';
import type { Site } from '../document.tsx';
import { formatCount } from '../plain-words.ts';

/** What came of a name that was typed. */
export interface AreaSearch {
  readonly typed: string;
  readonly near: readonly Area[];
}

/** Every country and area, by region, with the editions held. */
export function AreasPage({
  site,
  coverage,
  search,
}: {
  readonly site: Site;
  readonly coverage: Coverage;
  readonly search: AreaSearch | null;
}) {
  const { regions, unheld } = arrangeAreas(site.catalog, coverage);
  const cells = new Map(coverage.rows.map((row) => [row.area.id, row.cells]));
  return (
    <div class="wrap">
      <header class="page-head">
        <h1>Countries and areas</h1>
        <p class="lead">
          Every country and area the reports have been written on, with the editions this library holds. Names
          that have changed lead to the same place.
        </p>
      </header>
      <form class="go-to" action="/areas" method="get">
        <label for="name">Find a country or area by any of its names</label>
        <span class="go-row">
          <input
            id="name"
            name="name"
            type="search"
            value={search?.typed ?? ''}
            autocomplete="off"
            spellcheck={false}
            list="area-names"
          />
          <button type="submit" class="primary">
            Go
          </button>
        </span>
        <datalist id="area-names">
          {site.catalog.areas
            .filter(({ id }) => cells.has(id))
            .map(({ name }) => (
              <option value={name} />
            ))}
        </datalist>
      </form>
      {search === null ? null : <NotFoundNote search={search} />}
      {regions.map(({ id, name, areas }) => (
        <section class="region-section" aria-labelledby={`region-${id}`}>
          <h2 id={`region-${id}`}>{name}</h2>
          <ul class="area-lines">
            {areas.map((area) => (
              <AreaLine area={area} cells={cells.get(area.id) ?? []} />
            ))}
          </ul>
        </section>
      ))}
      {unheld.length === 0 ? null : (
        <section class="region-section" aria-labelledby="unheld">
          <h2 id="unheld">Not held in this library</h2>
          <details open={unheld.length <= 12}>
            <summary>{formatCount(unheld.length, 'country or area', 'countries and areas')}</summary>
            <ul class="area-lines">
              {unheld.map((area) => (
                <li>
                  <a href={areaAddress(area)}>{area.name}</a>
                </li>
              ))}
            </ul>
          </details>
        </section>
      )}
      <DataLinks address="/areas" />
    </div>
  );
}

function AreaLine({ area, cells }: { readonly area: Area; readonly cells: readonly CoverageCell[] }) {
  const held = cells.flatMap(({ edition, state }) => (state === 'held' ? edition : []));
  return (
    <li>
      <a href={areaAddress(area)}>{area.name}</a> <small>{describeYears(held)}</small>
    </li>
  );
}

function NotFoundNote({ search }: { readonly search: AreaSearch }) {
  return (
    <div class="error-summary" role="alert">
      <p>No country or area is called {showValue(search.typed)}.</p>
      <NearAreas areas={search.near} />
    </div>
  );
}
