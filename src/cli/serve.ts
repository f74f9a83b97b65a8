import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startServer } from '../server.ts';
import { readSettings } from '../settings.ts';
import { openWorkbench } from '../workbench/open-workbench.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { type Command, lastValues, settingOption } from './command.ts';
import type { Terminal } from './terminal.ts';
import { countOf } from './text-table.ts';

/** The invented editions that ship with the software. */
const SAMPLE = fileURLToPath(new URL('../../sample', import.meta.url));

/** One core stays free for answering; more threads than these would only hold memory. */
const SPARE = Math.min(4, Math.max(1, availableParallelism() - 1));
const THREADS = { compareThreads: SPARE, pressThreads: SPARE };

export const serveCommand: Command = {
  name: 'serve',
  summary: 'opens the library in the browser',
  operands: null,
  options: [
    settingOption('library'),
    settingOption('port'),
    settingOption('host'),
    settingOption('corrections'),
  ],
  about: [
    'Makes the library if there is none, and loads the invented sample editions while it is empty. They make way for the first real page that is imported, also while this runs.',
  ],
  examples: [
    ['variorum serve', 'on http://localhost:3000'],
    ['variorum serve --library reports --port 8080', 'another library, another port'],
  ],
  async run(input, { terminal, listenForStop }) {
    const { library, port, host, corrections } = readSettings(
      ['library', 'port', 'host', 'corrections'],
      lastValues(input),
    );
    const stop = listenForStop();
    const workbench = await openToServe(library);
    try {
      await loadSample(workbench, terminal);
      const server = await startServer({
        workbench,
        port,
        host,
        corrections,
        reportFault: (error) => terminal.say(`A fault of Variorum: ${describeFault(error)}`),
      });
      const { reports, sampleOnly } = await workbench.getStamp();
      const held = sampleOnly ? `${countOf(reports, 'invented sample report')}` : countOf(reports, 'report');
      await terminal.write(`Variorum is at ${server.address} (${held}; stop with Ctrl-C)\n`);
      await stop.requested;
      await server.close();
      return 0;
    } finally {
      await workbench.close();
    }
  },
};

/** A library that cannot be written can be served all the same; if it cannot be read either, the first reason counts. */
async function openToServe(library: string): Promise<Workbench> {
  try {
    return await openWorkbench({ library, readonly: false, ...THREADS });
  } catch (error) {
    return openWorkbench({ library, readonly: true, ...THREADS }).catch(() => Promise.reject(error));
  }
}

async function loadSample(workbench: Workbench, terminal: Terminal): Promise<void> {
  if ((await workbench.getStamp()).reports > 0) return;
  terminal.say(
    'The library is empty: loading the invented sample editions. “variorum import PATH” brings in real pages.',
  );
  for await (const event of workbench.importPages({ paths: [SAMPLE], workers: 0 })) {
    if (event.kind === 'refused') terminal.say(`Refused ${event.path}: ${event.reason}`);
  }
}

function describeFault(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
