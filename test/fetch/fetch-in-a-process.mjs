// Fetches from a replica in a process of its own, to be killed: node fetch-in-a-process.mjs PORT LIBRARY [secure]
import { openWorkbench } from '../../dist/workbench/open-workbench.js';

const [port, library, secure] = process.argv.slice(2);
const workbench = await openWorkbench({ library, readonly: false });
let passed = 0;
const world = {
  network: {
    resolve: () => Promise.reject(new Error('no other host is known here')),
    replica: { hosts: new Set(['www.state.gov']), port: Number(port), secure: secure === 'secure' },
  },
  clock: {
    now: () => Date.UTC(2026, 0, 5) + passed,
    // Pauses pass at once; what guards against silence never comes.
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', resolve, { once: true });
        if (milliseconds >= 15_000) return;
        setImmediate(() => {
          passed += milliseconds;
          resolve();
        });
      }),
  },
  random: () => 0.5,
  userAgent: 'Variorum/0 (test)',
  signal: new AbortController().signal,
};
const request = workbench.fetching.readRequest({
  editions: ['2022-2024'],
  areas: ['velmora', 'quendary', 'santorlo'],
  from: 'official',
  max: null,
  again: false,
});
for await (const event of workbench.fetching.fetch(request, world)) {
  if (event.kind === 'summary') process.stdout.write(JSON.stringify(event.summary));
}
await workbench.close();
