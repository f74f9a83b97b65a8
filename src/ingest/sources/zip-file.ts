import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import yauzl from 'yauzl';
import { errorCode, readRange } from './open-file.ts';
import type { RefusalReason } from './refused-entry.ts';

/** An entry of a zip archive, and what its bytes are read with. */
export interface ZipEntry {
  readonly zip: yauzl.ZipFile;
  readonly handle: FileHandle;
  readonly entry: yauzl.Entry;
}

/** Methods of compression (APPNOTE.TXT 6.3.10, 4.4.5). */
export const STORED = 0;
export const DEFLATED = 8;

/** Opens the zip archive in a file that stays the caller's to close. */
export async function openZip(handle: FileHandle, size: number): Promise<yauzl.ZipFile> {
  const reader = new HandleReader(handle);
  // Names and sizes are checked here, entry by entry: yauzl would give up the whole archive for one of them.
  const zip = await yauzl.fromRandomAccessReaderPromise(reader, size, {
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: false,
  });
  reader.contentsAt = Number(zip.readEntryCursor);
  return zip;
}

/** An entry's name as it stands in the archive. */
export function zipEntryName(entry: yauzl.Entry): string {
  return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

/** What an entry is. `name` as it stands in the archive. */
export function zipEntryType(entry: yauzl.Entry, name: string): 'file' | 'folder' | 'link' | 'special' {
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

/** An entry's bytes, or why they cannot be had. */
export type ZipContent =
  | { readonly kind: 'content'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'fault'; readonly reason: RefusalReason; readonly message: string };

/** An entry's bytes: never more than the archive says there are, and checked against its checksum. */
export async function expandZipEntry({ zip, handle, entry }: ZipEntry): Promise<ZipContent> {
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

function fault(reason: RefusalReason, message: string): ZipContent {
  return { kind: 'fault', reason, message };
}

const inflate = promisify(inflateRaw);

const WINDOW_BYTES = 64 * 1024;

/** Reads from a handle that is ours to close; the list of contents, which is read in small bits, a window at a time. */
class HandleReader extends yauzl.RandomAccessReader {
  readonly #handle: FileHandle;
  /** Where the list of contents begins. */
  contentsAt = Number.POSITIVE_INFINITY;
  #window = new Uint8Array(0);
  #windowAt = 0;

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
    this.#bytesAt(position, length).then((bytes) => {
      if (bytes.length < length) return callback(new Error('the file ends too early'));
      buffer.set(bytes, offset);
      callback(null);
    }, callback);
  }

  async #bytesAt(position: number, length: number): Promise<Uint8Array> {
    if (position < this.contentsAt) return readRange(this.#handle, position, length);
    if (position < this.#windowAt || position + length > this.#windowAt + this.#window.length) {
      this.#window = await readRange(this.#handle, position, Math.max(length, WINDOW_BYTES));
      this.#windowAt = position;
    }
    return this.#window.subarray(position - this.#windowAt, position - this.#windowAt + length);
  }
}
