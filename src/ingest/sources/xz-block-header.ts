import { crc32 } from 'node:zlib';

/** The largest dictionary that the decoder takes: 64 MiB, what `xz -9` uses. */
export const MAX_DICTIONARY = 64 * 1024 * 1024;

/** The byte that states `MAX_DICTIONARY` in a block header. */
const MAX_DICTIONARY_CODE = 28;

/** What a block of xz data asks of its reader. Source: The .xz File Format 1.2.1, sections 3.1 and 5.3.1. */
export interface XzBlockHeader {
  /** How far back the block may refer, in bytes. */
  readonly dictionary: number;
  /** The same header with a dictionary that the decoder takes. */
  readonly within: Uint8Array;
}

/** How many bytes a block header can have. */
export const MAX_BLOCK_HEADER = 1024;

/**
 * Reads a block's header, or gives null where it is damaged or asks for another filter than LZMA2 alone.
 *
 * A stated dictionary is an upper bound: a block that expands to less than 64 MiB cannot refer further back than
 * that, whatever its header states, and is read as well with the smaller one. A block that does refer further back
 * is refused by the decoder when it comes to that place.
 */
export function findXzBlockHeader(bytes: Uint8Array): XzBlockHeader | null {
  const sizeCode = bytes[0];
  const flags = bytes[1];
  if (!sizeCode || flags === undefined) return null;
  const length = (sizeCode + 1) * 4;
  // More than one filter, or bits that are not in use.
  if (length > bytes.length || (flags & 0x3f) !== 0) return null;
  let at = 2;
  for (const bit of [0x40, 0x80]) {
    if ((flags & bit) === 0) continue;
    const stated = parseVli(bytes, at);
    if (!stated) return null;
    at = stated.next;
  }
  const code = bytes[at + 2];
  if (bytes[at] !== 0x21 || bytes[at + 1] !== 1 || code === undefined || code > 40) return null;
  const dictionary = code === 40 ? 2 ** 32 - 1 : (2 | (code & 1)) * 2 ** ((code >> 1) + 11);
  const within = bytes.slice(0, length);
  if (crc32(within.subarray(0, length - 4)) !== readUint32(within, length - 4)) return null;
  if (code > MAX_DICTIONARY_CODE) {
    within[at + 2] = MAX_DICTIONARY_CODE;
    new DataView(within.buffer).setUint32(length - 4, crc32(within.subarray(0, length - 4)), true);
  }
  return { dictionary, within };
}

/** A number of variable length (1.2) and where the next thing begins; null where it does not end or is too large. */
export function parseVli(bytes: Uint8Array, at: number): { value: number; next: number } | null {
  let value = 0;
  for (let i = 0; i < 9; i += 1) {
    const byte = bytes[at + i];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (!Number.isSafeInteger(value)) return null;
    if ((byte & 0x80) === 0) return { value, next: at + i + 1 };
  }
  return null;
}

function readUint32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
}
