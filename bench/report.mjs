import { join } from 'node:path';
import Database from 'better-sqlite3';
import { freePort, memory, startServer } from './child.mjs';

const ROUNDS = 7;

/** All sections × all areas × one edition, over HTTP, against one bare SELECT of the same passages. */
export async function measureReport(library, show) {
  const database = new Database(join(library, 'library.sqlite'), { readonly: true });
  const select = database.prepare(BARE_SELECT);
  const port = await freePort();
  const server = await startServer(library, port);
  const before = memory(server.pid).now;
  const bare = [];
  const pages = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(time(() => select.all(EDITION).length));
      pages.push(await load(`http://127.0.0.1:${port}/report?years=${EDITION}&sections=all&areas=all`));
    }
  } finally {
    const { peak } = memory(server.pid);
    await server.stop();
    const grown = peak - before;
    show('report, memory it adds', `${grown.toFixed(0)} MB`, 'at most 150 MB', grown <= 150);
    database.close();
  }
  const select50 = median(bare);
  const total = median(pages.map((page) => page.total));
  const first = median(pages.map((page) => page.first / page.total));
  show(
    'report, last byte ÷ bare SELECT',
    `${(total / select50).toFixed(2)} for ${(pages[0].bytes / 1e6).toFixed(1)} MB`,
    'at most 4',
    total / select50 <= 4,
  );
  show('report, first byte ÷ last byte', first.toFixed(3), 'under 0.1', first < 0.1);
}

const EDITION = 2021;
/** Everything of each passage, by the range of ids that its report takes: no way of asking is shorter. */
const BARE_SELECT = `
  SELECT p.* FROM report_version v
  JOIN passage p ON p.id BETWEEN v.id * 16777216 AND v.id * 16777216 + 16777215
  WHERE v.edition = ? AND v.newest = 1`;

function time(run) {
  const began = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - began) / 1e6;
}

async function load(address) {
  const began = process.hrtime.bigint();
  const since = () => Number(process.hrtime.bigint() - began) / 1e6;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  let first = 0;
  let bytes = 0;
  for await (const piece of response.body) {
    if (bytes === 0) first = since();
    bytes += piece.length;
  }
  return { first, total: since(), bytes };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
