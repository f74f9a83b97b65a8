import type { Citation } from '../../domain/citation.ts';
import type { ReportHead } from '../../domain/report.ts';
import { reportAddress } from '../addresses.ts';
import { CitationFiles, CitationLine, Citations } from './citations.tsx';
import { CopyAddress } from './copy-address.tsx';
import { SampleMark } from './sample-banner.tsx';

/** What to write down to name this report elsewhere. */
export function CiteBox({
  report,
  citation,
  origin,
}: {
  readonly report: ReportHead;
  readonly citation: Citation;
  readonly origin: string;
}) {
  const address = origin + reportAddress(report, report.version);
  return (
    <section class="cite" aria-labelledby="cite">
      <h2 id="cite">How to cite</h2>
      {report.sample ? <SampleMark /> : null}
      <CitationLine citation={citation} style="chicago-note" id="cite-line" />
      <details class="screen-only">
        <summary>In other styles: Bluebook, OSCOLA, APA, MLA, BibTeX and more</summary>
        <Citations citation={citation} />
        <CitationFiles citation={citation} />
      </details>
      <p>
        For a section or passage choose “cite” behind it. Every passage has an address of its own too: it is
        the link behind the small number in the margin, and choosing that number copies it. The sign # beside
        a heading does the same for a section.
      </p>
      <CopyAddress id="this-copy" label="The lasting address of this very copy" address={address} />
      <p class="hint">
        It names the version, <code>{report.version}</code>: should the text ever be captured again with a
        change, this address still shows these words.
      </p>
    </section>
  );
}
