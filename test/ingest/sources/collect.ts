import { relative, sep } from 'node:path';
import type { FoundPage, SourceItem } from '../../../src/ingest/sources/found-page.ts';
import { listPages } from '../../../src/ingest/sources/list-pages.ts';
import { readPage } from '../../../src/ingest/sources/read-page.ts';
import type { RefusedEntry } from '../../../src/ingest/sources/refused-entry.ts';
import { SOURCE_LIMITS, type SourceLimits } from '../../../src/ingest/sources/source-limits.ts';

export interface Collected {
  readonly pages: readonly FoundPage[];
  readonly refused: readonly RefusedEntry[];
  readonly passedOver: number;
  /** Records of web archives, by the reason why they are passed over. */
  readonly records: Readonly<Record<string, number>>;
  /** Paths relative to the base: pages as they are, refusals as `path: reason`. */
  readonly lines: readonly string[];
}

/** Everything that a listing gives. */
export async function collect(
  items: AsyncIterable<SourceItem>,
  base: string | null = null,
): Promise<Collected> {
  const pages: FoundPage[] = [];
  const refused: RefusedEntry[] = [];
  const lines: string[] = [];
  const records: Record<string, number> = {};
  let passedOver = 0;
  const named = (path: string) => (base === null ? path : relative(base, path).split(sep).join('/'));
  for await (const item of items) {
    if (item.kind === 'page') {
      pages.push(item);
      lines.push(named(item.path));
    } else if (item.kind === 'refused') {
      refused.push(item);
      lines.push(`${named(item.path)}: ${item.reason}`);
    } else if (item.kind === 'passed-over') passedOver += item.count;
    else records[item.reason] = (records[item.reason] ?? 0) + item.count;
  }
  return { pages, refused, passedOver, records, lines };
}

/** Everything in some paths, with some limits lowered. */
export function collectPaths(
  paths: readonly string[],
  base: string | null = null,
  limits: Partial<SourceLimits> = {},
): Promise<Collected> {
  return collect(listPages(paths, { ...SOURCE_LIMITS, ...limits }), base);
}

/** The text of a page. */
export async function textOf(page: FoundPage | undefined): Promise<string | null> {
  return page ? new TextDecoder().decode(await readPage(page.location)) : null;
}
