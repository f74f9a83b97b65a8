import type { FileHandle } from 'node:fs/promises';
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
import { readRange } from './open-file.ts';
import { describeTooLarge } from './read-page.ts';
import { refuse } from './refused-entry.ts';
import type { SourceLimits } from './source-limits.ts';
import { describeBroken } from './tar-pages.ts';
import { expandZipEntry, openZip, type ZipEntry, zipEntryName, zipEntryType } from './zip-file.ts';

/** Opens each entry of the list of contents (APPNOTE.TXT 6.3.10, 4.3.12). */
const CONTENTS_SIGNATURE = [0x50, 0x4b, 0x01, 0x02];

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
    // Where the stated number of entries is too small, as old tools write it beyond 65,535, the list goes on.
    const next = await readRange(handle, Number(zip.readEntryCursor), CONTENTS_SIGNATURE.length);
    if (CONTENTS_SIGNATURE.every((byte, i) => next[i] === byte)) {
      yield refuse(
        path,
        'broken-archive',
        'It has more entries than it says; only as many as it says were read.',
      );
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
      const name = zipEntryName(entry);
      if (isPageName(name) && !isHiddenName(name)) count += 1;
    }
  } catch {
    // The listing says what is wrong with it.
  }
  return count;
}

/** The page in an entry, or why there is none; null for folders and hidden files, and where limits are passed. */
async function readEntry(
  archive: string,
  zipEntry: ZipEntry,
  expansion: Expansion,
  limits: SourceLimits,
): Promise<SourceItem | null> {
  const { entry } = zipEntry;
  const raw = zipEntryName(entry);
  const checked = checkEntryName(raw);
  if (checked.kind === 'outside') {
    const path = `${archive}!${printableName(raw)}`;
    return refuse(path, 'outside-folder', `The name of this entry ${checked.why}.`);
  }
  const { name } = checked;
  const path = `${archive}!${printableName(name)}`;
  const type = zipEntryType(entry, raw);
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
  const content = await expandZipEntry(zipEntry);
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
    address: null,
    location: { kind: 'bytes', bytes },
  };
}
