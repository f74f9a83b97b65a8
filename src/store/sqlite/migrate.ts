import type { Database } from 'better-sqlite3';
import { Problem } from '../../domain/problem.ts';
import { CREATE_LIBRARY } from './migrations/0001-library.ts';
import { CREATE_REPORTS } from './migrations/0002-reports.ts';
import { CREATE_CAPTURES } from './migrations/0003-captures.ts';
import { CREATE_FULL_TEXT } from './migrations/0004-full-text.ts';
import { CREATE_EXACT_WORDS } from './migrations/0005-exact-words.ts';
import { CREATE_CORRECTIONS } from './migrations/0006-corrections.ts';
import { CREATE_COMPARED_PAIRS } from './migrations/0007-compared-pairs.ts';

/** In order; a migration that has been released is never changed, only followed by another. */
const MIGRATIONS: readonly string[] = [
  CREATE_LIBRARY,
  CREATE_REPORTS,
  CREATE_CAPTURES,
  CREATE_FULL_TEXT,
  CREATE_EXACT_WORDS,
  CREATE_CORRECTIONS,
  CREATE_COMPARED_PAIRS,
];

/** The schema this software writes; a library says its own in `user_version`. */
export const NEWEST_SCHEMA = MIGRATIONS.length;

/** "Vari" as a big-endian number: how a file of SQLite is known to be a library of ours. */
export const APPLICATION_ID = 0x56617269;

/**
 * Brings a library to the newest schema, one transaction a migration: what is killed in between goes on from there.
 * Does nothing if the library is there already.
 */
export function migrate(database: Database): void {
  while (readSchema(database) < NEWEST_SCHEMA) {
    database
      .transaction(() => {
        // Asked again, now that no other process can write.
        const schema = readSchema(database);
        const migration = MIGRATIONS[schema];
        if (migration === undefined) return;
        database.exec(migration);
        database.pragma(`application_id = ${APPLICATION_ID}`);
        database.pragma(`user_version = ${schema + 1}`);
      })
      .immediate();
  }
}

/**
 * Whether a file of SQLite is a library of ours, one just begun, or none.
 * @throws Problem conflict if it is something else, or a library of a newer schema
 */
export function requireLibrary(database: Database, file: string): 'library' | 'empty' {
  const id = database.pragma('application_id', { simple: true });
  if (id !== APPLICATION_ID) {
    const tables = database.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get() ?? 0;
    if (id === 0 && tables === 0 && readSchema(database) === 0) return 'empty';
    throw new Problem('conflict', 'The file where the library should be is another program’s database.', [
      `Nothing was changed in ${file}. Move it away, or name another folder for the library.`,
    ]);
  }
  const schema = readSchema(database);
  if (schema > NEWEST_SCHEMA) {
    throw new Problem(
      'conflict',
      `The library has schema ${schema}, and this version of Variorum knows schemas up to ${NEWEST_SCHEMA}.`,
      [
        'It was written by a newer version: use that one, or import the pages into another folder.',
        `Nothing was changed in ${file}.`,
      ],
    );
  }
  return 'library';
}

/** The number of migrations a library has seen. */
export function readSchema(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}
