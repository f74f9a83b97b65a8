import { Problem } from '../../domain/problem.ts';
import type { PageLocation } from './found-page.ts';
import { describeSystemError, openFile } from './open-file.ts';
import { SOURCE_LIMITS, type SourceLimits } from './source-limits.ts';

/**
 * The bytes of a page, in an array that owns its whole buffer.
 * @throws Problem 'unreadable-page' where the file is gone, may not be read, is no regular file or is too large;
 *   reading stops at the limit, however large the file is by then.
 */
export async function readPage(
  location: PageLocation,
  limits: Pick<SourceLimits, 'maxPageBytes'> = SOURCE_LIMITS,
): Promise<Uint8Array<ArrayBuffer>> {
  const most = limits.maxPageBytes;
  if (location.kind === 'bytes') {
    if (location.bytes.byteLength > most) throw tooLarge(most);
    return location.bytes;
  }
  const file = await openFile(location.path, location.path);
  if (file.kind === 'refused') throw new Problem('unreadable-page', file.message);
  try {
    if (file.size > most) throw tooLarge(most);
    // One byte more than stated shows whether the file has grown meanwhile.
    let bytes = new Uint8Array(file.size + 1);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await file.handle.read(bytes, filled, bytes.length - filled, filled);
      filled += bytesRead;
      if (filled > most) throw tooLarge(most);
      if (bytesRead === 0) return bytes.slice(0, filled);
      if (filled === bytes.length) bytes = grown(bytes, Math.min(bytes.length * 2, most + 1));
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('unreadable-page', `It cannot be read: ${describeSystemError(error)}.`);
  } finally {
    await file.handle.close();
  }
}

/** The sentence for a page over the limit. */
export function describeTooLarge(maxPageBytes: number): string {
  return `It is larger than ${describeSize(maxPageBytes)}, which no report page is.`;
}

/** A size in words: `20 MB`, `600 bytes`. */
export function describeSize(bytes: number): string {
  const mb = 1024 * 1024;
  return bytes < mb ? `${bytes} bytes` : `${Math.round(bytes / mb)} MB`;
}

function tooLarge(most: number): Problem {
  return new Problem('unreadable-page', describeTooLarge(most));
}

function grown(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}
