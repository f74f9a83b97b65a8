import { USUAL_PAPER } from '../domain/paper.ts';
import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import { EXPORT_FORMATS, findExportFormat, isTextFormat } from '../workbench/render-publication.ts';
import { type Command, type CommandOption, lastValues, settingOption } from './command.ts';
import { PAPER_OPTION, readPaperFlag } from './export-target.ts';
import { refuseOnScreen } from './refuse-on-screen.ts';
import { countOf } from './text-table.ts';
import { withWorkbench } from './with-workbench.ts';
import { writeFileWhole } from './write-file-whole.ts';

const FORMATS = Object.keys(EXPORT_FORMATS).join(', ');
const OPTIONS: readonly CommandOption[] = [
  { name: 'years', value: 'LIST', meaning: 'editions: 2021, 2016-2019,2021 or all' },
  {
    name: 'sections',
    value: 'LIST',
    meaning: 'labels (1.c, 6/women), chapters (1), topics (prison-conditions), executive-summary or all',
  },
  { name: 'areas', value: 'LIST', meaning: 'names, old names, codes, slugs, regions or all' },
  {
    name: 'order',
    value: 'ORDER',
    meaning: 'what the report is arranged by first: area (as without it), year or section',
  },
  { name: 'format', value: 'FORMAT', meaning: `${FORMATS}; without it, txt` },
  PAPER_OPTION,
  { name: 'output', value: 'FILE', meaning: 'write to a file, whole or not at all, instead of printing' },
];

export const reportCommand: Command = {
  name: 'report',
  summary: 'assembles a custom report: years × sections or topics × countries or areas',
  operands: null,
  options: [...OPTIONS, settingOption('library')],
  about: [
    'Years, sections and areas must be named; each flag takes a list, and may stand several times.',
    'What was asked for and is not there is listed in the report with its reason, and counted on standard error.',
  ],
  examples: [
    ['variorum report --years 2021 --sections executive-summary --areas mali', 'one summary, as plain text'],
    [
      'variorum report --years 2016-2024 --sections prison-conditions --areas africa --format csv --output prisons.csv',
      'a topic over all editions, a row a passage',
    ],
    [
      'variorum report --years 2022,2023 --sections 1.c,6/women --areas "Swaziland, Mali" --order section --format html',
      'sections side by side by topic',
    ],
  ],
  async run(input, { terminal }) {
    const { library } = readSettings(['library'], lastValues(input));
    const typed = input.values.get('format')?.at(-1) ?? 'txt';
    return withWorkbench({ library, readonly: true }, async (workbench) => {
      const { selection, problems } = await workbench.readSelection({
        years: input.values.get('years') ?? [],
        sections: input.values.get('sections') ?? [],
        areas: input.values.get('areas') ?? [],
        order: input.values.get('order') ?? [],
      });
      const format = findExportFormat(typed);
      const output = input.values.get('output')?.at(-1);
      const all = [...problems];
      const paper = readPaperFlag(input.values.get('paper')?.at(-1), all);
      if (format === null) all.push(`format: there is no “${typed.slice(0, 60)}”; write ${FORMATS}.`);
      else if (!isTextFormat(format)) all.push(...refuseOnScreen(format, output, terminal));
      if (format === null || all.length > 0) {
        throw new Problem('invalid-input', 'What was asked for cannot be understood.', all);
      }
      const publication = await workbench.buildPublication(selection);
      const pieces = workbench.renderPublication(publication, format, paper ?? USUAL_PAPER);
      if (output === undefined) for await (const piece of pieces) await terminal.write(piece);
      else await writeFileWhole(output, pieces);
      if (publication.gaps.length > 0) {
        terminal.say(
          `${countOf(publication.gaps.length, 'gap')}: asked for and not there; listed in the report, with the reasons.`,
        );
      }
      return 0;
    });
  },
};
