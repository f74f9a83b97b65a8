import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../../domain/problem.ts';
import { explainFailure, isBusy } from './store-problem.ts';

/**
 * The right to import into a library; only one process or caller has it at a time. It lasts as long as this is held:
 * where nobody can release it any more, the garbage collector does.
 */
export interface ImportLock {
  release(): void;
}

/**
 * Takes the right to import. It is a lock of the operating system on an empty file beside the library, held by
 * SQLite: it ends with the process that holds it, however that ends, and never stops anyone from reading.
 * @throws Problem conflict if another import has it, or the folder cannot be written
 */
export function acquireImportLock(folder: string): ImportLock {
  const file = join(folder, 'import.lock');
  try {
    mkdirSync(folder, { recursive: true });
    const database = new Database(file, { timeout: 0 });
    try {
      database.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      database.close();
      throw isBusy(error) ? importRunning(file) : error;
    }
    return { release: () => database.close() };
  } catch (error) {
    throw explainFailure(error, file);
  }
}

function importRunning(file: string): Problem {
  return new Problem(
    'conflict',
    `Another import is running in the library ${dirname(file)}; start this one again when that one has ended.`,
  );
}
