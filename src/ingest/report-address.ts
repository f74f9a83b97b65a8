import { findArchivedAddress } from './archive-address.ts';

/** The address of a report, on any host: edition and slug. */
export const REPORT_ADDRESS =
  /^https?:\/\/[^/]+\/reports\/(\d{4})-country-reports-on-human-rights-practices\/(?:[^?#]*\/)?([^/?#]+)\/?$/iu;

/** Whether an address is a report's, or a web archive's copy of one. */
export function isReportAddress(address: string): boolean {
  return REPORT_ADDRESS.test(findArchivedAddress(address)?.original ?? address.trim());
}
