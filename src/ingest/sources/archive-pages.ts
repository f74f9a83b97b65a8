import type { FileHandle } from 'node:fs/promises';
import { type ArchiveKind, CONTENT_HEAD_BYTES, findContent, isKindOf } from './archive-kind.ts';
import { decompressGzip } from './decompress-gzip.ts';
import { decompressXz } from './decompress-xz.ts';
import { type Expansion, findExcess } from './expansion.ts';
import type { SourceItem } from './found-page.ts';
import { openFile, readRange } from './open-file.ts';
import { refuse } from './refused-entry.ts';
import type { SourceLimits } from './source-limits.ts';
import { tarPages } from './tar-pages.ts';
import { waczPages } from './wacz-pages.ts';
import { warcPages } from './warc-pages.ts';
import type { WarcRevisits } from './warc-revisits.ts';
import { findXzLayout } from './xz-layout.ts';
import { zipPages } from './zip-pages.ts';

const STEP = 64 * 1024;

/**
 * The pages in an archive, one at a time and no faster than they are taken; the file is closed when the last one
 * was taken or no more are wanted.
 * @param file the archive's real path
 * @param path how a person would name it
 * @param kind what its name promises; one that holds something else is refused with a word on what it is
 * @param revisits of the web archives of one import
 */
export async function* archivePages(
  file: string,
  path: string,
  kind: ArchiveKind,
  limits: SourceLimits,
  revisits: WarcRevisits,
): AsyncGenerator<SourceItem> {
  const open = await openFile(file, path);
  if (open.kind === 'refused') {
    yield open;
    return;
  }
  const { handle, size } = open;
  try {
    if (size === 0) {
      yield refuse(path, 'empty', 'The archive is an empty file.');
      return;
    }
    const mistaken = findMistaken(await readRange(handle, 0, CONTENT_HEAD_BYTES), kind);
    if (mistaken) {
      yield refuse(path, 'broken-archive', mistaken);
      return;
    }
    if (kind === 'zip') yield* zipPages(path, handle, size, limits);
    else if (kind === 'wacz') yield* waczPages(path, handle, size, limits, revisits);
    else if (kind === 'warc') {
      const expansion: Expansion = { compressed: 0, expanded: 0, stop: null };
      yield* warcPages(path, fileBytes(handle, expansion), { expansion, records: 0, revisits, limits });
    } else yield* tarFilePages(path, handle, size, kind, limits);
  } finally {
    await handle.close();
  }
}

async function* tarFilePages(
  path: string,
  handle: FileHandle,
  size: number,
  kind: Exclude<ArchiveKind, 'zip' | 'warc' | 'wacz'>,
  limits: SourceLimits,
): AsyncGenerator<SourceItem> {
  const expansion: Expansion = { compressed: 0, expanded: 0, stop: null };
  let pieces: AsyncIterable<Uint8Array> = fileBytes(handle, expansion);
  if (kind === 'tar.gz') pieces = decompressGzip(pieces);
  if (kind === 'tar.xz') {
    const layout = await findXzLayout(handle, size);
    const excess = layout && findExcess({ compressed: size, expanded: layout.expandedBytes }, limits);
    if (excess) {
      yield refuse(path, excess.reason, excess.message);
      return;
    }
    pieces = decompressXz(handle, layout, fileBytes(handle, expansion), expansion);
  }
  yield* tarPages(path, pieces, expansion, limits);
}

/** The sentence for an archive that is not what its name promises; null where it is, as far as its head shows. */
function findMistaken(head: Uint8Array, kind: ArchiveKind): string | null {
  const content = findContent(head);
  if (content && isKindOf(content, kind)) return null;
  if (content === null) return `It is named like a .${kind} archive but does not begin like one.`;
  const advice = content.archive
    ? ` Give it a name that ends in .${content.archive} and import it again.`
    : '';
  return `It is named like a .${kind} archive but is ${content.called}.${advice}`;
}

async function* fileBytes(handle: FileHandle, expansion: Expansion): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let position = 0; ; ) {
    const piece = await readRange(handle, position, STEP);
    if (piece.length === 0) return;
    position += piece.length;
    expansion.compressed += piece.length;
    yield piece;
  }
}
