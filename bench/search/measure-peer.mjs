import { median, percentile } from './percentile.mjs';
import { BROADEST, QUERIES } from './queries.mjs';
import { startContestant } from './start-contestant.mjs';

const WARM_UP = 1;
/** Odd; the libraries from npm take seconds a round. */
const ROUNDS = { 'bare FTS5': 7, MiniSearch: 3, FlexSearch: 3, Orama: 3 };

/** Both in processes of their own and asked in turn, so that what else the machine does falls on both. */
export async function measurePeer(name, library, show) {
  const peer = await startContestant(name, library);
  const ours = await startContestant('variorum', library);
  try {
    const times = QUERIES.map(() => ({ first: 0, ours: [], peer: [] }));
    const totals = [];
    for (let round = 0; round < WARM_UP + ROUNDS[name]; round += 1) {
      for (const [i, query] of QUERIES.entries()) {
        const mine = await ours.ask(query);
        const theirs = await peer.ask(query);
        totals[i] = [mine.total, theirs.total];
        if (round === 0) times[i].first = mine.ms;
        if (round < WARM_UP) continue;
        times[i].ours.push(mine.ms);
        times[i].peer.push(theirs.ms);
      }
    }
    report(name, times, totals, { ours, peer }, show);
  } finally {
    await Promise.all([peer.stop(), ours.stop()]);
  }
}

function report(name, times, totals, { ours, peer }, show) {
  const mine = times.map((one) => median(one.ours));
  const theirs = times.map((one) => median(one.peer));
  const ratios = mine.map((ms, i) => ms / theirs[i]);
  const firsts = times.map((one) => one.first);
  const memories = [ours.memory(), peer.memory()];
  console.log(
    `\n      ${'query'.padEnd(36)} ${'hits'.padStart(7)} ${name.padStart(10)} ${'ms'.padStart(8)} ${'theirs'.padStart(9)}`,
  );
  QUERIES.forEach(({ typed }, i) => {
    const [our, their] = totals[i];
    console.log(
      `      ${typed.padEnd(36)} ${String(our).padStart(7)} ${String(their).padStart(10)} ${mine[i].toFixed(2).padStart(8)} ${theirs[i].toFixed(2).padStart(9)}`,
    );
  });
  console.log(
    `      median ${median(mine).toFixed(2)} ms against ${median(theirs).toFixed(2)}; p95 ${percentile(mine, 95).toFixed(2)} ms against ${percentile(theirs, 95).toFixed(2)}; ` +
      `asked for the first time ${median(firsts).toFixed(2)} and ${percentile(firsts, 95).toFixed(2)}; ready after ${ours.buildSeconds.toFixed(1)} s against ${peer.buildSeconds.toFixed(1)}; ${memories.map((mb) => mb.toFixed(0)).join(' MB against ')} MB`,
  );
  const ratio = median(mine) / median(theirs);
  const each = `${ratio.toFixed(2)} (query by query ${median(ratios).toFixed(2)})`;
  if (name === 'bare FTS5') {
    show(`search ÷ ${name}, median`, each, 'at most 1.2', ratio <= 1.2);
    for (const typed of BROADEST) {
      const broad = ratios[QUERIES.findIndex((query) => query.typed === typed)];
      show(`search ÷ ${name}, ${typed}`, broad.toFixed(2), 'at most 0.7', broad <= 0.7);
    }
    return;
  }
  const barred = name !== 'FlexSearch';
  show(`search ÷ ${name}, median`, each, barred ? 'at most 0.33' : 'none', !barred || ratio <= 1 / 3);
  const share = memories[0] / memories[1];
  show(`memory ÷ ${name}`, share.toFixed(2), barred ? 'under 0.2' : 'none', !barred || share < 0.2);
}
