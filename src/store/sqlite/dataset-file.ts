import Database from 'better-sqlite3';
import type { ColumnType, TableCell, TableRow, TableShape } from '../../domain/data-table.ts';
import { explainFailure } from './store-problem.ts';

/** A database file that is written once, table by table, for others to read. */
export interface DatasetFile {
  insert(table: TableShape, rows: readonly TableRow[]): void;
  /** Finishes the file; also where nothing was written. */
  close(): void;
}

const PAGE_SIZE = 8_192;

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'INTEGER',
  list: 'TEXT',
};

/**
 * Tables as they are described, with their keys and references; lists are JSON arrays, truth is 1 and 0. The file is
 * new, so that nothing is lost if writing it breaks off, and needs no journal.
 * @throws Problem conflict if it cannot be written
 */
export function createDatasetFile(file: string, tables: readonly TableShape[]): DatasetFile {
  try {
    const database = new Database(file);
    database.pragma(`page_size = ${PAGE_SIZE}`);
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.pragma('foreign_keys = OFF');
    database.exec('BEGIN');
    for (const table of tables) database.exec(describeTable(table, tables));
    const inserts = new Map(
      tables.map((table) => [
        table.name,
        database.prepare<(string | number | null)[]>(describeInsert(table)),
      ]),
    );
    return {
      insert(table, rows) {
        const insert = inserts.get(table.name);
        if (insert === undefined) throw new Error(`The dataset has no table ${table.name}.`);
        try {
          for (const row of rows) insert.run(...row.map(toValue));
        } catch (error) {
          throw explainFailure(error, file);
        }
      },
      close() {
        try {
          if (database.inTransaction) database.exec('COMMIT');
        } catch (error) {
          throw explainFailure(error, file);
        } finally {
          database.close();
        }
      },
    };
  } catch (error) {
    throw explainFailure(error, file);
  }
}

function describeTable(
  { name, columns, key, references }: TableShape,
  tables: readonly TableShape[],
): string {
  const lines = columns.map(
    (one) => `${quote(one.name)} ${TYPES[one.type]}${one.nullable ? '' : ' NOT NULL'}`,
  );
  if (key.length > 0) lines.push(`PRIMARY KEY (${key.map(quote).join(', ')})`);
  for (const { columns: from, table } of references) {
    const to = tables.find((one) => one.name === table)?.key ?? [];
    lines.push(
      `FOREIGN KEY (${from.map(quote).join(', ')}) REFERENCES ${quote(table)} (${to.map(quote).join(', ')})`,
    );
  }
  return `CREATE TABLE ${quote(name)} (\n  ${lines.join(',\n  ')}\n)${key.length > 1 ? ' WITHOUT ROWID' : ''}`;
}

function describeInsert({ name, columns }: TableShape): string {
  return `INSERT INTO ${quote(name)} VALUES (${columns.map(() => '?').join(', ')})`;
}

function toValue(cell: TableCell): string | number | null {
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  return typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
