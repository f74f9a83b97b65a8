import type { DatasetSummary } from '../domain/dataset/dataset-files.ts';
import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import type { Workbench } from '../workbench/workbench.ts';
import {
  type Command,
  type CommandInput,
  type CommandWorld,
  JSON_OPTION,
  lastValues,
  settingOption,
} from './command.ts';
import { startProgress } from './progress.ts';
import type { StopSignal } from './stop-signal.ts';
import { countOf, formatCount, renderTextTable } from './text-table.ts';
import { withWorkbench } from './with-workbench.ts';

export const datasetCommand: Command = {
  name: 'dataset',
  summary: 'writes the whole library as tables for data work: CSV, Parquet, SQLite',
  operands: null,
  options: [
    {
      name: 'to',
      value: 'DIR',
      meaning: 'the folder to write: a new one, an empty one, or one that holds a former dataset',
    },
    settingOption('library'),
    settingOption('workers'),
    JSON_OPTION,
  ],
  about: [
    'Areas, editions, topics, reports, sections, passages word for word, the crosswalk, findings, and what changed between the editions that follow each other, each table as CSV and Parquet, and all of them in one SQLite database. README.md in it defines every column, datapackage.json describes the files to programs.',
    'The folder appears whole or not at all, also if the program is stopped. The same library gives the same bytes.',
  ],
  examples: [['variorum dataset --to variorum-data', 'everything, into the folder “variorum-data”']],
  run: (input, world) => writeDataset(input, world, input.values.get('to')?.at(-1) ?? ''),
};

/** Writes the dataset into the folder, and says what it holds. @returns the exit code */
export async function writeDataset(
  input: CommandInput,
  world: CommandWorld,
  folder: string,
): Promise<number> {
  const { library, workers: compareThreads } = readSettings(['library', 'workers'], lastValues(input));
  if (folder === '') {
    throw new Problem('invalid-input', 'No folder is named for the dataset.', [
      'For example: variorum dataset --to variorum-data',
    ]);
  }
  const stop = world.listenForStop();
  return withWorkbench({ library, readonly: true, compareThreads }, async (workbench) => {
    const summary = await follow(workbench, folder, world, stop);
    if (summary === null) {
      world.terminal.say('Stopped; nothing was written.');
      return stop.exitCode ?? 1;
    }
    await world.terminal.write(
      input.flags.has('json') ? renderJson(summary, folder) : describe(summary, folder),
    );
    return 0;
  });
}

/** Null if it was stopped. */
async function follow(
  workbench: Workbench,
  folder: string,
  { terminal }: CommandWorld,
  stop: StopSignal,
): Promise<DatasetSummary | null> {
  let progress = null;
  try {
    for await (const event of workbench.writeDataset(folder)) {
      if (event.kind === 'finished') return event.summary;
      if (stop.exitCode !== null) return null;
      if (event.kind === 'started') progress = startProgress(terminal, 'Reports', event.total);
      else progress?.update(event.done, '');
    }
  } finally {
    progress?.stop();
  }
  throw new Error('The dataset ended without its summary.');
}

function renderJson({ library, rows, files }: DatasetSummary, folder: string): string {
  return `${JSON.stringify({ folder, library, rows: Object.fromEntries(rows), files }, null, 2)}\n`;
}

function describe({ library, rows, files }: DatasetSummary, folder: string): string {
  const table = renderTextTable(
    [
      { heading: 'Table', align: 'left' },
      { heading: 'Rows', align: 'right' },
    ],
    [...rows].map(([name, count]) => [name, formatCount(count)]),
  );
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  return `${table}\n${countOf(files.length, 'file')}, ${megabytes.toFixed(1)} MB, in ${folder}; library version ${library.version}.\n`;
}
