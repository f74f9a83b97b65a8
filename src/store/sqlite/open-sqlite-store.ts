import type { Store } from '../store.ts';
import { openLibraryFile } from './open-library-file.ts';
import { SqliteStore } from './sqlite-store.ts';
import { explainFailure } from './store-problem.ts';

/** How to open a library. */
export interface SqliteStoreOptions {
  /** Fails where there is no library, and never writes; default false. */
  readonly readonly?: boolean;
}

/**
 * Opens the library in a folder; the folder and the library are made if they are not there, unless `readonly`.
 * Any number of processes may read it while one writes.
 * @throws Problem not-found if there is none and it may only be read; conflict if it is of a newer schema, no
 *   library at all, damaged, or cannot be opened
 */
export function openSqliteStore(folder: string, options: SqliteStoreOptions = {}): Store {
  const database = openLibraryFile(folder, options.readonly ?? false);
  try {
    return new SqliteStore(database);
  } catch (error) {
    // A damaged file may show itself only where its tables are asked for the first time.
    database.close();
    throw explainFailure(error, database.name);
  }
}
