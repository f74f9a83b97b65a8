import { findArchiveKind } from './archive-kind.ts';
import { archivePages } from './archive-pages.ts';
import { isPageName } from './entry-name.ts';
import type { SourceItem } from './found-page.ts';
import { getNamedSources, type NamedSource } from './named-source.ts';
import { openFile } from './open-file.ts';
import { describeTooLarge } from './read-page.ts';
import { refuse } from './refused-entry.ts';
import { SOURCE_LIMITS, type SourceLimits } from './source-limits.ts';
import { walkFolder } from './walk-folder.ts';
import { WarcRevisits } from './warc-revisits.ts';

/**
 * The captured pages in what a person named: folders and everything in them, single pages, archives. One at a time,
 * each when it is asked for: a slow consumer holds the reading up, one that stops closes everything.
 *
 * Order: as named; in a folder by name; in an archive as packed. An archive in a folder is read in its place, one
 * within another archive is passed over. What cannot be handed over is refused, with its reason, and the rest goes
 * on. The last item counts the visible files that are no pages; records of web archives are counted by reason before.
 * @throws Problem at the first item: 'not-found' where a path does not exist, 'invalid-input' where one is of a
 *   kind that is not supported, with every such path in the details
 */
export async function* listPages(
  paths: readonly string[],
  limits: SourceLimits = SOURCE_LIMITS,
): AsyncGenerator<SourceItem, void, undefined> {
  let passedOver = 0;
  const revisits = new WarcRevisits();
  for (const source of await getNamedSources(paths)) {
    const before = passedOver;
    let found = 0;
    let records = 0;
    for await (const item of sourceItems(source, limits, revisits)) {
      if (item.kind === 'passed-over') passedOver += item.count;
      else if (item.kind === 'passed-over-records') {
        records += item.count;
        // What the revisits mean is known when all archives were read.
        if (item.reason !== 'revisit') yield item;
      } else {
        found += 1;
        yield item;
      }
    }
    if (found === 0) yield refuse(source.path, 'empty', describeNone(passedOver - before, records));
  }
  const { resolved, unresolved } = revisits.settle();
  if (resolved > 0) yield { kind: 'passed-over-records', reason: 'revisit', count: resolved };
  if (unresolved > 0) yield { kind: 'passed-over-records', reason: 'revisit-unresolved', count: unresolved };
  yield { kind: 'passed-over', count: passedOver };
}

async function* sourceItems(
  source: NamedSource,
  limits: SourceLimits,
  revisits: WarcRevisits,
): AsyncGenerator<SourceItem> {
  switch (source.kind) {
    case 'refused':
      yield source;
      break;
    case 'page':
      yield await findPage(source.file, source.path, limits);
      break;
    case 'archive':
      yield* archivePages(source.file, source.path, source.archive, limits, revisits);
      break;
    case 'folder':
      yield* folderItems(source.file, source.path, limits, revisits);
  }
}

async function* folderItems(
  folder: string,
  path: string,
  limits: SourceLimits,
  revisits: WarcRevisits,
): AsyncGenerator<SourceItem> {
  for await (const item of walkFolder(folder, path)) {
    if (item.kind === 'refused') {
      yield item;
      continue;
    }
    const archive = findArchiveKind(item.file);
    if (isPageName(item.file)) yield await findPage(item.file, item.path, limits);
    else if (archive) yield* archivePages(item.file, item.path, archive, limits, revisits);
    else yield { kind: 'passed-over', count: 1 };
  }
}

/** A page in a file. It is opened to learn whether it can be, and closed again. */
async function findPage(file: string, path: string, limits: SourceLimits): Promise<SourceItem> {
  const open = await openFile(file, path);
  if (open.kind === 'refused') return open;
  await open.handle.close();
  if (open.size === 0) return refuse(path, 'empty', 'The page is empty.');
  if (open.size > limits.maxPageBytes)
    return refuse(path, 'too-large', describeTooLarge(limits.maxPageBytes));
  return {
    kind: 'page',
    path,
    size: open.size,
    modified: open.modified,
    modifiedFrom: 'file-time',
    address: null,
    location: { kind: 'file', path: file },
  };
}

function describeNone(passedOver: number, records: number): string {
  if (records > 0) return `There is no report page in it; ${records} records were passed over.`;
  const others = passedOver === 1 ? '1 other file was' : `${passedOver} other files were`;
  return `There is no page (.html, .htm) in it${passedOver > 0 ? `; ${others} passed over` : ''}.`;
}
