import type { Area } from '../../domain/area.ts';
import { areaNameIn } from '../../domain/area.ts';
import type { CoverageRow } from '../../domain/coverage.ts';
import { describeYears } from '../../domain/selection.ts';
import {
  areaAddress,
  builderAddress,
  customReportAddress,
  lastReportedAddress,
  reportAddress,
  sideBySideAddress,
  wideAddress,
} from '../addresses.ts';
import { Crumbs } from '../components/crumbs.tsx';
import { DataLinks } from '../components/data-links.tsx';
import { FactsList } from '../components/facts-list.tsx';
import { SampleMark } from '../components/sample-banner.tsx';
import type { Site } from '../document.tsx';
import { AREA_KIND_WORDS, COVERAGE_WORDS, formatNumber } from '../plain-words.ts';

/** A country or area: its reports in every edition, its names over time, what belongs to it. */
export function AreaPage({ site, row }: { readonly site: Site; readonly row: CoverageRow }) {
  const { area, cells } = row;
  const { catalog } = site;
  const held = cells.filter(({ state }) => state === 'held').map(({ edition }) => edition);
  return (
    <div class="wrap">
      <header class="page-head">
        <Crumbs steps={[['Countries and areas', '/areas']]} />
        <h1>{area.name}</h1>
        {area.kind === 'sample' ? <SampleMark /> : null}
      </header>
      <h2 class="first">Reports</h2>
      <div class="table-frame">
        <table class="plain-table">
          <caption class="unseen">Reports on {area.name} by edition</caption>
          <thead>
            <tr>
              <th scope="col">Edition</th>
              <th scope="col" class="number">
                Words
              </th>
              <th scope="col" class="number">
                Oddities noted
              </th>
              <th scope="col" class="number">
                Versions
              </th>
            </tr>
          </thead>
          <tbody>
            {cells.toReversed().map((cell) => (
              <tr>
                <th scope="row">
                  {cell.state === 'held' ? (
                    <a href={reportAddress({ edition: cell.edition, area: area.id })}>{cell.edition}</a>
                  ) : (
                    cell.edition
                  )}
                  {areaNameIn(area, cell.edition) === area.name ? null : (
                    <small> as {areaNameIn(area, cell.edition)}</small>
                  )}
                </th>
                {cell.state === 'held' ? (
                  <>
                    <td class="number">{formatNumber(cell.words)}</td>
                    <td class="number">
                      {cell.findings === 0 ? (
                        '0'
                      ) : (
                        <a href={`${reportAddress({ edition: cell.edition, area: area.id })}#odd`}>
                          {formatNumber(cell.findings)}
                        </a>
                      )}
                    </td>
                    <td class="number">{cell.versions}</td>
                  </>
                ) : (
                  <td colspan={3} class="absent">
                    {COVERAGE_WORDS[cell.state]}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {held.length === 0 ? null : (
        <ul class="ways-on">
          <li>
            <a
              href={customReportAddress(
                `years=${held.join(',')}&sections=executive-summary&areas=${area.id}`,
              )}
            >
              Read the executive summaries of all editions held
            </a>
          </li>
          {held.length < 2 ? null : (
            <li>
              <a href={`/compare?area=${area.id}`}>Compare two editions</a>
            </li>
          )}
          {held.length < 2 ? null : (
            <li>
              <a href={wideAddress({ area: area.id })}>What each edition kept of the one before</a>
            </li>
          )}
          {held.length < 2 ? null : (
            <li>
              <a href={lastReportedAddress(area)}>
                What no later edition has, by the edition that had it last
              </a>
            </li>
          )}
          <li>
            <a href={sideBySideAddress(`areas=${area.id}`)}>
              Lay {area.name} beside other countries on one topic
            </a>
          </li>
          <li>
            <a href={builderAddress({ areas: area.id })}>Build a report on {area.name}</a>
          </li>
        </ul>
      )}
      <h2>Names and codes</h2>
      <FactsList
        facts={[
          ['Region', catalog.findRegion(area.region)?.name ?? area.region],
          ['Kind', AREA_KIND_WORDS[area.kind]],
          ['Code in addresses', <code>{area.id}</code>],
          ['Names in the reports', <NameHistory area={area} />],
          ['Also called', area.aliases.filter((name) => !isCode(name)).join('; ')],
          ['Belongs to', linkAreas(area.parent === null ? [] : [catalog.getArea(area.parent)])],
          [
            'Parts with pages of their own',
            linkAreas(catalog.areas.filter(({ parent }) => parent === area.id)),
          ],
        ]}
      />
      <DataLinks address={areaAddress(area)} />
    </div>
  );
}

/** Two-letter codes are understood as names are, but nobody calls a country so. */
function isCode(name: string): boolean {
  return /^[a-z]{2,3}$/.test(name);
}

function NameHistory({ area }: { readonly area: Area }) {
  return (
    <ul class="bare">
      {area.names.map(({ name, editions }) => (
        <li>
          {name} <small>{describeYears(editions)}</small>
        </li>
      ))}
    </ul>
  );
}

function linkAreas(areas: readonly Area[]) {
  if (areas.length === 0) return null;
  return (
    <ul class="bare">
      {areas.map((area) => (
        <li>
          <a href={areaAddress(area)}>{area.name}</a>
        </li>
      ))}
    </ul>
  );
}
