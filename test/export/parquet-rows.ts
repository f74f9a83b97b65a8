import { DuckDBInstance } from '@duckdb/node-api';

export type DuckRow = Readonly<Record<string, unknown>>;

/** What DuckDB, which shares no code with us, answers; lists come as arrays, whole numbers as numbers. */
export async function askDuck(question: string): Promise<DuckRow[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(question);
    return reader.getRowObjectsJson().map((row) => ({ ...row }));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
