import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { explainFailure } from '../../../src/store/sqlite/store-problem.ts';

describe('what fails in the library', () => {
  test.each([
    ['SQLITE_FULL', 'The disk is full'],
    ['SQLITE_IOERR_WRITE', 'The disk failed'],
    ['SQLITE_READONLY', 'The library can only be read'],
    ['SQLITE_READONLY_DBMOVED', 'The library can only be read'],
    ['SQLITE_READONLY_DIRECTORY', 'copy the library into another one'],
    ['SQLITE_CANTOPEN_ISDIR', 'cannot be opened'],
    ['SQLITE_BUSY_SNAPSHOT', 'Another program is writing'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
  ])('is told in words where SQLite says %s', (code, words) => {
    expect(explainFailure(new Database.SqliteError('odd', code), 'library.sqlite')).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining(words),
      details: [`library.sqlite: odd (${code}).`],
    });
  });

  test('stays as it was where it is a fault of ours', () => {
    for (const fault of [new Database.SqliteError('odd', 'SQLITE_CONSTRAINT'), new TypeError('odd'), 'odd'])
      expect(explainFailure(fault, 'library.sqlite')).toBe(fault);
  });
});
