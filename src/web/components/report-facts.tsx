import type { Edition } from '../../domain/edition.ts';
import type { ReportHead } from '../../domain/report.ts';
import { formatDay } from '../../domain/report-facts.ts';
import { isWebAddress, reportAddress } from '../addresses.ts';

/** An address that leads out, in full, so that it can be read on paper too. */
export function OutwardAddress({ address }: { readonly address: string }) {
  return isWebAddress(address) ? (
    <a class="outward" href={address} rel="external noreferrer">
      {address}
    </a>
  ) : (
    <span class="outward">{address}</span>
  );
}

export function ReleaseDate({ edition }: { readonly edition: Edition }) {
  return (
    <>
      {edition.releaseDate === null ? (
        'not known'
      ) : (
        <time datetime={edition.releaseDate}>{formatDay(edition.releaseDate)}</time>
      )}
      {edition.releaseDateNote === null ? null : <small class="note"> ({edition.releaseDateNote})</small>}
    </>
  );
}

/** The day the copy was taken. */
export function CaptureDay({ report: { provenance } }: { readonly report: ReportHead }) {
  if (provenance.capturedAt === null) return <>not known</>;
  return <time datetime={provenance.capturedAt}>{formatDay(provenance.capturedAt)}</time>;
}

export function VersionLink({ report }: { readonly report: ReportHead }) {
  return (
    <a href={reportAddress(report, report.version)}>
      <code>{report.version}</code>
    </a>
  );
}
