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
      problems.push(describeUnknown(command, token, typed[token.index] ?? token.rawName));
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
      ...new Set(problems),
      `variorum ${command.name} --help shows what it takes.`,
    ]);
  }
  return { operands, values, flags };
}

/** What begins with one hyphen comes letter by letter; it is shown as it was typed. */
function describeUnknown(
  command: Command,
  { name, rawName }: { readonly name: string; readonly rawName: string },
  typed: string,
): string {
  if (!rawName.startsWith('--')) {
    const hint = command.operands === null ? '' : ' If it is no flag, put -- in front of it.';
    return `${typed.slice(0, 80)}: no such flag.${hint}`;
  }
  const [nearest] = findNearest(
    name,
    command.options.map((option) => option.name),
    1,
  );
  return `${rawName}: ${nearest === undefined ? 'no such flag.' : `no such flag; the nearest is --${nearest}.`}`;
}
