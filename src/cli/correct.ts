import { readFile } from 'node:fs/promises';
import type { CorrectionOutcome } from '../domain/correction.ts';
import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { type Command, type CommandInput, lastValues, settingOption } from './command.ts';
import { describeCorrections } from './describe-corrections.ts';
import type { Terminal } from './terminal.ts';
import { countOf } from './text-table.ts';
import { withWorkbench } from './with-workbench.ts';

const FORMATS = ['txt', 'json', 'csv', 'md'] as const;

/** What each word behind `correct` takes. */
const ACTIONS: Readonly<Record<string, { readonly operands: string; readonly flags: readonly string[] }>> = {
  pair: { operands: 'ADDRESS ADDRESS', flags: ['by', 'note'] },
  part: { operands: 'ADDRESS ADDRESS', flags: ['by', 'note'] },
  list: { operands: '', flags: ['area', 'format'] },
  withdraw: { operands: 'ID', flags: ['by'] },
  import: { operands: 'FILE', flags: [] },
};

export const correctCommand: Command = {
  name: 'correct',
  summary: 'says which passages of two editions belong together and which do not, against the program',
  operands: 'pair|part|list|withdraw|import [...]',
  options: [
    { name: 'by', value: 'NAME', meaning: 'who says so: any name; without it, anonymous' },
    { name: 'note', value: 'TEXT', meaning: 'why, in a few words' },
    { name: 'area', value: 'AREA', meaning: 'list: only what is said of this area' },
    { name: 'format', value: 'FORMAT', meaning: `list: ${FORMATS.join(', ')}; without it, txt` },
    settingOption('library'),
  ],
  about: [
    'correct pair ADDRESS ADDRESS says that two passages belong together, correct part ADDRESS ADDRESS that they do not. They are of two editions of one report, or of two versions of one edition, either one first. What is paired keeps its other partners; what is parted may find another.',
    'A correction is of the two texts: it holds in a newer version of a report too, wherever the texts stand there, and waits where one of them is gone. One that says the opposite of a standing one is refused, and the standing one named.',
    'correct list shows all, the withdrawn ones too; correct withdraw ID takes one back, and it stays in the list. correct import FILE brings in what correct list --format json gave in another library; doing so again changes nothing.',
    'Without corrections, as the program alone aligns them, two editions are shown by variorum compare --no-corrections.',
  ],
  examples: [
    [
      "variorum correct pair '2023/mli#1.c:4' '2024/mli#3.a:6' --by 'Ada Quill' --note 'the same statement'",
      'these two belong together',
    ],
    ["variorum correct part '2023/mli#1.c:3' '2024/mli#3.a:4' --by 'Ada Quill'", 'these two do not'],
    ['variorum correct list --area mali --format json > mali.json', 'all of one area, to be handed on'],
    ["variorum correct withdraw 0123456789ab --by 'Ada Quill'", 'takes one back'],
  ],
  async run(input, { terminal }) {
    const { library } = readSettings(['library'], lastValues(input));
    const [action = '', ...operands] = input.operands;
    refuseMisplaced(action, operands, input);
    return withWorkbench({ library, readonly: action === 'list' }, async (workbench) => {
      await act(action, operands, input, workbench, terminal);
      return 0;
    });
  },
};

/** @throws Problem invalid-input, naming all that does not belong to the action */
function refuseMisplaced(action: string, operands: readonly string[], input: CommandInput): void {
  const known = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (known === undefined) {
    throw new Problem(
      'invalid-input',
      action === ''
        ? 'Nothing is said to be done.'
        : `“${action.slice(0, 60)}” is nothing that can be done with corrections.`,
      [`Write one of ${Object.keys(ACTIONS).join(', ')}: variorum correct list.`],
    );
  }
  const wanted = known.operands === '' ? 0 : known.operands.split(' ').length;
  const problems = [...input.values.keys()]
    .filter((name) => name !== 'library' && !known.flags.includes(name))
    .map((name) => `--${name} does not belong to correct ${action}.`);
  if (operands.length !== wanted) {
    problems.push(
      `${countOf(operands.length, 'thing')} given where it takes ${wanted === 0 ? 'none' : wanted}: variorum correct ${action} ${known.operands}`.trimEnd(),
    );
  }
  if (problems.length > 0)
    throw new Problem('invalid-input', `variorum correct ${action} cannot be run as typed.`, problems);
}

async function act(
  action: string,
  [first = '', second = '']: readonly string[],
  input: CommandInput,
  workbench: Workbench,
  terminal: Terminal,
): Promise<void> {
  const { corrections } = workbench;
  const by = input.values.get('by')?.at(-1) ?? '';
  const at = new Date().toISOString();
  switch (action) {
    case 'pair':
    case 'part': {
      const wishes = [{ kind: action, one: first, other: second } as const];
      const note = input.values.get('note')?.at(-1) ?? '';
      const [outcome] = await corrections.save({ wishes, by, note, at });
      await terminal.write(
        outcome?.outcome === 'unchanged'
          ? `Correction ${outcome.id} says so already; nothing was changed.\n`
          : `Saved as correction ${outcome?.id}.\n`,
      );
      return;
    }
    case 'withdraw': {
      const { id, outcome } = await corrections.withdraw({ id: first, by, at });
      await terminal.write(
        outcome === 'unchanged'
          ? `Correction ${id} was withdrawn before; nothing was changed.\n`
          : `Correction ${id} is withdrawn; it stays in the list.\n`,
      );
      return;
    }
    case 'import':
      await terminal.write(describeImported(await corrections.bringIn(await readText(first))));
      return;
    default:
      await list(input, workbench, terminal);
  }
}

async function list(input: CommandInput, workbench: Workbench, terminal: Terminal): Promise<void> {
  const typed = input.values.get('format')?.at(-1) ?? 'txt';
  const format = FORMATS.find((one) => one === typed.toLowerCase());
  const name = input.values.get('area')?.at(-1) ?? null;
  const area = name === null ? null : workbench.catalog.findArea(name);
  const problems = [
    ...(format === undefined
      ? [`format: there is no “${typed.slice(0, 60)}”; write ${FORMATS.join(', ')}.`]
      : []),
    ...(name !== null && area === null ? [`area: there is no area “${name.slice(0, 60)}”.`] : []),
  ];
  if (format === undefined || problems.length > 0)
    throw new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
  const found = await workbench.corrections.list({ area: area?.id ?? null, editions: null });
  await terminal.write(
    format === 'txt' ? describeCorrections(found) : workbench.corrections.render(found, format),
  );
  if (found.corrections.length === 0) terminal.say('There are no corrections.');
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw new Problem('not-found', `There is no file ${path}.`);
    if (code === 'EISDIR') throw new Problem('invalid-input', `${path} is a folder; name a file in it.`);
    throw new Problem('conflict', `${path} cannot be read (${code}).`);
  }
}

function describeImported(outcomes: readonly CorrectionOutcome[]): string {
  const count = (outcome: CorrectionOutcome['outcome']): number =>
    outcomes.filter((one) => one.outcome === outcome).length;
  return `${countOf(outcomes.length, 'correction')}: ${count('added')} added, ${count('withdrawn')} withdrawn, ${count('unchanged')} known before.\n`;
}
