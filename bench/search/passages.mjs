import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Each passage of a library once: `{ id, text, edition, area }`. */
export function* readPassages(library) {
  const database = new Database(join(library, 'library.sqlite'), { readonly: true });
  yield* database
    .prepare(
      `SELECT p.id, p.text, v.edition, v.area FROM report_version v
       JOIN passage p ON p.id BETWEEN v.id * 16777216 AND v.id * 16777216 + 16777215
       WHERE v.newest = 1`,
    )
    .iterate();
  database.close();
}
