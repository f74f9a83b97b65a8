import { stringify } from 'csv-stringify/sync';

/**
 * Rows as RFC 4180 has them. The text is exact: a cell that begins with `=`, `+`, `-` or `@` is not altered, so a
 * spreadsheet program should import the columns as text. Null is an empty cell.
 */
export function writeCsvRows(rows: readonly (readonly (string | number | null)[])[]): string {
  // Left to itself it quotes only the line ending it writes, not a lone line feed.
  return stringify(rows as (string | number | null)[][], {
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
  });
}
