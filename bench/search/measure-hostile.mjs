import { makeHostileQueries } from './hostile-queries.mjs';
import { percentile } from './percentile.mjs';
import { QUERIES } from './queries.mjs';
import { startContestant } from './start-contestant.mjs';

const HOSTILE = 5_000;
const SEED = 20_251_124;

/**
 * In milliseconds of the process’s work, since the slowest of thousands would else tell what the machine did besides.
 * Each is asked once, as the thirty are, so that nothing but what was typed before is remembered.
 */
export async function measureHostile(library, show) {
  const first = await startContestant('variorum', library);
  let slowest = 0;
  try {
    for (const query of QUERIES) slowest = Math.max(slowest, (await first.ask(query)).work);
  } finally {
    await first.stop();
  }
  const ours = await startContestant('variorum', library);
  try {
    const asked = [];
    for (const typed of makeHostileQueries(HOSTILE, SEED)) {
      asked.push({ typed, ...(await ours.ask({ typed, spellings: 'on' })) });
    }
    const worst = [...asked].sort((a, b) => b.work - a.work).slice(0, 5);
    for (const { typed, work, refused } of worst)
      console.log(
        `      ${work.toFixed(0)} ms${refused ? ', refused' : ''}: ${typed.slice(0, 100).replace(/[\p{C}]/gu, '?')}`,
      );
    const refused = asked.filter((one) => one.refused).length;
    const ratio = worst[0].work / slowest;
    show(
      'slowest of the hostile ÷ slowest of the thirty, each asked for the first time',
      `${ratio.toFixed(2)} (p99 ${percentile(
        asked.map(({ work }) => work),
        99,
      ).toFixed(0)} ms; ${refused} of ${asked.length} refused with a reason)`,
      'at most 3',
      ratio <= 3,
    );
  } finally {
    await ours.stop();
  }
}
