import type { Coverage } from '../../domain/coverage.ts';
import type { Edition } from '../../domain/edition.ts';
import type { EditionDigest } from '../../domain/edition-digest.ts';
import type { ReportHead } from '../../domain/report.ts';
import { traceOutline } from '../../workbench/trace-outline.ts';
import {
  areaAddress,
  builderAddress,
  customReportAddress,
  reportAddress,
  topicAddress,
  wideAddress,
} from '../addresses.ts';
import { Crumbs } from '../components/crumbs.tsx';
import { DataLinks } from '../components/data-links.tsx';
import { FactsList } from '../components/facts-list.tsx';
import { depthOf, nameEntry } from '../components/outline-choices.tsx';
import { OutwardAddress, ReleaseDate } from '../components/report-facts.tsx';
import type { Site } from '../document.tsx';
import { formatCount, formatNumber } from '../plain-words.ts';

/** One edition: its facts, its reports, the outline most of them share. */
export function EditionPage({
  site,
  edition,
  coverage,
  reports,
  digest,
}: {
  readonly site: Site;
  readonly edition: Edition;
  readonly coverage: Coverage;
  readonly reports: readonly ReportHead[];
  readonly digest: EditionDigest | null;
}) {
  const missing = coverage.rows.filter(({ cells }) =>
    cells.some((cell) => cell.edition === edition.year && cell.state === 'published-not-held'),
  );
  const before =
    coverage.totals.findLast(({ edition: year, counts }) => year < edition.year && counts.held > 0)
      ?.edition ?? null;
  const named = [...reports].sort((a, b) => a.areaName.localeCompare(b.areaName, 'en'));
  const words = reports.reduce((sum, { passageWords }) => sum + passageWords, 0);
  return (
    <div class="wrap">
      <header class="page-head">
        <Crumbs steps={[['Editions', '/editions']]} />
        <h1>{edition.year}</h1>
        <p class="subtitle">{edition.title}</p>
        <FactsList
          layout="row"
          facts={[
            ['Covers events of', String(edition.coversEventsOf)],
            ['Released', <ReleaseDate edition={edition} />],
            ['Held here', `${formatCount(reports.length, 'report')}, ${formatCount(words, 'word')}`],
            [
              'Official address',
              edition.indexAddress === null ? null : <OutwardAddress address={edition.indexAddress} />,
            ],
            ['Digest', digest === null ? null : <code class="digest">{digest.digest}</code>],
          ]}
        />
        {edition.notes.length === 0 ? null : (
          <ul class="notes">
            {edition.notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        )}
        {reports.length === 0 ? null : (
          <ul class="ways-on">
            <li>
              <a href={builderAddress({ years: edition.year })}>Build a report from this edition</a>
            </li>
            <li>
              <a href={customReportAddress(`years=${edition.year}&sections=executive-summary&areas=all`)}>
                Read all its executive summaries
              </a>
            </li>
            {before === null ? null : (
              <li>
                <a href={wideAddress({ from: before, to: edition.year })}>
                  What it kept of the {before} edition, for all countries and areas
                </a>
              </li>
            )}
          </ul>
        )}
      </header>
      <section aria-labelledby="reports">
        <h2 id="reports">Reports</h2>
        {named.length === 0 ? <p>This library holds no report of this edition.</p> : null}
        <ul class="area-lines">
          {named.map((head) => (
            <li>
              <a href={reportAddress(head)}>{head.areaName}</a>{' '}
              <small>{formatNumber(head.passageWords)}&nbsp;words</small>
            </li>
          ))}
        </ul>
        {missing.length === 0 ? null : (
          <details open={missing.length <= 12} class="missing">
            <summary>{formatCount(missing.length, 'report')} published, but not held in this library</summary>
            <ul class="area-lines">
              {missing.map(({ area }) => (
                <li>
                  <a href={areaAddress(area)}>{area.name}</a>
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      <OutlineTable site={site} edition={edition} />
      <DataLinks address={`/editions/${edition.year}`} />
    </div>
  );
}

function OutlineTable({ site, edition }: { readonly site: Site; readonly edition: Edition }) {
  const entries = traceOutline(site.catalog, edition.year);
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="outline">
      <h2 id="outline">Outline</h2>
      <p class="hint">
        The headings that most reports of this edition share, and the topic each is counted under.
      </p>
      <div class="table-frame">
        <table class="plain-table outline-table">
          <caption class="unseen">The outline of the {edition.year} edition, with topics</caption>
          <thead>
            <tr>
              <th scope="col">Heading</th>
              <th scope="col">Section</th>
              <th scope="col">Topic</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ entry, topic }) => (
              <tr>
                <td class={`depth-${depthOf(entry.key)}`}>
                  {nameEntry(entry)}
                  {entry.optional === true ? <small> in some reports</small> : null}
                </td>
                <td>
                  <code>{entry.key}</code>
                </td>
                <td>{topic === null ? '—' : <a href={topicAddress(topic.id)}>{topic.label}</a>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
