import { isReportAddress } from '../report-address.ts';
import { ArchiveDamage } from './archive-damage.ts';
import { findEntryTime, printableName } from './entry-name.ts';
import { type Expansion, findExcess, findTooMany, type Stop } from './expansion.ts';
import type { SourceItem } from './found-page.ts';
import { gzipMembers, type Piece } from './gzip-members.ts';
import { findHttpMessage } from './http-message.ts';
import type { RecordPassedOver } from './passed-over-records.ts';
import { describeTooLarge } from './read-page.ts';
import { refuse } from './refused-entry.ts';
import type { SourceLimits } from './source-limits.ts';
import { findStatusReason, readWarcCapture, type WarcCapture } from './warc-capture.ts';
import { WarcReader } from './warc-reader.ts';
import type { WarcHead } from './warc-record.ts';
import { referredAddress, type WarcRevisits } from './warc-revisits.ts';

/** What is known of the reading of one archive, and of all of them. */
export interface WarcWatch {
  readonly expansion: Expansion;
  /** Records met so far in the whole archive. */
  records: number;
  readonly revisits: WarcRevisits;
  readonly limits: SourceLimits;
}

/** What the head of an answer and its field lines may add to a page. */
const HTTP_HEAD_BYTES = 64 * 1024;

/**
 * The report pages in a WARC file, plain or packed, in its order, as its bytes come in. Everything else is passed over
 * and counted; a record that is wrong in itself is refused and the reading goes on. Where the file is cut short or
 * damaged, the pages before that place are given and the file is then refused with the place.
 * @param path how a person would name the file
 * @param source its bytes; what is read of them is counted by whoever reads the file
 */
export async function* warcPages(
  path: string,
  source: AsyncIterable<Uint8Array>,
  watch: WarcWatch,
): AsyncGenerator<SourceItem> {
  const passedOver = new Map<RecordPassedOver, number>();
  const reader = new WarcReader(watched(await piecesOf(source), watch));
  let fault: unknown = null;
  try {
    for (;;) {
      const head = await reader.readHead();
      if (head === null) break;
      watch.records += 1;
      watch.expansion.stop ??= findTooMany(watch.records, watch.limits);
      if (watch.expansion.stop) break;
      const outcome = await readRecord(reader, head, watch);
      if (outcome.kind === 'passed-over') {
        passedOver.set(outcome.reason, (passedOver.get(outcome.reason) ?? 0) + 1);
      } else yield toItem(path, head, outcome);
      if (watch.expansion.stop) break;
    }
  } catch (error) {
    fault = error;
  } finally {
    await reader.close();
  }
  for (const [reason, count] of passedOver) yield { kind: 'passed-over-records', reason, count };
  const { stop } = watch.expansion;
  if (stop) yield refuse(path, stop.reason, adviseSplitting(stop));
  else if (fault !== null) yield refuse(path, 'broken-archive', describeDamage(fault));
}

async function readRecord(reader: WarcReader, head: WarcHead, watch: WarcWatch): Promise<WarcCapture> {
  const { limits, revisits, expansion } = watch;
  const read = async (): Promise<WarcCapture> => {
    if (head.type !== 'response' && head.type !== 'resource' && head.type !== 'revisit') {
      await reader.skipBlock(head);
      return { kind: 'passed-over', reason: 'no-capture' };
    }
    if (head.length > limits.maxPageBytes + HTTP_HEAD_BYTES) {
      await reader.skipBlock(head);
      return head.address !== null && isReportAddress(head.address)
        ? { kind: 'refused', reason: 'too-large', message: describeTooLarge(limits.maxPageBytes) }
        : { kind: 'passed-over', reason: 'not-html' };
    }
    const block = await reader.readBlock(head);
    return head.type === 'revisit'
      ? { kind: 'passed-over', reason: judgeRevisit(head, block, revisits) }
      : readWarcCapture(head, block, limits.maxPageBytes);
  };
  const outcome = await read();
  // Nothing of a record counts before it is known to be whole.
  await reader.settle(head);
  if (outcome.kind === 'page') {
    expansion.expanded += Math.max(0, outcome.bytes.length - head.length);
    expansion.stop ??= findExcess(expansion, limits);
    if (head.address !== null) revisits.addPage(head.address, head.date, outcome.digests);
  } else if (outcome.kind === 'passed-over' && outcome.reason === 'revisit') revisits.addRevisit(head);
  return outcome;
}

/** What a revisit is passed over as. Those that may be of a report are counted once all archives were read. */
function judgeRevisit(head: WarcHead, block: Uint8Array, revisits: WarcRevisits): RecordPassedOver {
  const status = findHttpMessage(block)?.status ?? 200;
  // 304 says that nothing has changed (the profile server-not-modified).
  const reason = status === 304 ? null : findStatusReason(status);
  if (reason !== null) return reason;
  const ofReport = [head.address, referredAddress(head)].some(
    (address) => address !== null && isReportAddress(address),
  );
  return ofReport || revisits.isKnown(head) ? 'revisit' : 'other-page';
}

function toItem(
  archive: string,
  head: WarcHead,
  outcome: Exclude<WarcCapture, { kind: 'passed-over' }>,
): SourceItem {
  const path = `${archive}!${printableName(nameRecord(head))}`;
  if (outcome.kind === 'refused') return refuse(path, outcome.reason, outcome.message);
  const { bytes } = outcome;
  return {
    kind: 'page',
    path,
    size: bytes.length,
    modified: findEntryTime(head.date),
    modifiedFrom: 'warc-record',
    address: head.address,
    location: { kind: 'bytes', bytes },
  };
}

/** As web archives name a capture: `20240813100000/https://…`. */
function nameRecord({ address, date, at }: WarcHead): string {
  const time = date?.toISOString().replace(/\D/g, '').slice(0, 14) ?? 'unknown-time';
  return `${time}/${address ?? `record-at-${at}`}`;
}

/** Gzip data are known by their beginning, whatever the file is called. */
async function piecesOf(source: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Piece>> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  const whole = (async function* () {
    try {
      if (first.done) return;
      yield first.value;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  })();
  return !first.done && first.value[0] === 0x1f && first.value[1] === 0x8b
    ? gzipMembers(whole)
    : plain(whole);
}

async function* plain(source: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  let at = 0;
  for await (const bytes of source) {
    yield { bytes, at, packed: false };
    at += bytes.length;
  }
}

/** Passes the bytes on until they are more than the limits allow. */
async function* watched(
  pieces: AsyncIterable<Piece>,
  { expansion, limits }: WarcWatch,
): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    expansion.expanded += piece.bytes.length;
    expansion.stop ??= findExcess(expansion, limits);
    if (expansion.stop) return;
    yield piece;
  }
}

function describeDamage(fault: unknown): string {
  if (!(fault instanceof ArchiveDamage)) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return `It could not be read to its end; what could be read has been read (${why}).`;
  }
  return (
    `It is cut short or damaged at byte ${fault.at}: ${fault.message}. ` +
    'What stands before has been read, what comes after has not.'
  );
}

/** A web archive cannot be unpacked into a folder as the other archives can. */
function adviseSplitting({ message }: Stop): string {
  return message
    .replace(
      'If it is honest, unpack it and import the folder.',
      'If it is honest, split it and import the parts.',
    )
    .replace('Unpack it and import the folder.', 'Split it and import the parts.');
}
