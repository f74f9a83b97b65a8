import type { Edition } from '../../domain/edition.ts';
import type { ReportHead } from '../../domain/report.ts';
import { listReportFacts, noticeFor } from '../../domain/report-facts.ts';
import { citePlaceAddress } from '../cite-addresses.ts';
import { FactsList } from './facts-list.tsx';
import { CaptureDay, OutwardAddress, ReleaseDate, VersionLink } from './report-facts.tsx';

/** From when and where a report is: short on screen, on paper all that is known. */
export function ReportProvenance({
  head,
  edition,
}: {
  readonly head: ReportHead;
  readonly edition: Edition;
}) {
  return (
    <>
      <div class="screen-only">
        <FactsList
          layout="row"
          facts={[
            ['Released', head.sample ? null : <ReleaseDate edition={edition} />],
            ['Captured', <CaptureDay report={head} />],
            ['Version', <VersionLink report={head} />],
            ['How to cite', <CiteLink head={head} />],
            [
              head.sample ? 'Address in the sample page' : 'Official address',
              head.sample ? head.provenance.address : <OutwardAddress address={head.provenance.address} />,
            ],
          ]}
        />
      </div>
      <div class="print-only">
        <FactsList
          facts={listReportFacts(head, edition).map(({ label, value }) => [label, value] as const)}
        />
        <p>{noticeFor(head)}</p>
      </div>
    </>
  );
}

/** In the version shown. */
function CiteLink({ head }: { readonly head: ReportHead }) {
  return (
    <a href={citePlaceAddress({ ...head, section: null, passage: null })}>
      Cite {head.areaName}, {head.edition}
    </a>
  );
}
