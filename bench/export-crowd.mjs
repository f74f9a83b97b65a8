import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, memory, startChild } from './child.mjs';

const AREAS = ['mli', 'ken', 'nga', 'per', 'jpn'];

/** Twenty kinds of files: a report, a custom report, a comparison, a chart and hits, in all their formats. */
const KINDS = [
  ...['pdf', 'docx', 'epub', 'xlsx', 'parquet'].map((ending) => (area) => `/2021/${area}.${ending}`),
  ...['txt', 'md', 'html', 'json', 'csv', 'jsonl'].map(
    (ending) => (area) => `/report.${ending}?years=2021&sections=1&areas=${area}`,
  ),
  ...['pdf', 'docx', 'html', 'md'].map((ending) => (area) => `/compare/${area}/2021/2022.${ending}`),
  ...['pdf', 'docx', 'csv'].map((ending) => (area) => `/removed/${area}/2022/2023.${ending}`),
  (area) => `/search.csv?q=prison+area:${area}`,
  (area) => `/report.pdf?years=2021&sections=executive-summary&areas=${area}&paper=a4`,
];

/** A hundred files asked for at once, while somebody searches: none fails, the search answers, nothing is left behind. */
export async function measureCrowd(library, folder, show) {
  const scratch = join(folder, 'scratch');
  mkdirSync(scratch, { recursive: true });
  const port = await freePort();
  const before = process.env.TMPDIR;
  process.env.TMPDIR = scratch;
  const server = await startChild(
    [
      new URL('../dist/cli/main.js', import.meta.url).pathname,
      'serve',
      '--library',
      library,
      '--port',
      String(port),
    ],
    port,
  );
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  const origin = `http://127.0.0.1:${port}`;
  try {
    const quiet = [];
    for (let i = 0; i < 20; i += 1) quiet.push(await search(origin, i));
    const addresses = AREAS.flatMap((area) => KINDS.map((address) => address(area)));
    const began = performance.now();
    let isDone = false;
    const asked = Promise.all(addresses.map((address) => load(origin + address))).finally(() => {
      isDone = true;
    });
    const searches = [];
    while (!isDone) {
      searches.push(await search(origin, searches.length));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const answers = await asked;
    const seconds = (performance.now() - began) / 1000;
    const failed = answers.filter(({ fault }) => fault !== null);
    for (const { address, fault } of failed.slice(0, 5)) console.log(`      ${address}: ${fault}`);
    show(
      `export, ${addresses.length} files of ${KINDS.length} kinds at once: failed`,
      `${failed.length} (all in ${seconds.toFixed(1)} s, memory at its peak ${memory(server.pid).peak.toFixed(0)} MB)`,
      'none',
      failed.length === 0,
    );
    const left = readdirSync(scratch);
    show(
      'export, files left in the folder for temporary ones',
      String(left.length),
      'none',
      left.length === 0,
    );
    console.log(
      `      a search meanwhile, of ${searches.length}: median ${quantile(searches, 0.5)} ms, p99 ${quantile(searches, 0.99)} ms; before, median ${quantile(quiet, 0.5)} ms`,
    );
  } finally {
    await server.stop();
  }
}

async function load(address) {
  try {
    const response = await fetch(address);
    const bytes = (await response.arrayBuffer()).byteLength;
    return { address, fault: response.ok && bytes > 0 ? null : `status ${response.status}, ${bytes} bytes` };
  } catch (error) {
    return { address, fault: String(error) };
  }
}

async function search(origin, number) {
  const words = ['torture', 'prison', 'journalist', 'election', 'women'];
  const began = performance.now();
  const response = await fetch(`${origin}/search?q=${words[number % words.length]}`);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The search answered ${response.status}.`);
  return performance.now() - began;
}

function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
