import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../../domain/problem.ts';
import { migrate, NEWEST_SCHEMA, readSchema, requireLibrary } from './migrate.ts';
import { explainFailure, isBusy } from './store-problem.ts';

/** A library is a folder with this file in it; everything is in the one file. */
export const LIBRARY_FILE = 'library.sqlite';

/** How long to wait for another program's save, in milliseconds; a save takes some ten. */
export const PATIENCE = 5_000;

const MOST_ATTEMPTS = 100;

/** Bytes a page; reports and their bytes are long, and fewer, larger pages take less of the system's time. */
const PAGE_SIZE = 8_192;

/** Pages written before they move from the log into the library: fewer waits for the disk in an import. */
const CHECKPOINT_PAGES = 4_000;

/**
 * Opens a library's file at the newest schema; makes it if there is none and it may be written.
 * @throws Problem not-found if there is none and it may only be read; conflict if it cannot be opened or is none
 */
export function openLibraryFile(folder: string, readonly: boolean): Database.Database {
  const file = join(folder, LIBRARY_FILE);
  try {
    if (readonly) requireReadable(file, folder);
    if (!readonly) mkdirSync(folder, { recursive: true });
    const database = new Database(file, { readonly, fileMustExist: readonly, timeout: PATIENCE });
    try {
      prepare(database, folder, readonly);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw readonly && hasLog(file) ? explainUnsettled(error, file) : explainFailure(error, file);
  }
}

/**
 * Closes a library's file. The last one to write leaves a plain file without a log beside it, which can also be read
 * where nothing can be written: SQLite cannot open a library in WAL mode on a disk that can only be read.
 */
export function closeLibraryFile(database: Database.Database): void {
  if (database.open && !database.readonly) {
    try {
      database.pragma('busy_timeout = 0');
      database.pragma('journal_mode = DELETE');
    } catch {
      // Somebody else has it open, or the disk is full: then the log stays.
    }
  }
  database.close();
}

/** One more connection to a library that is open already; what is made in its temporary part is its own. */
export function openForReading(file: string): Database.Database {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: PATIENCE });
  database.pragma('trusted_schema = OFF');
  return database;
}

function prepare(database: Database.Database, folder: string, readonly: boolean): void {
  const file = database.name;
  // First of all: whatever is no library of ours must not be changed by opening it. One transaction, for another
  // program may be making the library just now, and what is asked of it must be of one moment.
  const found = database.transaction(() => requireLibrary(database, file)).deferred();
  // A library may come from a stranger: its views and triggers get no functions with side effects.
  database.pragma('trusted_schema = OFF');
  database.pragma('foreign_keys = ON');
  if (readonly) {
    if (found === 'empty') throw noLibrary(folder);
    requireNewestSchema(database, file);
    database.pragma('query_only = ON');
    return;
  }
  // Only a library that is being made now takes it.
  database.pragma(`page_size = ${PAGE_SIZE}`);
  keepLog(database);
  // A killed process loses nothing; after a power cut the last saves may be missing, whole ones each.
  database.pragma('synchronous = NORMAL');
  database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  migrate(database);
}

/**
 * Has the library written ahead into a log, so that nobody waits for a reader. Here alone SQLite gives up at once
 * where another program is at the library, which happens when several make it and while one reads a library at rest;
 * so this asks again, each time after waiting until it is alone.
 */
function keepLog(database: Database.Database): void {
  const takeTurn = database.transaction(() => {});
  for (let attempts = 1; ; attempts += 1) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || attempts === MOST_ATTEMPTS) throw error;
      takeTurn.exclusive();
    }
  }
}

function requireNewestSchema(database: Database.Database, file: string): void {
  const schema = readSchema(database);
  if (schema === NEWEST_SCHEMA) return;
  throw new Problem(
    'conflict',
    `The library has schema ${schema}, and this version of Variorum reads schema ${NEWEST_SCHEMA}.`,
    [
      `Open it once with permission to write, for example with “variorum serve”, and it is brought up to date: ${file}.`,
    ],
  );
}

/** @throws Problem not-found if there is no library, conflict if it cannot be told whether there is one */
function requireReadable(file: string, folder: string): void {
  try {
    statSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw noLibrary(folder);
    throw new Problem(
      'conflict',
      'The library cannot be opened: this program may not look into its folder.',
      [`${file}: ${error instanceof Error ? error.message : String(error)}.`],
    );
  }
}

function hasLog(file: string): boolean {
  return existsSync(`${file}-wal`);
}

/** A library that was not closed can be opened for reading only where its log can be read in. */
function explainUnsettled(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError) || !/^SQLITE_(CANTOPEN|READONLY)/.test(error.code)) {
    return explainFailure(error, file);
  }
  return new Problem(
    'conflict',
    'The library is still open elsewhere or was not closed, and so it cannot be read without permission to write in its folder.',
    [`Open it once with that permission, for example with “variorum serve”: ${file}.`],
  );
}

function noLibrary(folder: string): Problem {
  return new Problem('not-found', `There is no library in ${folder}.`, [
    'Name the folder of a library, or import pages to make one.',
  ]);
}
