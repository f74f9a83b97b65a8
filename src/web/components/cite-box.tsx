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
  return (
    <section class="cite" aria-labelledby="cite">
      <h2 id="cite">How to cite</h2>
      {report.sample ? (
        <SampleMark />
      ) : (
        <p class="cite-line" id="cite-line">
          {describeCitation(report, edition)[0]}
          <cite>{describeCitation(report, edition)[1]}</cite>
          {describeCitation(report, edition)[2]}
        </p>
      )}
      <p>
        For a section or passage add its number, as in <em>section 1.c, passage 4</em>. Every passage has an
        address of its own: the sign <span class="pin-sample">¶</span> beside it.
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
