// Another program at a library, to be killed or raced: it says each step in a line.
//   lock FOLDER          takes the right to import and keeps it
//   open FOLDER          opens a library or makes it, as soon as it is told to
//   save FOLDER REPORTS  saves the reports of a file of JSON, one by one
import { readFileSync } from 'node:fs';
import { acquireImportLock } from '../../../dist/store/sqlite/import-lock.js';
import { openSqliteStore } from '../../../dist/store/sqlite/open-sqlite-store.js';

const [step, folder, reports] = process.argv.slice(2);

const STEPS = {
  lock() {
    const lock = acquireImportLock(folder);
    console.log('locked');
    process.stdin.resume().on('end', () => lock.release());
  },
  open() {
    console.log('ready');
    process.stdin.once('data', () => {
      const store = openSqliteStore(folder);
      console.log(`opened at ${store.getRevision()}`);
      process.stdin.pause();
    });
  },
  async save() {
    const store = openSqliteStore(folder);
    for (const report of JSON.parse(readFileSync(reports, 'utf8'))) {
      const data = new TextEncoder().encode(report.provenance.sha256);
      console.log(await store.saveReport(report, { encoding: 'br', data }));
    }
  },
};

await STEPS[step]();
