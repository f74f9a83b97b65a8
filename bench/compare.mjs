import { diffWords } from 'diff';
import { compareReports } from '../dist/compare/compare-reports.js';
import { listNeighbourLinks, traceLineage } from '../dist/compare/trace-lineage.js';
import { splitWords } from '../dist/domain/words.js';
import { openWorkbench } from '../dist/workbench/open-workbench.js';
import { freePort, runCli, startServer } from './child.mjs';
import { listAdjacentPairs } from './corpus-reports.mjs';

/** How many pairs jsdiff gets: it takes seconds for each. They are spread evenly. */
const PEER_PAIRS = 25;
const PEER_LIMIT = 20_000;

/**
 * Every edition of every area beside the next one, word differences included: against one pass that only splits both
 * texts into words, against jsdiff's diffWords on the whole texts, and, with the lineages, against the import.
 */
export async function measureCompare(library, importSeconds, show) {
  const began = performance.now();
  const areas = await readAreas(library);
  const reading = performance.now() - began;
  const pairs = listAdjacentPairs(areas);
  for (const [left, right] of pairs.slice(0, 30)) {
    compareReports(left, right);
    splitTexts(left, right);
  }
  const timed = pairs.map(([left, right]) => ({
    left,
    right,
    split: time(() => splitTexts(left, right)),
    compare: time(() => compareReports(left, right)),
  }));
  const times = timed.map(({ compare }) => compare);
  show(
    `compare, ms a pair over ${pairs.length} pairs`,
    `median ${at(times, 0.5)}, p95 ${at(times, 0.95)}, largest ${at(times, 1)}`,
    'none',
    true,
  );
  const toSplit = quantile(
    timed.map(({ compare, split }) => compare / split),
    0.5,
  );
  show('compare ÷ splitting both texts into words, median', toSplit.toFixed(1), 'at most 20', toSplit <= 20);
  measurePeer(timed, show);
  measureShuffled(timed, show);
  measureLineage(areas, reading, importSeconds, show);
  await measureKept(library, importSeconds, show);
}

async function readAreas(library) {
  const workbench = await openWorkbench({ library, readonly: true });
  const areas = new Map();
  for (const { edition, area } of await workbench.listReports({})) {
    const { report } = await workbench.getReport({ edition, area }, null);
    areas.set(
      area,
      [...(areas.get(area) ?? []), report].sort((a, b) => a.edition - b.edition),
    );
  }
  await workbench.close();
  return areas;
}

function measurePeer(timed, show) {
  const step = Math.max(1, Math.floor(timed.length / PEER_PAIRS));
  const sample = timed.filter((_, i) => i % step === Math.floor(step / 2)).slice(0, PEER_PAIRS);
  let outOfTime = 0;
  const rows = sample.map(({ left, right, compare }) => {
    const [one, other] = [joinText(left), joinText(right)];
    const peer = time(() => {
      if (diffWords(one, other, { timeout: PEER_LIMIT }) === undefined) outOfTime += 1;
    });
    return { peer, ratio: peer / compare };
  });
  const peers = rows.map(({ peer }) => peer);
  const ratio = quantile(
    rows.map((row) => row.ratio),
    0.5,
  );
  show(
    `jsdiff ÷ compare, median of ${rows.length} pairs`,
    `${ratio.toFixed(0)}; jsdiff median ${at(peers, 0.5)} ms, ${outOfTime} over its ${PEER_LIMIT / 1000} s`,
    'at least 200',
    ratio >= 200,
  );
}

/** The longest reports against themselves with the passages in another order. */
function measureShuffled(timed, show) {
  const longest = timed.toSorted((a, b) => b.left.passageWords - a.left.passageWords).slice(0, 5);
  const ratios = longest.map(({ left, right }) => {
    const shuffled = shuffle(left);
    const usual = Math.min(...[1, 2, 3].map(() => time(() => compareReports(left, right))));
    return Math.min(...[1, 2, 3].map(() => time(() => compareReports(left, shuffled)))) / usual;
  });
  const most = Math.max(...ratios);
  show(
    `longest reports (${longest.map(({ left }) => left.passageWords).join(', ')} words) shuffled ÷ beside the next edition`,
    most.toFixed(2),
    'at most 5',
    most <= 5,
  );
}

