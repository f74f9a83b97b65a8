import { SETTINGS, type SettingName } from '../settings.ts';
import type { StopSignal } from './stop-signal.ts';
import type { Terminal } from './terminal.ts';

/** A flag of a command. */
export interface CommandOption {
  /** Without the hyphens. */
  readonly name: string;
  /** What stands for the value in a usage line, or null for a flag that takes none. */
  readonly value: string | null;
  readonly meaning: string;
}

/** What was typed behind a command's name, understood. */
export interface CommandInput {
  readonly operands: readonly string[];
  /** Flags with a value → all values given, in order. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Flags without a value. */
  readonly flags: ReadonlySet<string>;
}

/** What a command may use of the world. */
export interface CommandWorld {
  readonly terminal: Terminal;
  /** From then on SIGINT and SIGTERM ask the command to stop; before, and for other commands, they end it. */
  listenForStop(): StopSignal;
}

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What it is given besides flags, as printed in its usage line; null if nothing. */
  readonly operands: string | null;
  readonly options: readonly CommandOption[];
  /** Further paragraphs of its help. */
  readonly about: readonly string[];
  readonly examples: readonly (readonly [typed: string, does: string])[];
  /**
   * @returns the exit code
   * @throws Problem for what a person can mend
   */
  run(input: CommandInput, world: CommandWorld): Promise<number>;
}

/** A setting as a command's flag. */
export function settingOption(name: SettingName): CommandOption {
  const { value, meaning, fallbackText, variable } = SETTINGS[name];
  return {
    name,
    value,
    meaning: `${meaning} (${variable}; without it ${fallbackText.replaceAll('`', '')})`,
  };
}

export const JSON_OPTION: CommandOption = {
  name: 'json',
  value: null,
  meaning: 'print the result as one JSON object',
};

/** The last value given for each flag: what `readSettings` takes. */
export function lastValues({ values }: CommandInput): Record<string, string | undefined> {
  return Object.fromEntries([...values].map(([name, given]) => [name, given.at(-1)]));
}
