import { parseArgs } from 'node:util';
import { findNearest } from '../domain/nearest.ts';
import { Problem } from '../domain/problem.ts';
import type { Command, CommandInput } from './command.ts';

/**
 * Reads what was typed behind a command's name.
 * @throws Problem invalid-input, naming every unknown flag (with the nearest known one) and missing value
 */
export function parseCommandLine(command: Command, typed: readonly string[]): CommandInput {
  const known = new Map(command.options.map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...typed],
    options: Object.fromEntries(
      command.options.map(({ name, value }) => [
        name,
        { type: value === null ? ('boolean' as const) : ('string' as const), multiple: true },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const problems: string[] = [];
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = known.get(token.name);
    if (option === undefined) {
      problems.push(`${token.rawName}: ${describeUnknown(command, token.name)}`);
    } else if (option.value === null) {
      if (token.value !== undefined) problems.push(`--${option.name} takes no value.`);
      flags.add(option.name);
    } else if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))) {
      problems.push(`--${option.name} needs a value: --${option.name} ${option.value}.`);
    } else {
      values.set(option.name, [...(values.get(option.name) ?? []), token.value]);
    }
  }
  if (command.operands === null) {
    for (const operand of operands) {
      problems.push(`“${operand.slice(0, 80)}”: variorum ${command.name} takes flags only.`);
    }
  }
  if (problems.length > 0) {
    throw new Problem('invalid-input', `variorum ${command.name} cannot be run as typed.`, [
      ...problems,
      `variorum ${command.name} --help shows what it takes.`,
    ]);
  }
  return { operands, values, flags };
}

function describeUnknown(command: Command, typed: string): string {
  const [nearest] = findNearest(
    typed,
    command.options.map(({ name }) => name),
    1,
  );
  return nearest === undefined ? 'no such flag.' : `no such flag; the nearest is --${nearest}.`;
}
