import type { Coverage } from '../../domain/coverage.ts';
import { formatDay } from '../../domain/report-facts.ts';
import { editionAddress } from '../addresses.ts';
import { DataLinks } from '../components/data-links.tsx';
import type { Site } from '../document.tsx';
import { formatNumber } from '../plain-words.ts';

/** All editions, newest first. */
export function EditionsPage({ site, coverage }: { readonly site: Site; readonly coverage: Coverage }) {
  const totals = new Map(coverage.totals.map(({ edition, counts }) => [edition, counts]));
  return (
    <div class="wrap">
      <header class="page-head">
        <h1>Editions</h1>
        <p class="lead">
          One edition is one year’s set of reports. It is named for the year whose events it covers and was
          released the year after.
        </p>
      </header>
      <div class="table-frame">
        <table class="plain-table">
          <caption class="unseen">Editions with release dates and reports held</caption>
          <thead>
            <tr>
              <th scope="col">Edition</th>
              <th scope="col">Released</th>
              <th scope="col" class="number">
                Reports held
              </th>
              <th scope="col" class="number">
                Published, not held
              </th>
            </tr>
          </thead>
          <tbody>
            {site.catalog.editions.toReversed().map(({ year, releaseDate }) => (
              <tr>
                <th scope="row">
                  <a href={editionAddress(year)}>{year}</a>
                </th>
                <td>{releaseDate === null ? 'not known' : formatDay(releaseDate)}</td>
                <td class="number">{formatNumber(totals.get(year)?.held ?? 0)}</td>
                <td class="number">{formatNumber(totals.get(year)?.['published-not-held'] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <DataLinks address="/editions" />
    </div>
  );
}
