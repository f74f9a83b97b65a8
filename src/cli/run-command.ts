import { findNearest } from '../domain/nearest.ts';
import { Problem } from '../domain/problem.ts';
import type { Command, CommandWorld } from './command.ts';
import { describeCommand, describeProgram } from './describe-command.ts';
import { describeError } from './describe-error.ts';
import { parseCommandLine } from './parse-command-line.ts';
import { readVersion } from './read-version.ts';

/** Runs what was typed behind the program's name. @returns the exit code; never throws */
export async function runCommand(
  typed: readonly string[],
  commands: readonly Command[],
  world: CommandWorld,
): Promise<number> {
  try {
    return await dispatch(typed, commands, world);
  } catch (error) {
    const { text, exitCode } = describeError(error);
    world.terminal.say(text);
    return exitCode;
  }
}

async function dispatch(
  typed: readonly string[],
  commands: readonly Command[],
  world: CommandWorld,
): Promise<number> {
  const { terminal } = world;
  const [first = 'help', ...rest] = typed;
  if (['version', '--version', '-V'].includes(first)) {
    await terminal.write(`variorum ${readVersion()}\n`);
    return 0;
  }
  if (['help', '--help', '-h'].includes(first)) {
    const [asked] = rest;
    const text =
      asked === undefined ? describeProgram(commands) : describeCommand(getCommand(asked, commands));
    await terminal.write(text);
    return 0;
  }
  const command = getCommand(first, commands);
  const end = rest.indexOf('--');
  const flags = end === -1 ? rest : rest.slice(0, end);
  if (flags.includes('--help') || flags.includes('-h')) {
    await terminal.write(describeCommand(command));
    return 0;
  }
  return command.run(parseCommandLine(command, rest), world);
}

function getCommand(name: string, commands: readonly Command[]): Command {
  const command = commands.find((one) => one.name === name);
  if (command !== undefined) return command;
  const names = commands.map((one) => one.name);
  const [nearest] = findNearest(name, [...names, 'help', 'version'], 1);
  throw new Problem('invalid-input', describeMistake(name, nearest ?? null), [
    `Commands: ${names.join(', ')}, help, version.`,
  ]);
}

function describeMistake(name: string, nearest: string | null): string {
  const shown = name.slice(0, 80);
  if (name.startsWith('-')) return `“${shown}” stands where the command should: variorum COMMAND [FLAGS].`;
  return `“${shown}” is no command${nearest === null ? '.' : `; the nearest is ${nearest}.`}`;
}
