import type { ComparisonView } from '../../domain/comparison-view.ts';
import { reportAddress } from '../addresses.ts';
import { ReportProvenance } from './report-provenance.tsx';
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
            <ReportProvenance head={head} edition={edition} />
          </section>
        );
      })}
    </div>
  );
}
