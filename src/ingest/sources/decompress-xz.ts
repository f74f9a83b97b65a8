import type { FileHandle } from 'node:fs/promises';
import xzDecompress from 'xz-decompress';
import type { Expansion } from './expansion.ts';
import { readRange } from './open-file.ts';
import { describeSize } from './read-page.ts';
import { findXzBlockHeader, MAX_BLOCK_HEADER, MAX_DICTIONARY } from './xz-block-header.ts';
import type { XzLayout } from './xz-layout.ts';

// A CommonJS bundle: Node cannot see its named exports.
const { XzReadableStream } = xzDecompress;

/**
 * Expands xz data, one or several streams. Every byte that came out before the data turned out cut short is handed
 * over before the error is thrown. The decoder holds 64 MiB at most; only one archive of a process is expanded at a
 * time, a second one waits until the first is closed.
 * @param layout null where the end of the file is cut off or damaged
 * @param source the file's bytes from the beginning
 * @param expansion is stopped where the data is whole but packed in a way that is not supported
 */
export async function* decompressXz(
  handle: FileHandle,
  layout: XzLayout | null,
  source: AsyncIterable<Uint8Array>,
  expansion: Expansion,
): AsyncGenerator<Uint8Array, void, undefined> {
  const headers = await findHeaders(handle, layout?.blocks ?? [FIRST_BLOCK]);
  const reader = new XzReadableStream(streamOf(withHeaders(source, headers.within))).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    const unsupported = layout && describeUnsupported(headers, expansion.expanded);
    if (unsupported === null) throw new Error('the xz data is damaged or cut short', { cause: error });
    const message = `${unsupported} Unpack it and import the folder.`;
    expansion.stop ??= { reason: 'not-readable', message };
  } finally {
    // Frees the decoder for the next archive; one that failed has done so already.
    await reader.cancel().catch(() => {});
  }
}

/** Where the first block begins: after the stream's header. */
const FIRST_BLOCK = 12;

/** Where the stream's header states its checksum (2.1.1.2), and those that are known: none, CRC32, CRC64. */
const CHECK_BYTE = 7;
const KNOWN_CHECKS = [0, 1, 4];

/** The most that the decoder hands over at a time. */
const MAX_PIECE = 64 * 1024;

interface Headers {
  /** Whether checksum and filters are such that the decoder knows them. */
  readonly known: boolean;
  /** The largest dictionary that any block states. */
  readonly dictionary: number;
  /** The headers to be read in place of those in the file, by position, in order. */
  readonly within: readonly { readonly at: number; readonly bytes: Uint8Array }[];
}

async function findHeaders(handle: FileHandle, blocks: readonly number[]): Promise<Headers> {
  const [check = 0] = await readRange(handle, CHECK_BYTE, 1);
  let known = KNOWN_CHECKS.includes(check & 0x0f);
  let dictionary = 0;
  const within: { at: number; bytes: Uint8Array }[] = [];
  for (const at of blocks) {
    const header = findXzBlockHeader(await readRange(handle, at, MAX_BLOCK_HEADER));
    if (!header) known = false;
    else {
      dictionary = Math.max(dictionary, header.dictionary);
      if (header.dictionary > MAX_DICTIONARY) within.push({ at, bytes: header.within });
    }
  }
  within.sort((a, b) => a.at - b.at);
  return { known, dictionary, within };
}

/** Why the decoder may have failed on data that is whole; null where only damage can explain it. */
function describeUnsupported(headers: Headers, expanded: number): string | null {
  if (!headers.known) return 'It is packed with a checksum or a filter that is not supported.';
  // Only what stands beyond that can refer back beyond it; the last piece may not have been handed over.
  const beyond = expanded + MAX_PIECE > MAX_DICTIONARY;
  if (!beyond || headers.dictionary <= MAX_DICTIONARY) return null;
  const [stated, most] = [describeSize(headers.dictionary), describeSize(MAX_DICTIONARY)];
  return `It is packed with a dictionary of ${stated}, and ${most} are supported: what comes later cannot be read.`;
}

/** The bytes of a file with some headers replaced by others of the same length. */
async function* withHeaders(
  source: AsyncIterable<Uint8Array>,
  headers: Headers['within'],
): AsyncGenerator<Uint8Array> {
  let begin = 0;
  let first = 0;
  for await (const piece of source) {
    const end = begin + piece.length;
    for (let i = first; i < headers.length; i += 1) {
      const header = headers[i];
      if (!header || header.at >= end) break;
      for (let j = Math.max(0, begin - header.at); j < header.bytes.length && header.at + j < end; j += 1) {
        piece[header.at + j - begin] = header.bytes[j] ?? 0;
      }
      if (header.at + header.bytes.length <= end) first = i + 1;
    }
    yield piece;
    begin = end;
  }
}

/** A stream that reads nothing before it is asked to. */
function streamOf(source: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await source.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await source.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
