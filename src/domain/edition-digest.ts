/** An edition's digest with what it is over. */
export interface EditionDigest {
  readonly year: number;
  readonly reports: number;
  /** 64 hexadecimal digits: the Merkle root over the newest version of every report held. */
  readonly digest: string;
}

/** "Digest of the edition of 2021 (180 reports held): 4e50…" */
export function describeEditionDigest({ year, reports, digest }: EditionDigest): string {
  return `Digest of the edition of ${year} (${reports.toLocaleString('en-US')} ${reports === 1 ? 'report' : 'reports'} held): ${digest}`;
}

/** Said beside the digests. */
export const WHAT_A_DIGEST_IS =
  'The digest of an edition is a Merkle root (RFC 9162) over all its reports, sections and passages; variorum proof ADDRESS writes what proves a passage by it, without the library.';
