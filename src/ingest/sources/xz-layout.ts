import type { FileHandle } from 'node:fs/promises';
import { readRange } from './open-file.ts';
import { parseVli } from './xz-block-header.ts';

/**
 * How an xz file is laid out, learned from the indexes at the ends of its streams without expanding anything.
 * Source: The .xz File Format 1.2.1, sections 2 (streams), 4 (index).
 */
export interface XzLayout {
  /** Where the blocks begin in the file. */
  readonly blocks: readonly number[];
  /** What the file says it expands to; the decoder holds it to that in the end. */
  readonly expandedBytes: number;
}

const HEADER = 12;
const FOOTER = 12;
/** Beyond these the layout counts as unknown: a file of honest blocks that large has far fewer. */
const MAX_INDEX_BYTES = 1024 * 1024;
const MAX_BLOCKS = 10_000;
const MAX_PADDING = 4096;

/** The layout of an xz file, or null where its end is cut off, damaged or of an unlikely size. */
export async function findXzLayout(handle: FileHandle, size: number): Promise<XzLayout | null> {
  const blocks: number[] = [];
  let expandedBytes = 0;
  let end = size;
  let padding = 0;
  while (end > 0) {
    if (end < HEADER + FOOTER) return null;
    const footer = await readRange(handle, end - FOOTER, FOOTER);
    // Stream padding (2.2): zero bytes, four at a time.
    if (footer[8] === 0 && footer[9] === 0 && footer[10] === 0 && footer[11] === 0) {
      padding += 4;
      if (padding > MAX_PADDING) return null;
      end -= 4;
      continue;
    }
    padding = 0;
    if (footer[10] !== 0x59 || footer[11] !== 0x5a) return null;
    const indexBytes = (new DataView(footer.buffer).getUint32(4, true) + 1) * 4;
    const indexAt = end - FOOTER - indexBytes;
    if (indexBytes > MAX_INDEX_BYTES || indexAt < HEADER) return null;
    const records = findRecords(await readRange(handle, indexAt, indexBytes));
    if (!records || blocks.length + records.length > MAX_BLOCKS) return null;
    let at = indexAt;
    for (const record of records) at -= roundUp4(record.unpadded);
    if (at < HEADER) return null;
    end = at - HEADER;
    for (const record of records) {
      blocks.push(at);
      at += roundUp4(record.unpadded);
      expandedBytes += record.expanded;
    }
  }
  return { blocks, expandedBytes };
}

/** The records of an index (4.3), or null where it is damaged. */
function findRecords(index: Uint8Array): { unpadded: number; expanded: number }[] | null {
  if (index[0] !== 0) return null;
  const count = parseVli(index, 1);
  if (!count || count.value > MAX_BLOCKS) return null;
  const records: { unpadded: number; expanded: number }[] = [];
  let at = count.next;
  for (let i = 0; i < count.value; i += 1) {
    const unpadded = parseVli(index, at);
    const expanded = unpadded && parseVli(index, unpadded.next);
    if (!expanded || unpadded.value === 0) return null;
    records.push({ unpadded: unpadded.value, expanded: expanded.value });
    at = expanded.next;
  }
  return records;
}

function roundUp4(size: number): number {
  return Math.ceil(size / 4) * 4;
}
