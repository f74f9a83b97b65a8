import { availableParallelism } from 'node:os';
import { parseContact } from './domain/contact.ts';
import { Problem } from './domain/problem.ts';

/** Who may correct alignments in the browser. */
export type CorrectionsFrom = 'local' | 'all' | 'none';

/** What can be set from outside. */
export interface Settings {
  /** The library's folder, as given. */
  readonly library: string;
  /** 0: any free port. */
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** Threads that read pages, or compare reports for a dataset; 0: the main thread does it. */
  readonly workers: number;
  readonly corrections: CorrectionsFrom;
  /** How a publisher can reach whoever fetches; empty: not set. */
  readonly contact: string;
}

export type SettingName = keyof Settings;

/** One setting: where it is read from, what it is without being set, and what it does. */
export interface Setting<T> {
  /** The environment variable; the flag stands before it. */
  readonly variable: string;
  /** What stands for the value in a usage line. */
  readonly value: string;
  readonly fallback: T;
  /** The fallback in words. */
  readonly fallbackText: string;
  readonly meaning: string;
  /** What would be right, for the message about a wrong value. */
  readonly right: string;
  /** Null if the text is no such value. */
  parse(text: string): T | null;
}

/** All settings of the program; the flag of each is its name behind two hyphens. */
export const SETTINGS: { readonly [N in SettingName]: Setting<Settings[N]> } = {
  library: {
    variable: 'VARIORUM_LIBRARY',
    value: 'PATH',
    fallback: 'library',
    fallbackText: '`library`, in the folder where the program is started',
    meaning: 'the folder of the library',
    right: 'the path of a folder',
    parse: (text) => (text.includes('\0') ? null : text),
  },
  port: {
    variable: 'PORT',
    value: 'N',
    fallback: 3000,
    fallbackText: '`3000`',
    meaning: 'the port to serve on; 0 takes any that is free',
    right: 'a whole number from 0 to 65535',
    parse: (text) => parseWhole(text, 65_535),
  },
  host: {
    variable: 'VARIORUM_HOST',
    value: 'ADDRESS',
    fallback: '127.0.0.1',
    fallbackText: '`127.0.0.1`: this machine only',
    meaning: 'the address to listen on; 0.0.0.0 lets other machines in',
    right: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0',
    parse: (text) => (/^[\w.:%-]+$/.test(text) ? text : null),
  },
  workers: {
    variable: 'VARIORUM_WORKERS',
    value: 'N',
    fallback: availableParallelism(),
    fallbackText: 'one for each processor',
    meaning:
      'how many threads read pages in an import, and compare reports for a dataset; 0: the main thread does it',
    right: 'a whole number from 0 to 64',
    parse: (text) => parseWhole(text, 64),
  },
  corrections: {
    variable: 'VARIORUM_CORRECTIONS',
    value: 'WHO',
    fallback: 'local',
    fallbackText: '`local`',
    meaning:
      'who may correct alignments in the browser: local, this machine only; all, everybody who reaches the server; none',
    right: 'local, all or none',
    parse: (text) => (text === 'local' || text === 'all' || text === 'none' ? text : null),
  },
  contact: {
    variable: 'VARIORUM_CONTACT',
    value: 'CONTACT',
    fallback: '',
    fallbackText: 'none, and nothing is fetched',
    meaning:
      'how those who are asked for reports can reach you, told to every host: an e-mail address or a page of yours',
    right: 'an e-mail address or an address that begins with https://',
    parse: parseContact,
  },
};

/** What the tests and the benchmark take from the environment; the program itself never looks. */
export const DEVELOPMENT_VARIABLES: readonly { readonly variable: string; readonly meaning: string }[] = [
  {
    variable: 'CORPUS',
    meaning: 'a folder of unpacked real pages, `<year>/<slug>.html`; without it the corpus tests are skipped',
  },
  { variable: 'CHROMIUM', meaning: 'the browser of the browser tests; without it, the Chromium on `PATH`' },
];

/**
 * Reads some settings: a flag if given, else the environment (an empty variable is not set), else the fallback.
 * @throws Problem invalid-input, naming every value that is wrong
 */
export function readSettings<N extends SettingName>(
  names: readonly N[],
  flags: { readonly [name: string]: string | undefined },
  environment: { readonly [variable: string]: string | undefined } = process.env,
): Pick<Settings, N> {
  const problems: string[] = [];
  const values = names.map((name) => {
    const setting: Setting<string | number> = SETTINGS[name];
    const flag = flags[name];
    const given = flag ?? (environment[setting.variable] || undefined);
    if (given === undefined) return [name, setting.fallback];
    const value = given === '' ? null : setting.parse(given);
    if (value === null) {
      const source = flag === undefined ? setting.variable : `--${name}`;
      problems.push(`${source}: “${given.slice(0, 80)}” is not ${setting.right}.`);
    }
    return [name, value];
  });
  if (problems.length > 0) throw new Problem('invalid-input', 'A setting cannot be understood.', problems);
  // Every value comes from the setting of its own name.
  return Object.fromEntries(values) as Pick<Settings, N>;
}

/** The page `docs/reference/settings.md`. */
export function describeSettings(): string {
  const rows = Object.entries(SETTINGS).map(
    ([name, { variable, value, fallbackText, meaning }]) =>
      `| \`--${name} ${value}\` | \`${variable}\` | ${fallbackText} | ${meaning} |`,
  );
  return [
    '# Settings',
    '',
    'A flag stands before the environment variable; an empty variable is the same as none. `variorum help COMMAND` tells',
    'which command knows which flag.',
    '',
    '| flag | environment variable | without it | what it sets |',
    '|---|---|---|---|',
    ...rows,
    '',
    'For the tests and the benchmark:',
    '',
    '| environment variable | what it sets |',
    '|---|---|',
    ...DEVELOPMENT_VARIABLES.map(({ variable, meaning }) => `| \`${variable}\` | ${meaning} |`),
    '',
  ].join('\n');
}

function parseWhole(text: string, most: number): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= most ? Number(text) : null;
}
