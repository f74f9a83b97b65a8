import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { freePort, runCli, startServer } from '../child.mjs';
import { QUERIES } from './queries.mjs';

const CLIENTS = 64;
const SECONDS = 60;
/** Editions imported meanwhile: enough for most of the time. */
const LATE = 6;

/** So many clients search over HTTP while the newest editions are imported into the same library. */
export async function measureCrowd(corpus, show) {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-crowd-'));
  const library = join(folder, 'library');
  const editions = readdirSync(corpus)
    .filter((name) => /^\d{4}$/.test(name))
    .sort();
  const late = editions.slice(-LATE);
  try {
    await importAll(corpus, editions.slice(0, -LATE), library);
    const port = await freePort();
    const server = await startServer(library, port);
    try {
      const address = `http://127.0.0.1:${port}`;
      const requests = await Promise.all(
        QUERIES.map(async ({ typed }) => ({
          path: await findPath(`${address}/search?q=${encodeURIComponent(typed)}`),
        })),
      );
      const crowd = autocannon({
        url: address,
        connections: CLIENTS,
        duration: SECONDS,
        requests,
        timeout: 30,
      });
      await importAll(corpus, late, library);
      const { non2xx, errors, timeouts, latency, requests: done } = await crowd;
      const failed = non2xx + errors + timeouts;
      show(
        `${CLIENTS} clients searching for ${SECONDS} s during an import, failures`,
        `${failed} of ${done.total}; p50 ${latency.p50} ms, p99 ${latency.p99} ms, ${done.average.toFixed(0)} a second`,
        'none',
        failed === 0 && done.total > 0,
      );
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The path that an address leads to: a search has one, and others are sent on to it. */
async function findPath(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  const { pathname, search } = new URL(response.url);
  return pathname + search;
}

async function importAll(corpus, editions, library) {
  const folders = editions.map((name) => join(corpus, name));
  const { code, err } = await runCli('import', ...folders, '--library', library, '--json');
  if (code !== 0) throw new Error(`The import failed with ${code}: ${err.slice(-2_000)}`);
}
