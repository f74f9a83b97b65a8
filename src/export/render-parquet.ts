import { EXCERPT_TABLE, listExcerptRows } from '../domain/passage-table.ts';
import type { GatheredPublication } from '../domain/publication.ts';
import { startParquetTable } from './parquet-table.ts';

/** The passages as a typed table, a row a passage; which library and selection it is of stands in its metadata. */
export function renderParquet(publication: GatheredPublication): Uint8Array {
  const { description, library, query, gapGroups } = publication;
  const gaps = gapGroups.flatMap(({ heading, lines }) => lines.map(({ text }) => `${heading}: ${text}`));
  const table = startParquetTable(EXCERPT_TABLE, {
    'variorum.title': description.title,
    'variorum.library_version': library.version,
    'variorum.selection': query,
    'variorum.asked_for_and_not_here': gaps.join('\n'),
  });
  const parts = publication.excerpts.map((excerpt) => table.add(listExcerptRows(excerpt)));
  return Buffer.concat([...parts, table.finish()]);
}
