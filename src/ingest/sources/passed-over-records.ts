/** Why records of a web archive are passed over, in words for a summary. */
export const RECORDS_PASSED_OVER = {
  'no-capture': 'requests, metadata and other records that hold no page',
  'not-html': 'images, styles, scripts and other files that are no web pages',
  'other-page': 'web pages that are no country report',
  redirect: 'redirects',
  'other-status': 'answers other than 200, such as “not found” or “too many requests”',
  revisit: 'revisits: a report page that is in these archives, seen again unchanged',
  'revisit-unresolved': 'revisits of a report page that is in none of these archives',
} as const;

export type RecordPassedOver = keyof typeof RECORDS_PASSED_OVER;

/** Records of a web archive that are not read. */
export interface PassedOverRecords {
  readonly kind: 'passed-over-records';
  readonly reason: RecordPassedOver;
  readonly count: number;
}
