import type { FileHandle } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { ArchiveDamage } from './archive-damage.ts';
import { checkEntryName, printableName } from './entry-name.ts';
import { type Expansion, findTooMany } from './expansion.ts';
import type { SourceItem } from './found-page.ts';
import { INFLATE_STEP, InflateSteps } from './inflate-steps.ts';
import { readRange } from './open-file.ts';
import { refuse } from './refused-entry.ts';
import type { SourceLimits } from './source-limits.ts';
import { describeBroken } from './tar-pages.ts';
import { type WarcWatch, warcPages } from './warc-pages.ts';
import type { WarcRevisits } from './warc-revisits.ts';
import { DEFLATED, openZip, STORED, type ZipEntry, zipEntryName, zipEntryType } from './zip-file.ts';

const STEP = 64 * 1024;

/** WARC files of a WACZ stand in this folder (WACZ 1.1.1, 5.1). */
const WARC_NAME = /^archive\/.+\.warc(?:\.gz)?$/i;

/**
 * The report pages in a WACZ: a zip archive with WARC files in it. Its indexes are not used; nothing of it is unpacked
 * to the disk.
 * @param path how a person would name it
 * @param size the file's size in bytes
 */
export async function* waczPages(
  path: string,
  handle: FileHandle,
  size: number,
  limits: SourceLimits,
  revisits: WarcRevisits,
): AsyncGenerator<SourceItem> {
  // Held against the file's size, not the entries': entries may share the same bytes.
  const expansion: Expansion = { compressed: size, expanded: 0, stop: null };
  const watch: WarcWatch = { expansion, records: 0, revisits, limits };
  let warcs = 0;
  try {
    const zip = await openZip(handle, size);
    const tooMany = findTooMany(zip.entryCount, limits);
    if (tooMany) {
      yield refuse(path, tooMany.reason, tooMany.message);
      return;
    }
    for await (const entry of zip.eachEntry()) {
      const raw = zipEntryName(entry);
      const checked = checkEntryName(raw);
      const shown = `${path}!${printableName(checked.kind === 'name' ? checked.name : raw)}`;
      if (checked.kind === 'outside') {
        yield refuse(shown, 'outside-folder', `The name of this entry ${checked.why}.`);
        continue;
      }
      const type = zipEntryType(entry, raw);
      if (type === 'folder') continue;
      if (!WARC_NAME.test(checked.name)) {
        yield { kind: 'passed-over', count: 1 };
        continue;
      }
      warcs += 1;
      if (type !== 'file') yield refuse(shown, 'special-file', 'It is a link or a device, not a file.');
      else if (entry.isEncrypted()) yield refuse(shown, 'encrypted', 'It is locked with a password.');
      else if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
        const method = entry.compressionMethod;
        yield refuse(
          shown,
          'not-readable',
          `It is compressed in a way that is not supported (method ${method}).`,
        );
      } else yield* warcPages(shown, entryBytes({ zip, handle, entry }), watch);
      if (expansion.stop) return;
    }
  } catch (error) {
    yield refuse(path, 'broken-archive', describeBroken(error));
    return;
  }
  if (warcs === 0) {
    yield refuse(path, 'broken-archive', 'It has no WARC file in its folder “archive”, as every WACZ has.');
  }
}

/** The bytes of an entry, as they come out: never more than the archive says there are. */
async function* entryBytes({ zip, handle, entry }: ZipEntry): AsyncGenerator<Uint8Array> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = rangeBytes(handle, fileDataStart, entry.compressedSize);
  let checksum = 0;
  let size = 0;
  for await (const bytes of entry.compressionMethod === STORED ? packed : inflated(packed)) {
    checksum = crc32(bytes, checksum);
    size += bytes.length;
    if (size > entry.uncompressedSize) {
      throw new ArchiveDamage(entry.uncompressedSize, 'it expands to more than the archive says it holds');
    }
    yield bytes;
  }
  if (size !== entry.uncompressedSize) throw new ArchiveDamage(size, 'the file ends too early');
  if (checksum !== entry.crc32) {
    throw new ArchiveDamage(size, 'as a whole it does not agree with the checksum that the WACZ states');
  }
}

async function* inflated(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const steps = new InflateSteps(createInflateRaw({ chunkSize: 4 * INFLATE_STEP }));
  try {
    for await (const piece of source) {
      for (let at = 0; at < piece.length && !steps.ended; at += INFLATE_STEP) {
        yield* await steps.write(piece.subarray(at, at + INFLATE_STEP));
        if (steps.fault) throw steps.fault;
      }
    }
    yield* await steps.end();
    if (steps.fault) throw steps.fault;
  } finally {
    steps.close();
  }
}

async function* rangeBytes(handle: FileHandle, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; ) {
    const piece = await readRange(handle, start + at, Math.min(STEP, length - at));
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}