function measureLineage(areas, reading, importSeconds, show) {
  let passages = 0;
  const tracing = time(() => {
    for (const reports of areas.values()) {
      const neighbours = reports.slice(1).map((right, i) => {
        const left = reports[i];
        return listNeighbourLinks(compareReports(left, right), left, right);
      });
      if (neighbours.length > 0) passages += traceLineage(neighbours).passages.flat().length;
    }
  });
  const seconds = (reading + tracing) / 1000;
  show(
    `lineage of ${passages} passages, read and compared anew ÷ import`,
    `${(seconds / importSeconds).toFixed(2)} (${seconds.toFixed(1)} s)`,
    'at most 3',
    seconds / importSeconds <= 3,
  );
}

/** Everything that lineages and wide views need, derived by the program and kept; then read from what was kept. */
async function measureKept(library, importSeconds, show) {
  const derived = await runCli('derive', '--library', library, '--json');
  if (derived.code !== 0)
    throw new Error(`Deriving failed with ${derived.code}: ${derived.err.slice(-2000)}`);
  const { compared, unkept } = JSON.parse(derived.out);
  if (unkept > 0) throw new Error(`${unkept} of ${compared} comparisons were not kept.`);
  const ratio = derived.seconds / importSeconds;
  show(
    `deriving and keeping ${compared} pairs ÷ import`,
    `${ratio.toFixed(2)} (${derived.seconds.toFixed(1)} s)`,
    'at most 3',
    ratio <= 3,
  );
  const again = await runCli('derive', '--library', library, '--json');
  show('deriving again, nothing missing', `${again.seconds.toFixed(2)} s`, 'none', true);
  const port = await freePort();
  const server = await startServer(library, port);
  try {
    const first = async (addresses) => {
      const times = [];
      for (const address of addresses) {
        const began = performance.now();
        const answer = await fetch(`http://127.0.0.1:${port}${address}`, { redirect: 'manual' });
        await answer.arrayBuffer();
        if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
        times.push(performance.now() - began);
      }
      return times;
    };
    // Each address is asked for once, so that none comes from memory; the first of each kind warms up.
    const wide = await first(
      ['area', 'gone', 'older', 'new', 'moved', 'women', 'share'].map(
        (by) => `/compare/all/2023/2024${by === 'area' ? '' : `?sort=${by}`}`,
      ),
    );
    const topics = await first(
      ['women', 'torture', 'censorship', 'prison-conditions', 'child-labor'].map(
        (topic) => `/compare/all/2023/2024?topics=${topic}`,
      ),
    );
    const areas = await first(['mli', 'chn', 'fra', 'bdi', 'cub'].map((area) => `/compare/${area}`));
    const grid = await first(
      ['prison', 'torture', 'women', 'police', 'labor'].map((word) => `/search/grid?q=${word}`),
    );
    const redlines = await first(
      ['mli', 'chn', 'fra', 'bdi', 'cub'].map((area) => `/compare/${area}/2023/2024`),
    );
    const ms = (times) => `${at(times.slice(1), 0.5)} ms`;
    show(
      'first answer, median: all areas × topics; one topic; one area; beside a searched grid; a redline',
      [wide, topics, areas, grid, redlines].map(ms).join(', '),
      'none',
      true,
    );
  } finally {
    await server.stop();
  }
}

function splitTexts(left, right) {
  let words = 0;
  for (const { text } of left.passages) words += splitWords(text).length;
  for (const { text } of right.passages) words += splitWords(text).length;
  return words;
}

function joinText({ passages }) {
  return passages.map(({ text }) => text).join('\n');
}

/** The passages in another order, the places as they were; the same order every time. */
function shuffle(report) {
  let state = 1;
  const order = report.passages.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i -= 1) {
    state = (state * 16_807) % 2_147_483_647;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return {
    ...report,
    passages: report.passages.map((place, i) => {
      const { text, digest, words, label } = report.passages[order[i]];
      return { ...place, text, digest, words, label };
    }),
  };
}

function time(run) {
  const began = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - began) / 1e6;
}

function at(numbers, part) {
  return quantile(numbers, part).toFixed(1);
}

function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}
