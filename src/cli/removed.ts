import { USUAL_PAPER } from '../domain/paper.ts';
import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import { REMOVALS_FORMATS } from '../workbench/compare/render-comparison.ts';
import {
  COMPARISON_FILE_FORMATS,
  findComparisonFileFormat,
} from '../workbench/compare/render-comparison-file.ts';
import { type Command, lastValues, settingOption } from './command.ts';
import { NO_CORRECTIONS_OPTION, ONLY_OPTION, TOPICS_OPTION } from './compare.ts';
import { PAPER_OPTION, readPaperFlag } from './export-target.ts';
import { refuseOnScreen } from './refuse-on-screen.ts';
import { withWorkbench } from './with-workbench.ts';
import { writeFileWhole } from './write-file-whole.ts';

const FORMATS = [...REMOVALS_FORMATS, ...COMPARISON_FILE_FORMATS].join(', ');

export const removedCommand: Command = {
  name: 'removed',
  summary: 'lists what was removed between two editions, each passage beside the nearest that remains',
  operands: null,
  options: [
    { name: 'from', value: 'YEAR', meaning: 'the older edition: any, not only the year before' },
    { name: 'to', value: 'YEAR', meaning: 'the newer edition' },
    {
      name: 'areas',
      value: 'LIST',
      meaning: 'names, old names, codes, slugs, regions or all; without it, all',
    },
    TOPICS_OPTION,
    { ...ONLY_OPTION, meaning: 'removed, as without it; removed,edited: also what was reworded' },
    NO_CORRECTIONS_OPTION,
    { name: 'format', value: 'FORMAT', meaning: `${FORMATS}; without it, txt` },
    PAPER_OPTION,
    { name: 'output', value: 'FILE', meaning: 'write to a file, whole or not at all, instead of printing' },
    settingOption('library'),
  ],
  about: [
    'Each removed passage is quoted and cited, with where it was looked for, the nearest passage of the newer report and its likeness, and whether the newer report still has text on the topic. Areas of which either report is missing are listed with the reason.',
    'Absence of reporting is not evidence of absence.',
  ],
  examples: [
    ['variorum removed --from 2023 --to 2024 --areas mali', 'one country'],
    [
      'variorum removed --from 2016 --to 2024 --areas africa --topics women --format md --output women.md',
      'one topic in a region, against the edition of 2016',
    ],
  ],
  async run(input, { terminal }) {
    const { library } = readSettings(['library'], lastValues(input));
    return withWorkbench({ library, readonly: true }, async (workbench) => {
      const reading = workbench.readRemovalsRequest({
        from: input.values.get('from')?.at(-1) ?? '',
        to: input.values.get('to')?.at(-1) ?? '',
        areas: input.values.get('areas') ?? [],
        topics: input.values.get('topics') ?? [],
        only: input.values.get('only') ?? [],
      });
      const typed = input.values.get('format')?.at(-1) ?? 'txt';
      const format = REMOVALS_FORMATS.find((one) => one === typed.toLowerCase()) ?? null;
      const fileFormat = findComparisonFileFormat(typed);
      const output = input.values.get('output')?.at(-1);
      const wrongPaper: string[] = [];
      const paper = readPaperFlag(input.values.get('paper')?.at(-1), wrongPaper);
      const problems = [
        ...reading.problems,
        ...(format === null && fileFormat === null
          ? [`format: there is no “${typed.slice(0, 60)}”; write ${FORMATS}.`]
          : []),
        ...refuseOnScreen(fileFormat, output, terminal),
        ...wrongPaper,
      ];
      if (problems.length > 0 || reading.request === null) {
        throw new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
      }
      const corrections = !input.flags.has('no-corrections');
      const removals = await workbench.listRemovals({ ...reading.request, corrections });
      const pieces =
        fileFormat === null
          ? workbench.renderRemovals(removals, format ?? 'txt')
          : workbench.renderRemovalsFile(removals, fileFormat, paper ?? USUAL_PAPER);
      if (output === undefined) for await (const piece of pieces) await terminal.write(piece);
      else await writeFileWhole(output, pieces);
      return 0;
    });
  },
};
