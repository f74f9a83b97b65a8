import type { TableCell, TableRow, TableShape } from '../domain/data-table.ts';
import { writeCsvRows } from './csv-rows.ts';

/** The line of names. */
export function writeCsvHead({ columns }: TableShape): string {
  return writeCsvRows([columns.map(({ name }) => name)]);
}

/** Rows as RFC 4180 has them; lists between semicolons, truth as `true` and `false`, nothing as an empty cell. */
export function writeCsvTable(rows: readonly TableRow[]): string {
  return rows.length === 0 ? '' : writeCsvRows(rows.map((row) => row.map(toCell)));
}

function toCell(cell: TableCell): string | number | null {
  if (typeof cell === 'boolean') return String(cell);
  return typeof cell === 'object' && cell !== null ? cell.join(';') : cell;
}
