import { extract as createExtract, type Extract } from 'tar-stream';
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
import { describeTooLarge } from './read-page.ts';
import { refuse } from './refused-entry.ts';
import type { SourceLimits } from './source-limits.ts';

/** A tar archive ends with two blocks of zeros (POSIX.1-2017, pax, ustar interchange format). */
const END_MARK_BYTES = 1024;

/**
 * The pages in a tar archive, in its order, as its bytes come in; what cannot be read as a page is refused and the
 * reading goes on. An archive that is cut short or damaged gives the pages before that place and is then refused.
 * @param path how a person would name the archive
 * @param pieces its bytes, expanded
 * @param expansion counts what came out; what went in is counted by whoever reads the file, who may stop it too
 */
export async function* tarPages(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  expansion: Expansion,
  limits: SourceLimits,
): AsyncGenerator<SourceItem> {
  const extract = createExtract();
  const watch: Watch = { expansion, endZeros: 0 };
  const pumping = pump(watched(pieces, watch, limits), extract);
  let fault: unknown = null;
  let entries = 0;
  try {
    for await (const entry of extract) {
      entries += 1;
      expansion.stop ??= findTooMany(entries, limits);
      if (expansion.stop) break;
      yield* readEntry(path, entry, limits);
      entry.resume();
    }
  } catch (error) {
    fault = error;
  } finally {
    extract.destroy();
    fault = (await pumping) ?? fault;
  }
  if (expansion.stop) yield refuse(path, expansion.stop.reason, expansion.stop.message);
  else if (fault !== null) yield refuse(path, 'broken-archive', describeBroken(fault));
  else if (watch.endZeros < END_MARK_BYTES) {
    yield refuse(
      path,
      'broken-archive',
      'It ends without the mark that ends a tar archive. All that was in it has been read, but more may be missing.',
    );
  }
}

/** The sentence for an archive that is cut short or damaged. */
export function describeBroken(fault: unknown): string {
  const why = fault instanceof Error ? fault.message : String(fault);
  return `It is cut short or damaged; what could be read before that place has been read (${why}).`;
}

type Entry = Extract extends AsyncIterable<infer Each> ? Each : never;

interface Watch {
  readonly expansion: Expansion;
  /** How many zero bytes the archive ended with so far, counted up to the end mark. */
  endZeros: number;
}

async function* readEntry(archive: string, entry: Entry, limits: SourceLimits): AsyncGenerator<SourceItem> {
  const { name: raw, size = 0, type, linkname, mtime } = entry.header;
  const path = `${archive}!${printableName(raw)}`;
  const checked = checkEntryName(raw);
  if (checked.kind === 'outside') {
    yield refuse(path, 'outside-folder', `The name of this entry ${checked.why}.`);
    return;
  }
  const { name } = checked;
  if (type === 'directory' || isHiddenName(name)) return;
  const shown = `${archive}!${printableName(name)}`;
  switch (type) {
    case 'file':
    case 'contiguous-file':
      break;
    case 'link':
    case 'symlink': {
      // What a link inside the archive leads to is read under its own name. A hard link names it from the root.
      const base = type === 'link' ? '' : name.split('/').slice(0, -1).join('/');
      if (leadsOutside(base, linkname ?? '')) {
        yield refuse(shown, 'symlink-outside', 'It is a link that leads out of the archive.');
      } else yield { kind: 'passed-over', count: 1 };
      return;
    }
    default:
      yield refuse(shown, 'special-file', 'It is a pipe, a device or another special entry, not a file.');
      return;
  }
  if (!isPageName(name)) {
    yield { kind: 'passed-over', count: 1 };
  } else if (size === 0) {
    yield refuse(shown, 'empty', 'The page is empty.');
  } else if (size > limits.maxPageBytes) {
    yield refuse(shown, 'too-large', describeTooLarge(limits.maxPageBytes));
  } else {
    const bytes = new Uint8Array(size);
    let filled = 0;
    for await (const piece of entry as AsyncIterable<Uint8Array>) {
      bytes.set(piece, filled);
      filled += piece.length;
    }
    yield {
      kind: 'page',
      path: shown,
      size,
      modified: findEntryTime(mtime),
      modifiedFrom: 'archive-entry',
      address: null,
      location: { kind: 'bytes', bytes },
    };
  }
}

/** Passes the archive's bytes on until they are more than the limits allow. */
async function* watched(
  pieces: AsyncIterable<Uint8Array>,
  watch: Watch,
  limits: SourceLimits,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    const { expansion } = watch;
    expansion.expanded += piece.length;
    expansion.stop ??= findExcess(expansion, limits);
    if (expansion.stop) return;
    watch.endZeros = countEndZeros(piece, watch.endZeros);
    yield piece;
  }
}

function countEndZeros(piece: Uint8Array, before: number): number {
  let zeros = 0;
  while (zeros < piece.length && piece[piece.length - 1 - zeros] === 0) {
    zeros += 1;
    if (zeros === END_MARK_BYTES) return zeros;
  }
  return zeros === piece.length ? before + zeros : zeros;
}

/**
 * Writes the archive's bytes into the tar reader, no faster than they are taken. Where the bytes fail, the reader
 * is ended and not torn down, so that it still hands over what it has. Gives the failure, or null.
 */
async function pump(pieces: AsyncIterable<Uint8Array>, extract: Extract): Promise<unknown> {
  let wake = (): void => {};
  extract.on('drain', () => wake());
  extract.on('close', () => wake());
  try {
    for await (const piece of pieces) {
      if (extract.destroying) return null;
      const drained = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (!extract.write(piece) && !extract.destroying) await drained;
      if (extract.destroying) return null;
    }
    return null;
  } catch (error) {
    return error;
  } finally {
    extract.end(null);
  }
}
