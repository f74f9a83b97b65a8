import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Problem } from '../../domain/problem.ts';
import {
  type ArchiveKind,
  CONTENT_HEAD_BYTES,
  findArchiveKind,
  findContent,
  READABLE_KINDS,
} from './archive-kind.ts';
import { isPageName } from './entry-name.ts';
import { describeSystemError, errorCode, openFile, readRange } from './open-file.ts';
import { type RefusedEntry, refuse } from './refused-entry.ts';

/** Something that a person named, and what it is. `path` is how it was named, `file` the real path. */
export type NamedSource =
  | { readonly kind: 'folder' | 'page'; readonly path: string; readonly file: string }
  | { readonly kind: 'archive'; readonly archive: ArchiveKind; readonly path: string; readonly file: string }
  | RefusedEntry;

/**
 * Looks at everything that was named before anything is read.
 * @throws Problem 'not-found' where a path does not exist, 'invalid-input' where it is of a kind that is not
 *   supported; every such path is in the details
 */
export async function getNamedSources(paths: readonly string[]): Promise<readonly NamedSource[]> {
  const sources: NamedSource[] = [];
  const missing: string[] = [];
  const unsupported: string[] = [];
  for (const path of paths) {
    const source = await findNamedSource(path);
    if (source.kind === 'missing') missing.push(source.why);
    else if (source.kind === 'unsupported') unsupported.push(source.why);
    else sources.push(source);
  }
  const details = [...missing, ...unsupported];
  if (missing.length > 0) throw new Problem('not-found', 'Something to import is not there.', details);
  if (unsupported.length > 0)
    throw new Problem('invalid-input', 'Something named cannot be imported.', details);
  return sources;
}

type NoSource =
  | { readonly kind: 'missing'; readonly why: string }
  | { readonly kind: 'unsupported'; readonly why: string };

async function findNamedSource(named: string): Promise<NamedSource | NoSource> {
  if (named === '' || named.includes('\0')) {
    return { kind: 'unsupported', why: `${JSON.stringify(named)} is not a path.` };
  }
  const path = join(named)
    .split(sep)
    .join('/')
    .replace(/(?<=.)\/$/, '');
  try {
    const file = await realpath(named);
    const stats = await stat(file);
    if (stats.isDirectory()) return { kind: 'folder', path, file };
    if (!stats.isFile()) {
      return { kind: 'unsupported', why: `${named} is a pipe, a socket or a device, not ${READABLE_KINDS}.` };
    }
    if (isPageName(path)) return { kind: 'page', path, file };
    const archive = findArchiveKind(path);
    return archive ? { kind: 'archive', archive, path, file } : await findByContent(path, file);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing', why: `${named} does not exist.` };
    return refuse(path, 'not-readable', `It cannot be read: ${describeSystemError(error)}.`);
  }
}

/** A file whose name tells nothing. */
async function findByContent(path: string, file: string): Promise<NamedSource | NoSource> {
  const open = await openFile(file, path);
  if (open.kind === 'refused') return open;
  try {
    const content = findContent(await readRange(open.handle, 0, CONTENT_HEAD_BYTES));
    if (content?.archive) return { kind: 'archive', archive: content.archive, path, file };
    if (content) return { kind: 'unsupported', why: `${path} is ${content.called}, not ${READABLE_KINDS}.` };
    return refuse(path, 'not-a-page', `It is not ${READABLE_KINDS}.`);
  } finally {
    await open.handle.close();
  }
}
