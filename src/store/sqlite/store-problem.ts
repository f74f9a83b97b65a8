import Database from 'better-sqlite3';
import { Problem } from '../../domain/problem.ts';

/**
 * What a person should be told where SQLite or the file system fails; anything that is no matter of the machine
 * comes back as it was, for it is a fault of ours.
 * @param file the file concerned, as it should be shown
 */
export function explainFailure(error: unknown, file: string): unknown {
  if (error instanceof Problem || !hasCode(error)) return error;
  const told = error instanceof Database.SqliteError ? sqliteSentence(error.code) : fileSentence(error.code);
  if (told === null) return error;
  return new Problem('conflict', told, [`${file}: ${error.message} (${error.code}).`]);
}

/** Whether another program, or another part of this one, has what was asked for. */
export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_BUSY(?:_|$)/.test(error.code);
}

/** The first that fits; longer codes name the same matter more exactly: SQLITE_IOERR_WRITE, SQLITE_READONLY_DBMOVED. */
const SQLITE_SENTENCES: readonly (readonly [code: string, sentence: string])[] = [
  [
    'SQLITE_FULL',
    'The disk is full, so the library could not be written; what was saved before is kept, and nothing is half saved.',
  ],
  [
    'SQLITE_READONLY_DIRECTORY',
    'The library’s folder can only be read, and a file has to be made beside the library even for reading it; give permission to write in the folder, or copy the library into another one.',
  ],
  [
    'SQLITE_READONLY',
    'The library can only be read, so nothing was saved; it needs permission to write in its folder.',
  ],
  [
    'SQLITE_IOERR',
    'The disk failed to read or write the library; what was saved before is kept, and nothing is half saved.',
  ],
  ['SQLITE_CANTOPEN', 'The library cannot be opened; its folder or file is not open to this program.'],
  ['SQLITE_PERM', 'The library cannot be opened; its folder or file is not open to this program.'],
  [
    'SQLITE_BUSY',
    'Another program is writing to the library and did not finish in time; nothing was changed. Try again.',
  ],
  [
    'SQLITE_CORRUPT',
    'The library’s file is damaged; restore it from a copy, or import the pages into a new folder.',
  ],
  [
    'SQLITE_NOTADB',
    'The file where the library should be is not a library; move it away, or name another folder.',
  ],
  ['SQLITE_NOMEM', 'There is not enough memory to use the library.'],
];

const FILE_SENTENCES: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'The disk is full, so the library’s folder could not be made.'],
  ['EDQUOT', 'The disk is full, so the library’s folder could not be made.'],
  ['EROFS', 'The library’s folder cannot be made: the disk can only be read.'],
  ['EACCES', 'The library’s folder cannot be made: this program has no permission there.'],
  ['EPERM', 'The library’s folder cannot be made: this program has no permission there.'],
  ['ENOTDIR', 'The library’s folder cannot be made: a file stands in its place.'],
  ['EEXIST', 'The library’s folder cannot be made: a file stands in its place.'],
  ['ENAMETOOLONG', 'The library’s folder cannot be made: its name is too long.'],
]);

function sqliteSentence(code: string): string | null {
  return SQLITE_SENTENCES.find(([start]) => code === start || code.startsWith(`${start}_`))?.[1] ?? null;
}

function fileSentence(code: string): string | null {
  return FILE_SENTENCES.get(code) ?? null;
}

function hasCode(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
