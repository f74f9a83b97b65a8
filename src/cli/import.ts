import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import type { ImportEvent, ImportSummary } from '../workbench/import-pages.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { type Command, type CommandWorld, JSON_OPTION, lastValues, settingOption } from './command.ts';
import { describeImport } from './describe-import.ts';
import { followDerive } from './follow-derive.ts';
import { startProgress } from './progress.ts';
import type { StopSignal } from './stop-signal.ts';
import { countOf } from './text-table.ts';
import { withWorkbench } from './with-workbench.ts';

/** Exit code of an import that refused a page: the kind `unreadable-page`. */
const REFUSED = 4;

export const importCommand: Command = {
  name: 'import',
  summary: 'reads saved pages into the library',
  operands: 'PATH…',
  options: [
    settingOption('library'),
    settingOption('workers'),
    { name: 'no-compare', value: null, meaning: 'do not compare neighbouring editions afterwards' },
    JSON_OPTION,
  ],
  about: [
    'A PATH is a folder, a single page, a .zip, a .tar.gz, a .tar.xz, or a web archive: .warc, .warc.gz, .wacz. What is held already is passed over, so the same import can be run again, and one that was stopped goes on where it was.',
    'A page that cannot be read as a report is refused, with its reason, and the others go on; the exit code is then 4.',
    'Afterwards each edition of an area is compared with the next one held, so that histories and wide views are there at once. That can be stopped without harm, and “variorum derive” goes on with it.',
  ],
  examples: [
    ['variorum import ~/Downloads/reports', 'every page in a folder, with the folders in it'],
    ['variorum import 2021.tar.xz 2022.tar.xz --library reports', 'two archives, into the library “reports”'],
    ['variorum import crawl.warc.gz', 'the report pages in a web archive, with their times of capture'],
    ['variorum import mali.html --json', 'one page; the summary as JSON'],
  ],
  async run(input, world) {
    if (input.operands.length === 0) {
      throw new Problem('invalid-input', 'Nothing to import: name a folder, a page or an archive.', [
        'For example: variorum import ~/Downloads/reports',
      ]);
    }
    const { library, workers } = readSettings(['library', 'workers'], lastValues(input));
    const stop = world.listenForStop();
    return withWorkbench({ library, readonly: false, compareThreads: workers }, async (workbench) => {
      const started = world.terminal.now();
      const events = workbench.importPages({ paths: input.operands, workers });
      const { summary, done } = await followImport(events, world, stop);
      if (summary === null) {
        world.terminal.say(
          `Stopped after ${countOf(done, 'page')}, each saved whole. The same import again goes on from there.`,
        );
        return stop.exitCode ?? 1;
      }
      const seconds = (world.terminal.now() - started) / 1000;
      await world.terminal.write(
        input.flags.has('json')
          ? await renderJson(summary, workbench)
          : describeImport(summary, await workbench.getStamp(), seconds),
      );
      if (!input.flags.has('no-compare')) {
        const compared = await followDerive(workbench.deriveComparisons(null), world, stop);
        if (compared === null) return stop.exitCode ?? 1;
      }
      return summary.refused.length > 0 ? REFUSED : 0;
    });
  },
};

/** Shows what happens until the summary comes (null if stopped before it). */
async function followImport(
  events: AsyncIterable<ImportEvent>,
  { terminal }: CommandWorld,
  stop: StopSignal,
): Promise<{ summary: ImportSummary | null; done: number }> {
  let progress = startProgress(terminal, 'Pages', null);
  let done = 0;
  let refused = 0;
  try {
    for await (const event of events) {
      switch (event.kind) {
        case 'started':
          progress = startProgress(terminal, 'Pages', event.total);
          break;
        case 'notice':
          progress.say(event.message);
          break;
        case 'summary':
          return { summary: event.summary, done };
        default:
          done = event.done;
          if (event.kind === 'refused') {
            refused += 1;
            progress.say(`Refused ${event.path}: ${event.reason}`);
          }
          progress.update(done, refused === 0 ? '' : `${refused} refused`);
      }
      if (stop.exitCode !== null) break;
    }
  } finally {
    progress.stop();
  }
  return { summary: null, done };
}

async function renderJson(summary: ImportSummary, workbench: Workbench): Promise<string> {
  return `${JSON.stringify({ ...summary, library: await workbench.getStamp() }, null, 2)}\n`;
}
