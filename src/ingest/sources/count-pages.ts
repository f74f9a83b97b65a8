import { type ArchiveKind, findArchiveKind } from './archive-kind.ts';
import { isPageName } from './entry-name.ts';
import { getNamedSources } from './named-source.ts';
import { openFile } from './open-file.ts';
import { SOURCE_LIMITS, type SourceLimits } from './source-limits.ts';
import { walkFolder } from './walk-folder.ts';
import { countZipPages } from './zip-pages.ts';

/**
 * About how many pages and refusals `listPages` will give, for a progress bar: by names alone, without opening a page. Null where
 * that cannot be told cheaply, as for a tar archive.
 * @throws Problem like `listPages`
 */
export async function countPages(
  paths: readonly string[],
  limits: SourceLimits = SOURCE_LIMITS,
): Promise<number | null> {
  let count = 0;
  for (const source of await getNamedSources(paths)) {
    if (source.kind === 'page') count += 1;
    else if (source.kind === 'archive') {
      const inside = await countArchive(source.file, source.archive, limits);
      if (inside === null) return null;
      count += inside;
    } else if (source.kind === 'folder') {
      for await (const item of walkFolder(source.file, source.path)) {
        if (item.kind === 'refused') {
          count += 1;
          continue;
        }
        const archive = findArchiveKind(item.file);
        const inside = archive
          ? await countArchive(item.file, archive, limits)
          : Number(isPageName(item.file));
        if (inside === null) return null;
        count += inside;
      }
    }
  }
  return count;
}

async function countArchive(file: string, kind: ArchiveKind, limits: SourceLimits): Promise<number | null> {
  if (kind !== 'zip') return null;
  const open = await openFile(file, file);
  if (open.kind === 'refused') return 0;
  try {
    return await countZipPages(open.handle, open.size, limits);
  } finally {
    await open.handle.close();
  }
}
