import { formatReportId } from '../../domain/address.ts';
import type { EditionDigest } from '../../domain/edition-digest.ts';
import type { GatheredPublication } from '../../domain/publication.ts';
import type { ReportHead } from '../../domain/report.ts';
import { typstCall, typstString } from './typst-text.ts';
import { writeHeading } from './write-sections.ts';
import { writeEditionDigests } from './write-verification.ts';

/** How a reader repeats what stands on the last page. */
export const HOW_TO_RECOMPUTE = [
  'SHA-256 of the captured bytes: of the page as it was fetched, byte for byte (sha256sum FILE). It names the very bytes that were read; the publisher’s page may have been changed since.',
  'Version of a report: first 12 hexadecimal digits of the SHA-256 of its words. Version of the library: first 12 hexadecimal digits of the SHA-256 over the sorted lines “year/area@version” of all reports held. The same texts give the same versions on every machine.',
  'To make this document again: open the selection below in a Variorum library of the same version, or run variorum export with it. The same library gives the same bytes.',
] as const;

/** The last page: what was taken from which bytes of which library, and how to check it. */
export function writeHashes(
  { excerpts, library, query, selection }: GatheredPublication,
  digests: readonly EditionDigest[],
): string {
  let source = '#pagebreak(weak:true)\n';
  source += writeHeading(1, 'How to verify this document', '');
  source += HOW_TO_RECOMPUTE.map((line) => typstCall('say', typstString(line))).join('');
  source += typstCall(
    'small',
    typstString(`Library version: ${library.version} (${library.reports.toLocaleString('en-US')} reports)`),
    typstString(`Selection as a link: ${selectionAddress(query)}`),
    typstString(`Selection as JSON: ${JSON.stringify(selection)}`),
  );
  source += writeEditionDigests(digests);
  return source + writeHashTable(excerpts.map(({ report }) => report));
}

/** A line a report: its address and version, and the SHA-256 of its captured bytes. */
export function writeHashTable(reports: readonly ReportHead[]): string {
  const lines = new Map(
    reports.map((report) => [
      `${formatReportId(report)}@${report.version}`,
      `${formatReportId(report)}@${report.version}  ${report.provenance.sha256}`,
    ]),
  );
  return typstCall('small', ...[...lines.values()].map(typstString));
}

/** `/report?years=2021&…`, or the address of an older version of a report. */
export function selectionAddress(query: string): string {
  return query.includes('=') ? `/report?${query}` : `/${query}`;
}
