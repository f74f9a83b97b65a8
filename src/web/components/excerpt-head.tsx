import type { Catalog } from '../../domain/catalog.ts';
import { excerptAnchor } from '../../domain/excerpt-anchor.ts';
import { describeGap } from '../../domain/gap.ts';
import type { Excerpt } from '../../domain/publication.ts';
import { reportAddress } from '../addresses.ts';
import { citePlaceAddress } from '../cite-addresses.ts';
import { FactsList } from './facts-list.tsx';
import { CaptureDay, OutwardAddress, ReleaseDate, VersionLink } from './report-facts.tsx';
import { SampleMark } from './sample-banner.tsx';

/** What stands above one report’s text in a custom report: which it is, from when, from where. */
export function ExcerptHead({ excerpt, catalog }: { readonly excerpt: Excerpt; readonly catalog: Catalog }) {
  const { report, edition, heading, gaps } = excerpt;
  return (
    <header class="excerpt-head">
      <h2 id={excerptAnchor(excerpt)} tabindex={-1}>
        <a href={reportAddress(report)}>{heading}</a>
      </h2>
      {report.sample ? <SampleMark /> : null}
      <FactsList
        layout="row"
        facts={[
          ['Edition', `${edition.title}, covers events of ${edition.coversEventsOf}`],
          ['Released', report.sample ? null : <ReleaseDate edition={edition} />],
          ['Captured', <CaptureDay report={report} />],
          ['Version', <VersionLink report={report} />],
          ['Official address', report.sample ? null : <OutwardAddress address={report.provenance.address} />],
        ]}
      />
      <p class="screen-only">
        <a href={citePlaceAddress({ ...report, version: null })}>
          Cite {report.areaName}, {edition.year}
        </a>
      </p>
      {gaps.length === 0 ? null : (
        <ul class="excerpt-gaps">
          {gaps.map((gap) => (
            <li>{describeGap(gap, catalog)}</li>
          ))}
        </ul>
      )}
    </header>
  );
}
