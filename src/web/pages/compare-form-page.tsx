import type { Coverage } from '../../domain/coverage.ts';
import type { CompareParameters, CompareReading } from '../../workbench/compare/read-compare-request.ts';
import { comparisonAddress, wideAddress } from '../addresses.ts';

/** Which area and which two editions to compare. */
export function CompareFormPage({
  coverage,
  reading,
  typed,
  problems,
}: {
  readonly coverage: Coverage;
  readonly reading: CompareReading;
  readonly typed: CompareParameters;
  readonly problems: readonly string[];
}) {
  const held = coverage.totals.flatMap(({ edition, counts }) => (counts.held > 0 ? edition : []));
  const rows = coverage.rows.filter(({ cells }) => cells.some(({ state }) => state === 'held'));
  const row = rows.find(({ area }) => area.id === reading.area);
  const ofArea = row?.cells.flatMap(({ edition, state }) => (state === 'held' ? edition : [])) ?? held;
  const [newest, second] = ofArea.toReversed();
  // An edition that came in the address counts; the other one is then its neighbour.
  const to = reading.to?.edition ?? newest;
  const before = ofArea.findLast((edition) => edition < (to ?? 0));
  const from = reading.from?.edition ?? before ?? second;
  return (
    <div class="wrap">
      <header class="page-head">
        <h1>Compare editions</h1>
        <p class="lead">
          Two reports on one country or area side by side, passage by passage, across a changed outline: what
          stayed, was reworded, moved, went and came.
        </p>
        <p>
          <a href="/side-by-side">Lay up to four countries side by side</a> instead, in one edition and on one
          topic, or list <a href="/removed">what was removed</a> between two editions in many countries.
        </p>
      </header>
      {problems.length === 0 ? null : (
        <div class="error-summary" role="alert" tabindex={-1}>
          <h2>{problems.length === 1 ? 'One thing is to be mended' : 'Some things are to be mended'}</h2>
          <ul>
            {problems.map((problem) => (
              <li>
                <a href={`#compare-${fieldOf(problem)}`}>{problem}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <form class="compare-form" action="/compare" method="get">
        <div class="compare-area">
          <label for="compare-area">Country or area</label>
          <input
            id="compare-area"
            name="area"
            type="search"
            value={row?.area.name ?? typed.area.slice(0, 100)}
            autocomplete="off"
            spellcheck={false}
            list="area-names"
            required
          />
          <datalist id="area-names">
            {rows.map(({ area }) => (
              <option value={area.name} />
            ))}
          </datalist>
        </div>
        <EditionChoice name="from" label="Older edition" years={held} chosen={from} />
        <EditionChoice name="to" label="Newer edition" years={held} chosen={to} />
        <button type="submit" class="primary">
          Compare
        </button>
      </form>
      {row === undefined || ofArea.length < 2 ? null : (
        <section aria-labelledby="pairs">
          <h2 id="pairs">{row.area.name}, edition by edition</h2>
          <ul class="ways-on">
            {ofArea.slice(1).map((edition, i) => (
              <li>
                <a
                  href={comparisonAddress(
                    row.area.id,
                    { edition: ofArea[i] ?? edition, version: null },
                    { edition, version: null },
                  )}
                >
                  {ofArea[i]} and {edition}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {held.length < 2 ? null : (
        <section aria-labelledby="wide">
          <h2 id="wide">All countries and areas at once</h2>
          <p>How much of each report still stands in the next edition, by topic, in words.</p>
          <ul class="ways-on">
            {held
              .slice(1)
              .map((edition, i) => (
                <li>
                  <a href={wideAddress({ from: held[i] ?? edition, to: edition })}>
                    {held[i]} and {edition}
                  </a>
                </li>
              ))
              .toReversed()}
          </ul>
          {row === undefined || ofArea.length < 2 ? null : (
            <p>
              <a href={wideAddress({ area: row.area.id })}>{row.area.name} alone, through its editions</a>
            </p>
          )}
        </section>
      )}
      <p class="hint">
        A comparison says what a report has and another has not. It does not say why. Absence of reporting is
        not evidence of absence.
      </p>
    </div>
  );
}

function EditionChoice({
  name,
  label,
  years,
  chosen,
}: {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly years: readonly number[];
  readonly chosen: number | undefined;
}) {
  return (
    <div>
      <label for={`compare-${name}`}>{label}</label>
      <select id={`compare-${name}`} name={name}>
        {years.toReversed().map((year) => (
          <option value={year} selected={year === chosen}>
            {year}
          </option>
        ))}
      </select>
    </div>
  );
}

function fieldOf(problem: string): string {
  return /^(from|to):/.exec(problem)?.[1] ?? 'area';
}
