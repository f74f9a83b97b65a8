import type { TableRow, TableShape } from '../domain/data-table.ts';
import { EXCERPT_TABLE, listExcerptRows } from '../domain/passage-table.ts';
import type { Publication } from '../domain/publication.ts';

/**
 * JSON Lines: an object a passage, all with the same fields, named as the columns of the CSV. Topics are a list,
 * numbers are numbers. Nothing else stands in it, so that it can be read line by line and joined with others.
 */
export async function* renderJsonl(publication: Publication): AsyncGenerator<string> {
  for await (const excerpt of publication.readExcerpts()) {
    const rows = listExcerptRows(excerpt);
    if (rows.length > 0) yield writeJsonLines(EXCERPT_TABLE, rows);
  }
}

/** An object a row, a line an object. */
export function writeJsonLines({ columns }: TableShape, rows: readonly TableRow[]): string {
  let text = '';
  for (const row of rows) {
    text += `${JSON.stringify(Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])))}\n`;
  }
  return text;
}
