import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import { type Command, type CommandInput, type CommandWorld, lastValues, settingOption } from './command.ts';
import { ONLY_OPTION, TOPICS_OPTION } from './compare.ts';
import { writeDataset } from './dataset.ts';
import { exportComparison, exportRemovals } from './export-comparison.ts';
import { exportCustomReport, exportReport } from './export-report.ts';
import { readExportTarget } from './export-target.ts';
import { runStoppable, untilStopped } from './until-stopped.ts';
import { writeWarc } from './warc.ts';
import { withWorkbench } from './with-workbench.ts';
import { writeFileWhole } from './write-file-whole.ts';

export const exportCommand: Command = {
  name: 'export',
  summary:
    'writes a custom report, a report, a comparison or a chart of removals to a file, PDF among others',
  operands: '[REPORT | AREA FROM TO]',
  options: [
    {
      name: 'to',
      value: 'FILE',
      meaning: 'the file, written whole or not at all; its ending says the format',
    },
    { name: 'format', value: 'FORMAT', meaning: 'the format, where the ending does not say it' },
    { name: 'paper', value: 'PAPER', meaning: 'letter (as without it) or a4, for what is set in pages' },
    { name: 'years', value: 'LIST', meaning: 'of a custom report, as for variorum report' },
    { name: 'sections', value: 'LIST', meaning: 'of a custom report' },
    { name: 'areas', value: 'LIST', meaning: 'of a custom report' },
    { name: 'order', value: 'ORDER', meaning: 'of a custom report' },
    { name: 'compare', value: null, meaning: 'lays two editions side by side: --compare mali 2023 2024' },
    { name: 'removed', value: null, meaning: 'charts what was removed: --removed mali 2023 2024' },
    {
      name: 'dataset',
      value: 'DIR',
      meaning: 'the whole library as tables in a folder, as variorum dataset',
    },
    { name: 'warc', value: 'FILE', meaning: 'the kept pages as a web archive, as variorum warc' },
    { ...TOPICS_OPTION, meaning: `of a comparison or chart: ${TOPICS_OPTION.meaning}` },
    { ...ONLY_OPTION, meaning: `of a comparison or chart: ${ONLY_OPTION.meaning}` },
    settingOption('library'),
  ],
  about: [
    'The same library gives the same bytes. Ctrl-C ends the work and leaves no file behind.',
    'What is too large for a format is refused before it is made, with the number of parts that would do.',
  ],
  examples: [
    [
      'variorum export --years 2021 --sections executive-summary --areas all --to summaries.pdf',
      'a custom report',
    ],
    ['variorum export 2021/mli --paper a4 --to mali.pdf', 'a whole report'],
    ['variorum export --compare mali 2023 2024 --to redline.pdf', 'two editions in two columns'],
    ['variorum export --dataset variorum-data', 'the whole library as CSV, Parquet and SQLite'],
    ['variorum export --removed mali 2023 2024 --to chart.pdf', 'what was removed, ready to file'],
  ],
  async run(input, world) {
    const { terminal, listenForStop } = world;
    const whole = pickWhole(input, world);
    if (whole !== null) return whole();
    const { library } = readSettings(['library'], lastValues(input));
    const target = readExportTarget(input);
    const stop = listenForStop();
    return withWorkbench({ library, readonly: true, pressThreads: 1 }, (workbench) =>
      runStoppable(stop, terminal.say, async () => {
        const making = pickExport(input)({ input, workbench, target, terminal });
        const { pieces, done } = await making;
        try {
          await writeFileWhole(target.file, untilStopped(pieces, stop));
        } finally {
          done?.();
        }
      }),
    );
  },
};

/** What is made of the whole library, or null. @throws Problem invalid-input if something else is asked for besides */
function pickWhole(input: CommandInput, world: CommandWorld): (() => Promise<number>) | null {
  const kind = (['dataset', 'warc'] as const).find((name) => input.values.has(name));
  if (kind === undefined) return null;
  const besides = [...input.values.keys(), ...input.flags].filter(
    (name) => name !== kind && name !== 'library',
  );
  if (besides.length > 0 || input.operands.length > 0) {
    throw new Problem(
      'invalid-input',
      'This is made of the whole library, and nothing can be chosen of it.',
      [
        ...besides.map((name) => `--${name}: it does not go with --${kind}.`),
        ...input.operands.map((one) => `“${one.slice(0, 60)}”: it does not go with --${kind}.`),
      ],
    );
  }
  const place = input.values.get(kind)?.at(-1) ?? '';
  return kind === 'dataset'
    ? () => writeDataset(input, world, place)
    : async () => {
        await writeWarc(readSettings(['library'], lastValues(input)).library, place);
        return 0;
      };
}

function pickExport({ flags, operands, values }: CommandInput) {
  const isCustom = ['years', 'sections', 'areas', 'order'].some((name) => values.has(name));
  const kinds = [isCustom, flags.has('compare'), flags.has('removed')].filter(Boolean).length;
  if (kinds > 1 || (isCustom && operands.length > 0) || (kinds === 0 && operands.length !== 1)) {
    throw new Problem('invalid-input', 'It must be clear what to export: one thing at a time.', [
      'A custom report: --years, --sections and --areas. A report: 2021/mli. A comparison: --compare mali 2023 2024. What was removed: --removed mali 2023 2024.',
    ]);
  }
  if (flags.has('compare')) return exportComparison;
  if (flags.has('removed')) return exportRemovals;
  return isCustom ? exportCustomReport : exportReport;
}
