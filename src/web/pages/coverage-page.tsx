import type { Area, Region } from '../../domain/area.ts';
import type { Coverage, CoverageCell, CoverageRow } from '../../domain/coverage.ts';
import { areaAddress, editionAddress, reportAddress } from '../addresses.ts';
import { DataLinks } from '../components/data-links.tsx';
import type { Site } from '../document.tsx';
import { COVERAGE_WORDS, formatCount, formatNumber } from '../plain-words.ts';

const SIGNS = { held: '●', 'published-not-held': '○', 'not-published': '–' } as const;

/** Editions × areas in three states, and what was odd. */
export function CoveragePage({
  site,
  coverage,
  whole,
  region,
}: {
  readonly site: Site;
  /** Of the region, if one is asked for. */
  readonly coverage: Coverage;
  readonly whole: Coverage;
  readonly region: Region | null;
}) {
  const { rows } = coverage;
  const present = new Set(whole.rows.map(({ area }) => area.region));
  return (
    <div class="wrap">
      <header class="page-head">
        <h1>Coverage</h1>
        <p class="lead">
          What this library holds, what was published but is not held here, and what was never published.
        </p>
      </header>
      <form class="go-to" action="/coverage" method="get">
        <label for="region">Region</label>
        <span class="go-row">
          <select id="region" name="region">
            <option value="">All regions</option>
            {site.catalog.regions
              .filter(({ id }) => present.has(id))
              .map(({ id, name }) => (
                <option value={id} selected={region?.id === id}>
                  {name}
                </option>
              ))}
          </select>
          <button type="submit" class="primary">
            Show
          </button>
        </span>
      </form>
      <ul class="key" aria-label="Signs">
        {(['held', 'published-not-held', 'not-published'] as const).map((state) => (
          <li>
            <span class={`sign ${state}`} aria-hidden="true">
              {SIGNS[state]}
            </span>{' '}
            {COVERAGE_WORDS[state]}
          </li>
        ))}
      </ul>
      <section class="table-frame coverage-frame" aria-labelledby="coverage-caption" tabindex={0}>
        <table class="coverage-table">
          <caption id="coverage-caption">
            {region === null ? 'All regions' : region.name}:{' '}
            {formatCount(rows.length, 'country or area', 'countries and areas')}
          </caption>
          <thead>
            <tr>
              <th scope="col">Country or area</th>
              {coverage.editions.map((year) => (
                <th scope="col">
                  <a href={editionAddress(year)}>{year}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row row={row} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Held</th>
              {coverage.editions.map((_, i) => (
                <td>{formatNumber(rows.filter(({ cells }) => cells[i]?.state === 'held').length)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      <Findings coverage={whole} region={region} />
      <DataLinks address="/coverage" query={region === null ? '' : `?region=${region.id}`} />
    </div>
  );
}

function Row({ row: { area, cells } }: { readonly row: CoverageRow }) {
  return (
    <tr>
      <th scope="row">
        <a href={areaAddress(area)}>{area.name}</a>
      </th>
      {cells.map((cell) => (
        <Cell area={area} cell={cell} />
      ))}
    </tr>
  );
}

function Cell({
  area,
  cell: { edition, state, versions },
}: {
  readonly area: Area;
  readonly cell: CoverageCell;
}) {
  const sign = (
    <>
      <span aria-hidden="true">{SIGNS[state]}</span>
      <span class="unseen">{COVERAGE_WORDS[state]}</span>
    </>
  );
  if (state !== 'held') return <td class={state}>{sign}</td>;
  return (
    <td class={state}>
      <a href={reportAddress({ edition, area: area.id })}>
        {sign}
        {versions > 1 ? (
          <>
            <sup aria-hidden="true">{versions}</sup>
            <span class="unseen">, {versions} versions</span>
          </>
        ) : null}
      </a>
    </td>
  );
}

function Findings({ coverage, region }: { readonly coverage: Coverage; readonly region: Region | null }) {
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">What was odd about the pages</h2>
      <p class="hint">
        Pages are read as they are. Where one differs from what its edition leads to expect, that is noted
        with the report and counted here; no word is changed.
        {region === null ? '' : ' The counts are those of the whole library.'}
      </p>
      {coverage.findings.length === 0 ? (
        <p>Nothing so far.</p>
      ) : (
        <div class="table-frame">
          <table class="plain-table">
            <caption class="unseen">Oddities by kind</caption>
            <thead>
              <tr>
                <th scope="col">What was met</th>
                <th scope="col" class="number">
                  Times
                </th>
                <th scope="col" class="number">
                  Reports
                </th>
              </tr>
            </thead>
            <tbody>
              {coverage.findings.map(({ meaning, count, reports }) => (
                <tr>
                  <td>{meaning}</td>
                  <td class="number">{formatNumber(count)}</td>
                  <td class="number">{formatNumber(reports)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
