import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { isHiddenName, printableName } from './entry-name.ts';
import { describeSystemError } from './open-file.ts';
import { type RefusedEntry, refuse } from './refused-entry.ts';

/** A regular file in a folder, whatever its name. */
export interface FolderFile {
  readonly kind: 'file';
  /** As a person would name it. */
  readonly path: string;
  /** The real path, without links. */
  readonly file: string;
}

/**
 * Every visible file of a folder and the folders in it, sorted by name, folders in their place among the files.
 * Links come last and only where they lead to something inside the folder that was not met under its own name, so
 * that each thing is met once, under its own name if it has one, and no link leads in a circle.
 * @param folder a path that exists and is a folder
 * @param shownAs how a person named it
 */
export async function* walkFolder(
  folder: string,
  shownAs: string,
): AsyncGenerator<FolderFile | RefusedEntry> {
  const root = await realpath(folder);
  const walk: Walk = { root, folders: new Set(), files: new Set(), links: [] };
  yield* walkFrom(walk, { kind: 'folder', file: root, path: shownAs });
  // A followed link may add more links to the end.
  for (const link of walk.links) yield* followLink(walk, link);
}

/** What was met so far, by real path. */
interface Walk {
  readonly root: string;
  readonly folders: Set<string>;
  /** Files met through a link. */
  readonly files: Set<string>;
  readonly links: Met[];
}

interface Met {
  readonly kind: 'file' | 'folder' | 'link' | 'special';
  readonly path: string;
  readonly file: string;
}

async function* walkFrom(walk: Walk, start: Met): AsyncGenerator<FolderFile | RefusedEntry> {
  const stack = [start];
  for (let met = stack.pop(); met !== undefined; met = stack.pop()) {
    if (met.kind === 'link') walk.links.push(met);
    else if (met.kind === 'special') yield refuseSpecial(met.path);
    else if (met.kind === 'file') {
      if (!walk.files.has(met.file)) yield { kind: 'file', path: met.path, file: met.file };
    } else if (!walk.folders.has(met.file)) {
      walk.folders.add(met.file);
      try {
        for (const inside of await listReversed(met)) stack.push(inside);
      } catch (error) {
        const why = describeSystemError(error);
        yield refuse(met.path, 'not-readable', `The folder cannot be read: ${why}.`);
      }
    }
  }
}

async function* followLink(walk: Walk, link: Met): AsyncGenerator<FolderFile | RefusedEntry> {
  let file: string;
  let kind: Met['kind'];
  try {
    file = await realpath(link.file);
    if (!isInside(walk.root, file)) {
      yield refuse(link.path, 'symlink-outside', 'It is a link that leads out of the folder.');
      return;
    }
    kind = kindOf(await stat(file));
  } catch (error) {
    yield refuse(
      link.path,
      'not-readable',
      `It is a link that cannot be followed: ${describeSystemError(error)}.`,
    );
    return;
  }
  if (kind === 'file') {
    const metByItself =
      walk.folders.has(dirname(file)) && !isHiddenName(file.slice(dirname(file).length + 1));
    if (metByItself || walk.files.has(file)) return;
    walk.files.add(file);
    yield { kind, path: link.path, file };
  } else {
    yield* walkFrom(walk, { kind, path: link.path, file });
  }
}

/** What is visible in a folder, last name first. */
async function listReversed(folder: Met): Promise<Met[]> {
  const entries = await readdir(folder.file, { withFileTypes: true });
  return entries
    .filter((entry) => !isHiddenName(entry.name))
    .sort((a, b) => (a.name < b.name ? 1 : -1))
    .map((entry) => ({
      kind: kindOf(entry),
      file: join(folder.file, entry.name),
      path: join(folder.path, printableName(entry.name)).split(sep).join('/'),
    }));
}

function kindOf(entry: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): Met['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'special';
}

function isInside(root: string, file: string): boolean {
  const way = relative(root, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function refuseSpecial(path: string): RefusedEntry {
  return refuse(path, 'special-file', 'It is a pipe, a socket or a device, not a file.');
}
