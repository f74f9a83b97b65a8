import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { runCli } from './child.mjs';

/** The whole dataset, comparisons included, against the import of the same pages; then counted by DuckDB. */
export async function measureDataset(library, importSeconds, show) {
  const folder = join(dirname(library), 'dataset');
  const run = await runCli('dataset', '--to', folder, '--library', library, '--json');
  if (run.code !== 0) throw new Error(`The dataset failed with ${run.code}: ${run.err.slice(-2000)}`);
  const { library: stamp, files } = JSON.parse(run.out);
  const ratio = run.seconds / importSeconds;
  const megabytes = files.reduce((sum, { path }) => sum + statSync(join(folder, path)).size, 0) / 1e6;
  const told = `${ratio.toFixed(2)} (${run.seconds.toFixed(1)} s for ${megabytes.toFixed(0)} MB)`;
  show('dataset ÷ import', told, 'at most 1.5', ratio <= 1.5);
  show('dataset, peak memory', `${run.peak.toFixed(0)} MB`, 'under 800 MB', run.peak < 800);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const counted = await connection.runAndReadAll(
    `SELECT count(*)::INTEGER AS passages, sum(words)::INTEGER AS words, count(DISTINCT report)::INTEGER AS reports
     FROM '${join(folder, 'parquet/passages.parquet')}'`,
  );
  const [{ passages, words, reports }] = counted.getRowObjectsJson();
  const same = passages === stamp.passages && words === stamp.words && reports === stamp.reports;
  show(
    'dataset, counted by DuckDB',
    `${reports} reports, ${passages} passages, ${words} words`,
    'as the library',
    same,
  );
  connection.closeSync();
}
