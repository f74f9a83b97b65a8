import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { findEntryTime } from './entry-name.ts';
import { type RefusedEntry, refuse } from './refused-entry.ts';

/** A regular file, open for reading. Whoever opened it closes it. */
export interface OpenFile {
  readonly kind: 'open';
  readonly handle: FileHandle;
  readonly size: number;
  readonly modified: Date | null;
}

/**
 * Opens a regular file, or says why not.
 * @param file the real path, without links
 * @param shownAs the path for the refusal
 */
export async function openFile(file: string, shownAs: string): Promise<OpenFile | RefusedEntry> {
  let handle: FileHandle;
  try {
    // A pipe that took the file's place must not hold us up; a link that did must not lead us elsewhere.
    handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch (error) {
    return refuse(shownAs, 'not-readable', `It cannot be opened: ${describeSystemError(error)}.`);
  }
  try {
    const stats = await handle.stat();
    if (stats.isFile()) {
      return { kind: 'open', handle, size: stats.size, modified: findEntryTime(stats.mtime) };
    }
    await handle.close();
    return refuse(shownAs, 'special-file', 'It is not a regular file.');
  } catch (error) {
    await handle.close();
    return refuse(shownAs, 'not-readable', `It cannot be read: ${describeSystemError(error)}.`);
  }
}

/** Reads up to `length` bytes from a place in the file; fewer only where the file ends. */
export async function readRange(
  handle: FileHandle,
  position: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) return bytes.slice(0, filled);
    filled += bytesRead;
  }
  return bytes;
}

/** What the system says, in words. */
export function describeSystemError(error: unknown): string {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return 'you have no permission to read it';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'it is no longer there, or its name cannot be read';
    case 'ELOOP':
      return 'it is a link that leads back to itself, or took the place of a file';
    case 'ENAMETOOLONG':
      return 'its path is too long';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open';
    case 'EIO':
      return 'the disk reports an error';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** The code of a system error, `ENOENT`; null for anything else. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
