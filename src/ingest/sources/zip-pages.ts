import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import yauzl from 'yauzl';
import {
  checkEntryName,
  findEntryTime,
  isHiddenName,
  isPageName,
  leadsOutside,
  printableName,
} from './entry-name.ts';
import { type Expansion, findExcess, findTooMany } from './expansion.ts';
import type { SourceItem } from './found-page.ts';
import { errorCode, readRange } from './open-file.ts';
import { describeTooLarge } from './read-page.ts';
import { type RefusalReason, refuse } from './refused-entry.ts';
import type { SourceLimits } from './source-limits.ts';
import { describeBroken } from './tar-pages.ts';

const inflate = promisify(inflateRaw);

/**
 * The pages in a zip archive, in the order of its list of contents; what cannot be read as a page is refused and
 * the reading goes on. Only pages are expanded.
 * @param path how a person would name the archive
 * @param size the file's size in bytes
 */
export async function* zipPages(
  path: string,
  handle: FileHandle,
  size: number,
  limits: SourceLimits,
): AsyncGenerator<SourceItem> {
  // What comes out is held against the file's size, not the entries': entries may share the same bytes.
  const expansion: Expansion = { compressed: size, expanded: 0, stop: null };
  try {
    const zip = await openZip(handle, size);
    const tooMany = findTooMany(zip.entryCount, limits);
    if (tooMany) {
      yield refuse(path, tooMany.reason, tooMany.message);
      return;
    }
    for await (const entry of zip.eachEntry()) {
      const item = await readEntry(path, { zip, handle, entry }, expansion, limits);
      const excess = findExcess(expansion, limits);
      if (excess) {
        yield refuse(path, excess.reason, excess.message);
        return;
      }
      if (item) yield item;
    }
  } catch (error) {
    yield refuse(path, 'broken-archive', describeBroken(error));
  }
}

/** How many entries of a zip archive are named like pages, as far as its list of contents can be read. */
export async function countZipPages(handle: FileHandle, size: number, limits: SourceLimits): Promise<number> {
  let count = 0;
  try {
    const zip = await openZip(handle, size);
    if (findTooMany(zip.entryCount, limits)) return 0;
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (isPageName(name) && !isHiddenName(name)) count += 1;
    }
  } catch {
    // The listing says what is wrong with it.
  }
  return count;
}

interface ZipEntry {
  readonly zip: yauzl.ZipFile;
  readonly handle: FileHandle;
  readonly entry: yauzl.Entry;
}

/** Reads from a handle that is ours to close. */
class HandleReader extends yauzl.RandomAccessReader {
  readonly #handle: FileHandle;

  constructor(handle: FileHandle) {
    super();
    this.#handle = handle;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    readRange(this.#handle, position, length).then((bytes) => {
      if (bytes.length < length) return callback(new Error('the file ends too early'));
      buffer.set(bytes, offset);
      callback(null);
    }, callback);
  }
}

function openZip(handle: FileHandle, size: number): Promise<yauzl.ZipFile> {
  // Names and sizes are checked here, entry by entry: yauzl would give up the whole archive for one of them.
  return yauzl.fromRandomAccessReaderPromise(new HandleReader(handle), size, {
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: false,
  });
}

function nameOf(entry: yauzl.Entry): string {
  return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

/** The page in an entry, or why there is none; null for folders and hidden files, and where limits are passed. */
async function readEntry(
  archive: string,
  zipEntry: ZipEntry,
  expansion: Expansion,
  limits: SourceLimits,
): Promise<SourceItem | null> {
  const { entry } = zipEntry;
  const raw = nameOf(entry);
  const checked = checkEntryName(raw);
  if (checked.kind === 'outside') {
    const path = `${archive}!${printableName(raw)}`;
    return refuse(path, 'outside-folder', `The name of this entry ${checked.why}.`);
  }
  const { name } = checked;
  const path = `${archive}!${printableName(name)}`;
  const type = typeOf(entry, raw);
  if (type === 'folder' || isHiddenName(name)) return null;
  if (type === 'special') return refuse(path, 'special-file', 'It is a pipe or a device, not a file.');
  if (type === 'file' && !isPageName(name)) return { kind: 'passed-over', count: 1 };
  if (entry.isEncrypted()) return refuse(path, 'encrypted', 'It is locked with a password.');
  if (entry.uncompressedSize === 0) return refuse(path, 'empty', 'The page is empty.');
  // What does not compress is stored with a few bytes more.
  if (Math.max(entry.uncompressedSize, entry.compressedSize - 65_536) > limits.maxPageBytes) {
    return refuse(path, 'too-large', describeTooLarge(limits.maxPageBytes));
  }
  expansion.expanded += entry.uncompressedSize;
  if (findExcess(expansion, limits)) return null;
  const content = await expand(zipEntry);
  if (content.kind === 'fault') return refuse(path, content.reason, content.message);
  const { bytes } = content;
  if (type === 'link') {
    const base = name.split('/').slice(0, -1).join('/');
    // What a link inside the archive leads to is read under its own name.
    return leadsOutside(base, new TextDecoder().decode(bytes))
      ? refuse(path, 'symlink-outside', 'It is a link that leads out of the archive.')
      : { kind: 'passed-over', count: 1 };
  }
  return {
    kind: 'page',
    path,
    size: bytes.byteLength,
    // Without a time zone of its own an entry's time is read as UTC, so that it is the same on every machine.
    modified: findEntryTime(entry.getLastModDate({ timezone: 'UTC' })),
    modifiedFrom: 'archive-entry',
    location: { kind: 'bytes', bytes },
  };
}

function typeOf(entry: yauzl.Entry, name: string): 'file' | 'folder' | 'link' | 'special' {
  // The file type of Unix, where the archive was made there (Info-ZIP, external file attributes).
  switch ((entry.externalFileAttributes >>> 16) & 0o170000) {
    case 0o120000:
      return 'link';
    case 0o040000:
      return 'folder';
    case 0:
    case 0o100000:
      return name.endsWith('/') ? 'folder' : 'file';
    default:
      return 'special';
  }
}

type Content =
  | { readonly kind: 'content'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'fault'; readonly reason: RefusalReason; readonly message: string };

/** An entry's bytes: never more than the archive says there are, and checked against its checksum. */
async function expand({ zip, handle, entry }: ZipEntry): Promise<Content> {
  const size = entry.uncompressedSize;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const compressed = await readRange(handle, fileDataStart, entry.compressedSize);
    if (entry.compressionMethod === STORED) bytes = compressed;
    else if (entry.compressionMethod === DEFLATED) {
      bytes = new Uint8Array(await inflate(compressed, { maxOutputLength: size }));
    } else {
      const method = entry.compressionMethod;
      return fault('not-readable', `It is compressed in a way that is not supported (method ${method}).`);
    }
  } catch (error) {
    if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE') {
      return fault('zip-bomb', 'It expands to more than the archive says it holds.');
    }
    const why = error instanceof Error ? error.message : String(error);
    return fault('broken-archive', `It is damaged and cannot be expanded (${why}).`);
  }
  if (bytes.byteLength !== size || crc32(bytes) !== entry.crc32) {
    return fault('broken-archive', 'It is damaged: it does not agree with its checksum.');
  }
  return { kind: 'content', bytes };
}

/** Methods of compression (APPNOTE.TXT 6.3.10, 4.4.5). */
const STORED = 0;
const DEFLATED = 8;

function fault(reason: RefusalReason, message: string): Content {
  return { kind: 'fault', reason, message };
}
