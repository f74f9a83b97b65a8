import type { ComparisonView } from '../../domain/comparison-view.ts';
import { listReportFacts, noticeFor } from '../../domain/report-facts.ts';
import { reportAddress } from '../addresses.ts';
import { FactsList } from './facts-list.tsx';
import { CaptureDay, OutwardAddress, ReleaseDate, VersionLink } from './report-facts.tsx';
import { SampleMark } from './sample-banner.tsx';

/** Both reports compared: which they are, from when, from where; the older first. */
export function ComparedReports({
  view,
  within = null,
}: {
  readonly view: ComparisonView;
  /** On a page of several comparisons: what tells this one’s ids apart, beneath a heading of its own. */
  readonly within?: string | null;
}) {
  const Heading = within === null ? 'h2' : 'h3';
  const ids = within === null ? 'compared' : `compared-${within}`;
  return (
    <div class="compared">
      {(['left', 'right'] as const).map((side) => {
        const { head, edition } = view[side];
        return (
          <section aria-labelledby={`${ids}-${side}`}>
            <Heading id={`${ids}-${side}`}>
              <small>{side === 'left' ? 'Older' : 'Newer'}</small>{' '}
              <a href={reportAddress(head, head.version)}>
                {head.areaName}, {edition.year}
              </a>
            </Heading>
            {head.sample ? <SampleMark /> : null}
            <div class="screen-only">
              <FactsList
                layout="row"
                facts={[
                  ['Released', head.sample ? null : <ReleaseDate edition={edition} />],
                  ['Captured', <CaptureDay report={head} />],
                  ['Version', <VersionLink report={head} />],
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
