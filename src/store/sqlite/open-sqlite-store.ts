import type { Store } from '../store.ts';
import { openLibraryFile } from './open-library-file.ts';
import { SqliteStore } from './sqlite-store.ts';

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
  return new SqliteStore(openLibraryFile(folder, options.readonly ?? false));
}
