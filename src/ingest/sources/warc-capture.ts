import { hash } from 'node:crypto';
import { Problem } from '../../domain/problem.ts';
import { parsePageTree } from '../page-tree.ts';
import { decodePage } from '../read-page.ts';
import { isReportAddress } from '../report-address.ts';
import { findHttpMessage, isHtml, readHttpBody } from './http-message.ts';
import type { RecordPassedOver } from './passed-over-records.ts';
import { describeTooLarge } from './read-page.ts';
import type { RefusalReason } from './refused-entry.ts';
import { findWarcDigest, hasDigest, type WarcDigest } from './warc-digest.ts';
import type { WarcHead } from './warc-record.ts';

/** What a record with a captured answer came to. */
export type WarcCapture =
  | {
      readonly kind: 'page';
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** By which a revisit may name it. */
      readonly digests: readonly WarcDigest[];
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly message: string }
  | { readonly kind: 'passed-over'; readonly reason: RecordPassedOver };

/**
 * The report page in a `response` or `resource` record, checked against its digests.
 * @param maxPageBytes what may come out of a packed page
 */
export async function readWarcCapture(
  head: WarcHead,
  block: Uint8Array,
  maxPageBytes: number,
): Promise<WarcCapture> {
  const byAddress = head.address !== null && isReportAddress(head.address);
  let forms: readonly Uint8Array[] = [block];
  let bytes = block;
  if (head.type === 'response') {
    const message = findHttpMessage(block);
    if (message === null) return passOver('no-capture');
    const reason = findStatusReason(message.status);
    if (reason !== null) return passOver(reason);
    if (!isHtml(message.get('content-type'))) return passOver('not-html');
    const body = await readHttpBody(message, maxPageBytes);
    if (body.kind === 'fault') {
      return byAddress ? { ...body, kind: 'refused' } : passOver('other-page');
    }
    ({ bytes, forms } = body);
  } else if (!isHtml(head.get('content-type'))) return passOver('not-html');
  if (!byAddress && !isReportByContent(bytes)) return passOver('other-page');
  const fault = findFault(head, block, forms);
  if (fault !== null) return { kind: 'refused', reason: 'broken-archive', message: fault };
  if (bytes.length === 0) return { kind: 'refused', reason: 'empty', message: 'The page is empty.' };
  if (bytes.length > maxPageBytes) {
    return { kind: 'refused', reason: 'too-large', message: describeTooLarge(maxPageBytes) };
  }
  return {
    kind: 'page',
    // It must own its whole buffer.
    bytes: new Uint8Array(bytes),
    digests: [findWarcDigest(head.get('warc-payload-digest')), ...forms.flatMap(digestsOf)].filter(
      (digest) => digest !== null,
    ),
  };
}

/** Why an answer of a status is passed over; null for 200. */
export function findStatusReason(status: number): RecordPassedOver | null {
  if (status === 200) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'other-status';
}

/**
 * What is wrong with a record, in a sentence, or null. Writers do not agree whether a payload's digest is that of the
 * body with or without chunks and packing (ISO 28500:2017, 5.9 leaves it open), so any of them will do.
 */
function findFault(head: WarcHead, block: Uint8Array, forms: readonly Uint8Array[]): string | null {
  if (head.get('warc-segment-number') !== null) {
    return 'The archive has it in segments over several records, which are not read.';
  }
  const truncated = head.get('warc-truncated');
  if (truncated !== null) {
    return `The archive says that it was cut short when it was captured (${truncated.slice(0, 40)}).`;
  }
  const ofBlock = findWarcDigest(head.get('warc-block-digest'));
  if (ofBlock !== null && !hasDigest(block, ofBlock)) {
    return `The record is not what was captured: its block does not have the ${ofBlock.algorithm} digest that the archive states.`;
  }
  const ofPayload = findWarcDigest(head.get('warc-payload-digest'));
  if (ofPayload !== null && !forms.some((form) => hasDigest(form, ofPayload))) {
    return `The page is not what was captured: it does not have the ${ofPayload.algorithm} digest that the archive states.`;
  }
  return null;
}

/** Whether a page says of itself that it is a report, wherever it was taken from. */
function isReportByContent(bytes: Uint8Array): boolean {
  // Nearly every page of a crawl is another one: they are told apart without parsing them.
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('report__main')) return false;
  try {
    return parsePageTree(decodePage(bytes)).addresses.some(isReportAddress);
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

function digestsOf(bytes: Uint8Array): WarcDigest[] {
  return ['sha1', 'sha256'].map((algorithm) => ({ algorithm, hex: hash(algorithm, bytes, 'hex') }));
}

function passOver(reason: RecordPassedOver): WarcCapture {
  return { kind: 'passed-over', reason };
}
