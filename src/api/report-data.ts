import { formatAddress } from '../domain/address.ts';
import type { LibraryStamp } from '../domain/library-stamp.ts';
import type { ReportView } from '../workbench/read-report.ts';

/** A whole report: everything that is known of it, its sections and its passages with their marks. */
export function describeReport(view: ReportView, stamp: LibraryStamp): string {
  const { report, area, versions, earlier, later } = view;
  return `${JSON.stringify({
    library: { version: stamp.version },
    address: formatAddress(report),
    area: { id: area.id, name: area.name, region: area.region },
    versions: versions.map(({ version, provenance, passageWords }) => ({
      version,
      capturedAt: provenance.capturedAt,
      words: passageWords,
    })),
    earlier: earlier === null ? null : formatAddress({ edition: earlier.edition, area: earlier.area }),
    later: later === null ? null : formatAddress({ edition: later.edition, area: later.area }),
    report,
  })}\n`;
}
