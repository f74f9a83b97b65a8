// npm run bench [-- import|report|summary|search|compare|export|dataset]: prints ratios measured in one run on the pages that CORPUS names.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureCompare } from './compare.mjs';
import { measureDataset } from './dataset.mjs';
import { measureExport } from './export.mjs';
import { measureCrowd } from './export-crowd.mjs';
import { measureImport } from './import.mjs';
import { measureReport } from './report.mjs';
import { measureSearch } from './search.mjs';
import { measureSummary } from './summary.mjs';

const corpus = process.env.CORPUS;
if (!corpus || !existsSync(corpus)) {
  console.error('Set CORPUS to a folder of unpacked pages (<year>/<slug>.html) and run again.');
  process.exit(2);
}
const wanted = process.argv.slice(2);
const wants = (name) => wanted.length === 0 || wanted.includes(name);
const folder = mkdtempSync(join(tmpdir(), 'variorum-bench-'));
const library = join(folder, 'library');
let failed = false;
/** One line a bar: what was measured, against what, and whether the bar is met. */
function show(name, value, bar, met) {
  failed ||= !met;
  console.log(`${met ? 'ok  ' : 'OVER'}  ${name}: ${value} (bar: ${bar})`);
}
try {
  const importSeconds = await measureImport(corpus, library, wants('import') ? show : () => {});
  if (wants('report')) await measureReport(library, show);
  if (wants('compare')) await measureCompare(library, importSeconds, show);
  if (wants('export')) await measureExport(library, folder, show);
  if (wants('export')) await measureCrowd(library, folder, show);
  if (wants('summary')) await measureSummary(library, show);
  if (wants('dataset')) await measureDataset(library, importSeconds, show);
  if (wants('search')) await measureSearch(corpus, library, show);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
