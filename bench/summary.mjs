import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { freePort, startChild, startServer } from './child.mjs';

const ADDRESS = '/report?years=2021&sections=executive-summary&areas=mli';
const BARE = fileURLToPath(new URL('./bare-route.mjs', import.meta.url));

/** The Mali 2021 executive summary over HTTP against a bare Hono route that returns the same bytes from memory. */
export async function measureSummary(library, show) {
  const ports = [await freePort(), await freePort()];
  const ours = await startServer(library, ports[0]);
  const response = await fetch(`http://127.0.0.1:${ports[0]}${ADDRESS}`);
  if (!response.ok) throw new Error(`${ADDRESS} answered ${response.status}.`);
  const file = join(dirname(library), 'summary.html');
  writeFileSync(file, Buffer.from(await response.arrayBuffer()));
  const bare = await startChild([BARE, file, String(ports[1])], ports[1]);
  try {
    const rates = [[], []];
    for (let round = 0; round < 3; round += 1) {
      rates[0].push(await load(`http://127.0.0.1:${ports[0]}${ADDRESS}`));
      rates[1].push(await load(`http://127.0.0.1:${ports[1]}${ADDRESS}`));
    }
    const [mine, theirs] = rates.map((list) => list.sort((a, b) => a - b)[1]);
    show(
      'summary over HTTP ÷ bare route, requests a second',
      (mine / theirs).toFixed(2),
      'at least 0.33',
      mine / theirs >= 1 / 3,
    );
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
  }
}

/** Requests a second; bounded in count and time. */
async function load(url) {
  const result = await autocannon({ url, connections: 10, duration: 4, amount: undefined });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx + result.errors} requests failed.`);
  return result.requests.average;
}
