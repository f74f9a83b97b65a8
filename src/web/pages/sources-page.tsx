import { formatDay } from '../../domain/report-facts.ts';
import type { OmissionRule } from '../../workbench/list-omission-rules.ts';
import { editionAddress } from '../addresses.ts';
import { DataLinks } from '../components/data-links.tsx';
import { OutwardAddress } from '../components/report-facts.tsx';
import type { Site } from '../document.tsx';
import { formatCount, UNOFFICIAL_NOTICE } from '../plain-words.ts';

/** Where the texts come from, what was done with them, and how to prove it. */
export function SourcesPage({
  site,
  rules,
}: {
  readonly site: Site;
  readonly rules: readonly OmissionRule[];
}) {
  const { stamp, catalog } = site;
  return (
    <div class="wrap narrow prose">
      <header class="page-head">
        <h1>About the sources</h1>
        <p class="lead">{UNOFFICIAL_NOTICE}</p>
      </header>

      <h2>Where the texts come from</h2>
      <p>
        The reports are written each year by the Bureau of Democracy, Human Rights, and Labor of the U.S.
        Department of State and published as web pages. As works of the United States Government their texts
        are free to use. This library was filled from copies of those pages. With every report stands its
        official address, the host its copy was taken from, the time of the capture and the SHA-256 sum of the
        captured bytes, which are kept.
      </p>
      <p>
        Some copies came by way of a web archive, which rewrites the addresses on a page. Those are restored;
        both addresses are told.
      </p>

      <h2>What is done with a page</h2>
      <p>
        The page is read into sections and passages as its printed headings order them. Every word of the
        report stands in exactly one heading or passage, in its order; nothing is added, summarised or
        corrected. This is proved when a page is brought in, and a page that fails is refused. Where a page is
        odd – a label printed twice, a heading inside a paragraph – that is noted with the report and counted
        under <a href="/coverage#findings">coverage</a>.
      </p>

      <h2 id="left-out">What is left out</h2>
      <p>
        Only words that are no part of the report, under one of these rules. How many words a rule took is
        told on the page of each report.
      </p>
      <dl class="rules">
        {rules.map(({ id, reason }) => (
          <div>
            <dt>
              <code>{id}</code>
            </dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>

      <h2>Versions</h2>
      <p>
        A published report is sometimes changed in place. When a page is captured again with other words, the
        new text becomes a new version; the older one stays, under an address that names it, such as{' '}
        <code>/2020/mli@0123456789ab</code>. Without a version an address shows the newest. The version’s name
        is made from the words themselves: the same text has the same version anywhere.
      </p>

      <h2>Addresses that last</h2>
      <ul>
        <li>
          A report: <code>/2021/mli</code>, the edition and the country’s three-letter code.
        </li>
        <li>
          A section: <code>/2021/mli#1.c</code>. A passage: <code>/2021/mli#1.c:4</code>, the fourth in its
          section.
        </li>
        <li>
          A custom report: <code>/report?years=2021&amp;sections=executive-summary&amp;areas=mli</code>; the
          choice itself is the address.
        </li>
        <li>
          The same as data: put <code>.json</code>, <code>.csv</code> or <code>.md</code> behind the address.
        </li>
      </ul>

      <h2>Release dates</h2>
      <p>
        The pages’ own dates say when the publisher’s site was last moved about, not when a report was
        released. The days given here were gathered apart from them.
      </p>
      <div class="table-frame">
        <table class="plain-table">
          <caption class="unseen">Editions and the days of their release</caption>
          <thead>
            <tr>
              <th scope="col">Edition</th>
              <th scope="col">Released</th>
              <th scope="col">Official address</th>
            </tr>
          </thead>
          <tbody>
            {catalog.editions.toReversed().map(({ year, releaseDate, releaseDateNote, indexAddress }) => (
              <tr>
                <th scope="row">
                  <a href={editionAddress(year)}>{year}</a>
                </th>
                <td>
                  {releaseDate === null ? 'not known' : formatDay(releaseDate)}
                  {releaseDateNote === null ? null : <small class="above">{releaseDateNote}</small>}
                </td>
                <td>{indexAddress === null ? '—' : <OutwardAddress address={indexAddress} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>

      <h2>How to check</h2>
      <p>
        Compare any passage with the official page: the address stands on every report. On the machine that
        keeps this library, <code>variorum check</code> reads the kept bytes again, compares every word of
        every report and prints the difference.
      </p>
      <p>
        This library holds {formatCount(stamp.reports, 'report')}, {formatCount(stamp.passages, 'passage')}{' '}
        and {formatCount(stamp.words, 'word')}. Its version, <code>{stamp.version}</code>, is made from the
        versions of all reports it holds: a library with the same reports has the same one, and gives the same
        numbers and the same files.
      </p>

      <h2 id="bring-in">Bring in real reports</h2>
      <p>
        Variorum comes with invented samples. Real pages are brought in with <code>variorum import PATH</code>
        , from a folder, a page or an archive of saved pages. The samples go when real reports come.
      </p>

      <h2>Type</h2>
      <p>The texts are set in Source Serif 4, under the SIL Open Font License 1.1.</p>
      <DataLinks address="/sources" />
    </div>
  );
}
