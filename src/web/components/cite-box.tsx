import type { Edition } from '../../domain/edition.ts';
import type { ReportHead } from '../../domain/report.ts';
import { BUREAU, formatDay } from '../../domain/report-facts.ts';
import { reportAddress } from '../addresses.ts';
import { CopyAddress } from './copy-address.tsx';
import { SampleMark } from './sample-banner.tsx';

/** What to write down to name this report elsewhere. */
export function CiteBox({
  report,
  edition,
  origin,
}: {
  readonly report: ReportHead;
  readonly edition: Edition;
  readonly origin: string;
}) {
  const address = origin + reportAddress(report, report.version);
  const [before, title, after] = describeCitation(report, edition);
  return (
    <section class="cite" aria-labelledby="cite">
      <h2 id="cite">How to cite</h2>
      {report.sample ? (
        <SampleMark />
      ) : (
        <>
          <p class="cite-line" id="cite-line">
            {before}
            <cite>{title}</cite>
            {after}
          </p>
          <p class="screen-only">
            <button type="button" class="quiet" data-copy="cite-line" data-said="Citation copied" hidden>
              Copy the citation
            </button>
          </p>
        </>
      )}
      <p>
        For a section or passage add its number, as in <em>section 1.c, passage 4</em>. Every passage has an
        address of its own: it is the link behind the small number in the margin, and choosing that number
        copies it. The sign # beside a heading does the same for a section.
      </p>
      <CopyAddress id="this-copy" label="The lasting address of this very copy" address={address} />
      <p class="hint">
        It names the version, <code>{report.version}</code>: should the text ever be captured again with a
        change, this address still shows these words.
      </p>
    </section>
  );
}

/** Author; title; dates and address. */
function describeCitation(report: ReportHead, edition: Edition): [string, string, string] {
  const { provenance, areaName } = report;
  const released = edition.releaseDate === null ? '' : ` (${formatDay(edition.releaseDate)})`;
  const captured =
    provenance.capturedAt === null ? '' : ` Copy captured ${formatDay(provenance.capturedAt)}.`;
  return [
    `U.S. Department of State, ${BUREAU}, `,
    `${edition.title}: ${areaName}`,
    `${released}, ${provenance.address}.${captured}`,
  ];
}
