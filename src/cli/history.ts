import { parseAddress } from '../domain/address.ts';
import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import { HISTORY_FORMATS } from '../workbench/lineage/render-history.ts';
import { type Command, lastValues, settingOption } from './command.ts';
import { withWorkbench } from './with-workbench.ts';
import { writeFileWhole } from './write-file-whole.ts';

const FORMATS = HISTORY_FORMATS.join(', ');

export const historyCommand: Command = {
  name: 'history',
  summary: 'follows one passage through all editions held',
  operands: 'ADDRESS',
  options: [
    { name: 'format', value: 'FORMAT', meaning: `${FORMATS}; without it, txt` },
    { name: 'output', value: 'FILE', meaning: 'write to a file, whole or not at all, instead of printing' },
    settingOption('library'),
  ],
  about: [
    'The address is that of a passage: 2021/mli#1.c:4. It says where the passage was first seen, how long it stood word for word, when it was reworded and moved, and where it was last seen; each form is quoted and cited, with the words that differ from the form before.',
    'The newest version held of each edition is followed. An address in an older version, 2020/mli@0123456789ab#1.c:4, leads to the passage it became. Editions that are not held are named.',
    'A passage that ends was looked for in the whole report of the next edition held and not found. Absence of reporting is not evidence of absence.',
  ],
  examples: [
    ["variorum history '2021/mli#1.c:3'", 'every form, oldest to newest'],
    ["variorum history '2023/mli#6/women:2' --format csv --output women.csv", 'a row a form'],
  ],
  async run(input, { terminal }) {
    const { library } = readSettings(['library'], lastValues(input));
    const [typed = '', ...more] = input.operands;
    const asked = input.values.get('format')?.at(-1) ?? 'txt';
    const format = HISTORY_FORMATS.find((one) => one === asked.toLowerCase()) ?? null;
    const problems = [
      ...(typed === '' ? ['ADDRESS: nothing is given; write the address of a passage.'] : []),
      ...(format === null ? [`format: there is no “${asked.slice(0, 60)}”; write ${FORMATS}.`] : []),
      ...more.map((one) => `“${one.slice(0, 60)}”: one passage is followed at a time.`),
    ];
    if (problems.length > 0 || format === null) {
      throw new Problem('invalid-input', 'What was asked for cannot be understood.', [
        ...problems,
        "Written out: variorum history '2021/mli#1.c:3'.",
      ]);
    }
    const address = parseAddress(typed);
    return withWorkbench({ library, readonly: true }, async (workbench) => {
      const text = workbench.renderHistory(await workbench.getHistory(address), format);
      const output = input.values.get('output')?.at(-1);
      if (output === undefined) await terminal.write(text);
      else await writeFileWhole(output, [text]);
      return 0;
    });
  },
};
