import type { CitedText } from './quoted-file.ts';

/** Rows with the columns `address` and `text`, and `version` where it is there; null if there are no such columns. */
export function findCitedRows(csv: string): CitedText[] | null {
  const [header = [], ...rows] = splitCsv(csv.replace(/^\ufeff/, ''));
  const address = header.indexOf('address');
  const text = header.indexOf('text');
  const version = header.indexOf('version');
  if (address === -1 || text === -1) return null;
  return rows
    .filter((row) => row.length > 1)
    .map((row) => ({ address: row[address] ?? '', version: row[version] || null, text: row[text] ?? '' }));
}

/** Cells as RFC 4180 has them; a quotation mark that is never closed reaches to the end. */
function splitCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)(?:"|$)|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy;
  while (cell.lastIndex < csv.length) {
    const match = cell.exec(csv);
    if (match === null) break;
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
