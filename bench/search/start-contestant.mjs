import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { memory } from '../child.mjs';

const SCRIPT = fileURLToPath(new URL('./contestant.mjs', import.meta.url));

/** A process that answers one query at a time; `ask` gives its milliseconds. */
export async function startContestant(name, library) {
  const child = fork(SCRIPT, [name, library], { execArgv: ['--max-old-space-size=12000'] });
  const next = () =>
    new Promise((resolve, reject) => {
      const fail = (code) => reject(new Error(`${name} ended with ${code}.`));
      child.once('exit', fail);
      child.once('message', (message) => {
        child.off('exit', fail);
        resolve(message);
      });
    });
  const { buildSeconds } = await next();
  return {
    name,
    buildSeconds,
    ask(query) {
      const answer = next();
      child.send(query);
      return answer;
    },
    /** Resident memory in MB. */
    memory: () => memory(child.pid).now,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.disconnect();
      }),
  };
}
