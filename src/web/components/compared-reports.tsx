import type { ComparisonView } from '../../domain/comparison-view.ts';
import type { ReportHead } from '../../domain/report.ts';
import { listReportFacts, noticeFor } from '../../domain/report-facts.ts';
import { reportAddress } from '../addresses.ts';
import { citePlaceAddress } from '../cite-addresses.ts';
import { FactsList } from './facts-list.tsx';
import { CaptureDay, OutwardAddress, ReleaseDate, VersionLink } from './report-facts.tsx';
import { SampleMark } from './sample-banner.tsx';

/** In the version compared. */
function CiteLink({ head }: { readonly head: ReportHead }) {
  return (
    <a href={citePlaceAddress({ ...head, section: null, passage: null })}>
      Cite {head.areaName}, {head.edition}
    </a>
  );
}

/** Both reports compared: which they are, from when, from where; the older first. */
export function ComparedReports({ view }: { readonly view: ComparisonView }) {
  return (
    <div class="compared">
      {(['left', 'right'] as const).map((side) => {
        const { head, edition } = view[side];
        return (
          <section aria-labelledby={`compared-${side}`}>
            <h2 id={`compared-${side}`}>
              <small>{side === 'left' ? 'Older' : 'Newer'}</small>{' '}
              <a href={reportAddress(head, head.version)}>
                {head.areaName}, {edition.year}
              </a>
            </h2>
            {head.sample ? <SampleMark /> : null}
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
                    head.sample ? (
                      head.provenance.address
                    ) : (
                      <OutwardAddress address={head.provenance.address} />
                    ),
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
          </section>
        );
      })}
    </div>
  );
}
