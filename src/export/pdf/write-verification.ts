import { describeEditionDigest, type EditionDigest, WHAT_A_DIGEST_IS } from '../../domain/edition-digest.ts';
import { VERIFICATION_FILE, type Verification } from '../../domain/verification.ts';
import { typstCall, typstString } from './typst-text.ts';

/** The data for programs, as a file within the PDF. */
export function attachVerification(verification: Verification): string {
  return `#pdf.attach(${typstString(VERIFICATION_FILE)},bytes(${typstString(JSON.stringify(verification))}),relationship:"supplement",mime-type:"application/json",description:"For programs: which passages of which reports this document quotes, with their digests")\n`;
}

/** The digests of the editions a document takes from, printed. */
export function writeEditionDigests(editions: readonly EditionDigest[]): string {
  if (editions.length === 0) return '';
  const lines = [...editions.map(describeEditionDigest), WHAT_A_DIGEST_IS];
  return typstCall('small', ...lines.map(typstString));
}
