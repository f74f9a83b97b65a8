import type { Command } from './command.ts';

const WIDTH = 100;

/** The help of the whole program. */
export function describeProgram(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return [
    'variorum: reads the annual country reports on human rights practices into a library,',
    'and makes custom reports from them.',
    '',
    'Usage: variorum COMMAND [FLAGS]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    '',
    'variorum COMMAND --help tells more of one command.',
    '',
  ].join('\n');
}

/** The help of one command. */
export function describeCommand(command: Command): string {
  const flags = command.options.map(({ name, value, meaning }) => ({
    typed: `--${name}${value === null ? '' : ` ${value}`}`,
    meaning,
  }));
  const width = Math.max(...flags.map(({ typed }) => typed.length)) + 2;
  return [
    `Usage: ${describeUsage(command)}`,
    '',
    `${command.summary[0]?.toUpperCase() ?? ''}${command.summary.slice(1)}.`,
    ...command.about.flatMap((paragraph) => ['', ...wrap(paragraph, WIDTH)]),
    '',
    ...flags.flatMap(({ typed, meaning }) => {
      const lines = wrap(meaning, WIDTH - width - 2);
      return lines.map((line, i) => `  ${(i === 0 ? typed : '').padEnd(width)}${line}`);
    }),
    '',
    command.examples.length === 1 ? 'Example:' : 'Examples:',
    ...command.examples.flatMap(([typed, does]) => [`  ${typed}`, `      ${does}`]),
    '',
  ].join('\n');
}

/** The page `docs/reference/cli.md`. */
export function describeReference(
  commands: readonly Command[],
  exitCodes: readonly (readonly [number, string])[],
): string {
  return [
    '# The command line',
    '',
    'After `npm run build` the program is `dist/cli/main.js`: `node dist/cli/main.js COMMAND`, or `npx variorum COMMAND` in the',
    'folder of the project. Results go to standard output, everything said about them to standard error.',
    '',
    ...commands.flatMap((command) => [
      `## variorum ${command.name}`,
      '',
      '```',
      describeCommand(command).trimEnd(),
      '```',
      '',
    ]),
    '## Exit codes',
    '',
    '| code | means |',
    '|---|---|',
    ...exitCodes.map(([code, meaning]) => `| ${code} | ${meaning} |`),
    '',
  ].join('\n');
}

function describeUsage({ name, operands, options }: Command): string {
  const flags = options.map(({ name: flag, value }) => `[--${flag}${value === null ? '' : ` ${value}`}]`);
  return ['variorum', name, ...(operands === null ? [] : [operands]), ...flags].join(' ');
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
