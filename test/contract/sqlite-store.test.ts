import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { describeStore } from './store-contract.ts';

describeStore('SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-contract-'));
  const library = join(folder, 'library');
  return {
    open: () => openSqliteStore(library),
    openToRead: () => openSqliteStore(library, { readonly: true }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
});
