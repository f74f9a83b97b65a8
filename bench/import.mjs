import { fileURLToPath } from 'node:url';
import { runChild, runCli } from './child.mjs';

/** Import of the whole corpus, everything included, against one thread that only reads and tokenises the files.
 * @returns seconds it took */
export async function measureImport(corpus, library, show) {
  const alone = await runChild([fileURLToPath(new URL('./tokenise.mjs', import.meta.url)), corpus]);
  const { pages, seconds } = JSON.parse(alone.out);
  const full = await runCli('import', corpus, '--library', library, '--json', '--no-compare');
  if (full.code !== 0) throw new Error(`The import failed with ${full.code}: ${full.err.slice(-2000)}`);
  const summary = JSON.parse(full.out);
  if (summary.added !== pages) throw new Error(`${pages} pages were tokenised, ${summary.added} imported.`);
  const ratio = full.seconds / seconds;
  show('import ÷ tokenising alone', `${ratio.toFixed(2)} over ${pages} pages`, 'at most 2.5', ratio <= 2.5);
  show('import, peak memory', `${full.peak.toFixed(0)} MB`, 'under 700 MB', full.peak < 700);
  return full.seconds;
}
