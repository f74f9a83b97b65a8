import { formatReportId } from '../domain/address.ts';
import type { Edition } from '../domain/edition.ts';
import type { ReportHead } from '../domain/report.ts';
import { BUREAU, noticeFor } from '../domain/report-facts.ts';

/** Which report a passage was taken from, as comparisons and histories name it in JSON. */
export function reportToJson(head: ReportHead, edition: Edition): object {
  const { address, host, capturedAddress, capturedAt, sha256, readerVersion } = head.provenance;
  return {
    report: formatReportId(head),
    edition: edition.year,
    version: head.version,
    areaName: head.areaName,
    title: head.title,
    coversEventsOf: edition.coversEventsOf,
    bureau: head.sample ? null : BUREAU,
    releaseDate: head.sample ? null : edition.releaseDate,
    officialAddress: address,
    host,
    capturedAddress,
    capturedAt,
    sha256,
    readerVersion,
    sample: head.sample,
    notice: noticeFor(head),
  };
}
