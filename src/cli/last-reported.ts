import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import { HISTORY_FORMATS } from '../workbench/lineage/render-history.ts';
import { LAST_SORTS } from '../workbench/lineage/sort-spans.ts';
import { showValue } from '../workbench/problem-list.ts';
import { type Command, lastValues, settingOption } from './command.ts';
import { TOPICS_OPTION } from './compare.ts';
import { withWorkbench } from './with-workbench.ts';
import { writeFileWhole } from './write-file-whole.ts';

const FORMATS = HISTORY_FORMATS.join(', ');

export const lastReportedCommand: Command = {
  name: 'last-reported',
  summary: 'lists what no later edition has, by the edition that had it last',
  operands: 'AREA',
  options: [
    TOPICS_OPTION,
    { name: 'sort', value: 'ORDER', meaning: `order of the topics: one of ${LAST_SORTS.join(', ')}` },
    { name: 'format', value: 'FORMAT', meaning: `${FORMATS}; without it, txt` },
    { name: 'output', value: 'FILE', meaning: 'write to a file, whole or not at all, instead of printing' },
    settingOption('library'),
  ],
  about: [
    'For each edition held, newest first, and each topic: the passages that were looked for in the whole next edition held and not found, each quoted and cited, with the edition that had it first. What was reworded, moved, split or merged counts as found.',
    'Without --sort, topics stand in the order of the report. --sort last puts those on which the newest edition still has text first; with a hyphen before it, -last, the other way round.',
    'Absence of reporting is not evidence of absence.',
  ],
  examples: [
    ['variorum last-reported mali', 'everything that ended'],
    [
      'variorum last-reported mali --topics women --format csv --output women.csv',
      'one topic, a row a passage',
    ],
  ],
  async run(input, { terminal }) {
    const { library } = readSettings(['library'], lastValues(input));
    const [typed = '', ...more] = input.operands;
    return withWorkbench({ library, readonly: true }, async (workbench) => {
      const { area, request, problems } = workbench.readLastReportedRequest({
        area: typed,
        topics: input.values.get(TOPICS_OPTION.name) ?? [],
        sort: input.values.get('sort') ?? [],
      });
      const asked = input.values.get('format')?.at(-1) ?? 'txt';
      const format = HISTORY_FORMATS.find((one) => one === asked.toLowerCase()) ?? null;
      const all = [
        ...problems,
        ...(format === null ? [`format: there is no ${showValue(asked)}; write ${FORMATS}.`] : []),
        ...more.map((one) => `${showValue(one)}: one area is looked at at a time.`),
      ];
      if (all.length > 0 || format === null || area === null)
        throw new Problem('invalid-input', 'What was asked for cannot be understood.', all);
      const text = workbench.renderLastReported(await workbench.getLastReported(area, request), format);
      const output = input.values.get('output')?.at(-1);
      if (output === undefined) await terminal.write(text);
      else await writeFileWhole(output, [text]);
      return 0;
    });
  },
};
