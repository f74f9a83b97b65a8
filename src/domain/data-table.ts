/** `list`: several short texts; `integer`: a whole number; `number`: any. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'list';

/** A column of a table of data, described once for every format it is written in. */
export interface TableColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** One sentence: what it is, and its unit. */
  readonly meaning: string;
}

/** Columns of this table that name a row of another, by that one's key. */
export interface TableReference {
  readonly columns: readonly string[];
  readonly table: string;
}

/** A table of data without its rows. */
export interface TableShape {
  /** Also the name of its file. */
  readonly name: string;
  /** What one row is, in a sentence. */
  readonly meaning: string;
  readonly columns: readonly TableColumn[];
  /** The columns that no two rows share; empty where rows may repeat. */
  readonly key: readonly string[];
  readonly references: readonly TableReference[];
}

export type TableCell = string | number | boolean | null | readonly string[];

/** A value for every column, in their order. */
export type TableRow = readonly TableCell[];

/** A column in one call, for tables written out as data. */
export function column(name: string, type: ColumnType | `${ColumnType}?`, meaning: string): TableColumn {
  const nullable = type.endsWith('?');
  return { name, type: (nullable ? type.slice(0, -1) : type) as ColumnType, nullable, meaning };
}
