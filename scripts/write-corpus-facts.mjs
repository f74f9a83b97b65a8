// CORPUS=… node scripts/write-corpus-facts.mjs: writes test/corpus/facts.csv anew, after the reader was changed on
// purpose and its differences were looked at. Facts only: digests and counts, no text.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '../dist/ingest/read-page.js';
import { loadCatalog } from '../dist/workbench/load-catalog.js';

const corpus = process.env.CORPUS;
const catalog = loadCatalog();
const rows = ['path,sha256,version,sections,passages,words'];
for (const year of readdirSync(corpus).sort()) {
  if (!/^\d{4}$/.test(year)) continue;
  for (const file of readdirSync(join(corpus, year)).sort()) {
    const bytes = readFileSync(join(corpus, year, file));
    const path = `${year}/${file}`;
    const report = readPage(
      { bytes, path, capturedAt: null, capturedAtSource: null, address: null },
      catalog,
    );
    const sha256 = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    rows.push(
      [path, sha256, report.version, report.sectionCount, report.passageCount, report.passageWords].join(','),
    );
  }
}
writeFileSync(new URL('../test/corpus/facts.csv', import.meta.url), `${rows.join('\n')}\n`);
console.log(`${rows.length - 1} pages`);
