import { USUAL_PAPER } from '../domain/paper.ts';
import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import {
  COMPARISON_FILE_FORMATS,
  findComparisonFileFormat,
} from '../workbench/compare/render-comparison-file.ts';
import { findTextFormat, TEXT_FORMATS } from '../workbench/render-publication.ts';
import { type Command, type CommandOption, lastValues, settingOption } from './command.ts';
import { asksWide, renderWideComparison } from './compare-wide.ts';
import { PAPER_OPTION, readPaperFlag } from './export-target.ts';
import { refuseOnScreen } from './refuse-on-screen.ts';
import { countOf } from './text-table.ts';
import { withWorkbench } from './with-workbench.ts';
import { writeFileWhole } from './write-file-whole.ts';

const FORMATS = [...TEXT_FORMATS, ...COMPARISON_FILE_FORMATS].join(', ');

export const TOPICS_OPTION: CommandOption = {
  name: 'topics',
  value: 'LIST',
  meaning: 'only these topics and their narrower ones: prison-conditions, women',
};
export const ONLY_OPTION: CommandOption = {
  name: 'only',
  value: 'LIST',
  meaning: 'only what was removed, edited, added, moved or stayed the same: removed,edited',
};

export const NO_CORRECTIONS_OPTION: CommandOption = {
  name: 'no-corrections',
  value: null,
  meaning: 'as the program alone aligns the reports, without what readers corrected',
};

export const compareCommand: Command = {
  name: 'compare',
  summary: 'lays two editions of a report side by side, passage by passage',
  operands: 'AREA|all FROM TO',
  options: [
    { name: 'format', value: 'FORMAT', meaning: `${FORMATS}; without it, txt` },
    { ...TOPICS_OPTION, name: 'topic' },
    { ...TOPICS_OPTION, meaning: 'the same as --topic' },
    ONLY_OPTION,
    NO_CORRECTIONS_OPTION,
    {
      name: 'sort',
      value: 'ORDER',
      meaning:
        'of many: area, region, share, older, newer, kept, gone, reworded, moved, removed, new or a topic; -gone is least first',
    },
    {
      name: 'measure',
      value: 'MEASURE',
      meaning: 'of many: the share that share and topics sort by: kept, gone, new',
    },
    PAPER_OPTION,
    { name: 'output', value: 'FILE', meaning: 'write to a file, whole or not at all, instead of printing' },
    settingOption('library'),
  ],
  about: [
    'The older edition always stands on the left, whichever is named first. An edition may name a version of its report: 2020@0123456789ab; two versions of one edition are compared likewise.',
    'In JSON and CSV every passage of both reports is in exactly one pair; in the other formats, what stayed word for word is a line of addresses, unless --only same asks for its text.',
    'A passage is called removed when it was looked for in the whole newer report and not found. Absence of reporting is not evidence of absence.',
    'Many at once, in numbers: with all instead of an area, every country and area between two editions; with an area alone, each of its editions with the next one held. What nothing is kept of is compared first.',
  ],
  examples: [
    ['variorum compare mali 2023 2024', 'what stayed, was reworded, moved, went and came'],
    [
      'variorum compare mali 2021 2022 --only removed,edited --topic women',
      'one topic, what is gone from it',
    ],
    ['variorum compare all 2023 2024 --topic women --sort gone', 'all countries and areas, in numbers'],
    ['variorum compare mali', 'one area, edition by edition, in numbers'],
    ['variorum compare "Burkina Faso" 2016 2024 --format json --output burkina.json', 'every pair as data'],
  ],
  async run(input, { terminal }) {
    const { library } = readSettings(['library'], lastValues(input));
    const [area = '', from = '', to = '', ...more] = input.operands;
    return withWorkbench({ library, readonly: true }, async (workbench) => {
      const output = input.values.get('output')?.at(-1);
      if (asksWide(input)) {
        const text = await renderWideComparison(input, workbench, terminal);
        if (output === undefined) await terminal.write(text);
        else await writeFileWhole(output, [text]);
        return 0;
      }
      const reading = workbench.readCompareRequest({ area, from, to });
      const asked = workbench.readComparisonFilter({
        only: input.values.get('only') ?? [],
        topics: [...(input.values.get('topic') ?? []), ...(input.values.get('topics') ?? [])],
        show: [],
      });
      const typed = input.values.get('format')?.at(-1) ?? 'txt';
      const format = findTextFormat(typed);
      const fileFormat = findComparisonFileFormat(typed);
      const wrongPaper: string[] = [];
      const paper = readPaperFlag(input.values.get('paper')?.at(-1), wrongPaper);
      const problems = [
        ...reading.problems,
        ...asked.problems,
        ...(format === null && fileFormat === null
          ? [`format: there is no “${typed.slice(0, 60)}”; write ${FORMATS}.`]
          : []),
        ...refuseOnScreen(fileFormat, output, terminal),
        ...wrongPaper,
        ...more.map((one) => `“${one.slice(0, 60)}”: one area and two editions are compared at a time.`),
      ];
      if (problems.length > 0 || reading.request === null) {
        throw new Problem('invalid-input', 'What was asked for cannot be understood.', [
          ...problems,
          'Written out: variorum compare mali 2023 2024.',
        ]);
      }
      const whole = await workbench.compareReports({
        ...reading.request,
        corrections: !input.flags.has('no-corrections'),
      });
      const view = workbench.narrowComparison(whole, asked.topics);
      const pieces =
        fileFormat === null
          ? workbench.renderComparison(view, asked.filter, format ?? 'txt')
          : workbench.renderComparisonFile(view, asked.filter, fileFormat, paper ?? USUAL_PAPER);
      if (output === undefined) for await (const piece of pieces) await terminal.write(piece);
      else await writeFileWhole(output, pieces);
      if (view.counts.left.passages + view.counts.right.passages === 0) {
        terminal.say(`Neither report has a passage on ${countOf(asked.topics.length, 'topic')} asked for.`);
      }
      return 0;
    });
  },
};
