import { once } from 'node:events';

/** Where a command prints: results to `write`, everything said about them to `say`. */
export interface Terminal {
  /** Results, to standard output. Resolves when the reader has room for more. */
  write(piece: string | Uint8Array): Promise<void>;
  /** A line for the person, to standard error; control characters in it are made visible. */
  say(line: string): void;
  /** The stream behind `say`, for a bar that redraws itself; null if no person is watching. */
  readonly screen: NodeJS.WriteStream | null;
  /** The screen that results go to; absent where they go to a file or a pipe, and nothing but text belongs there. */
  readonly page?: { readonly columns: number };
  /** Milliseconds since some fixed moment, for durations. */
  now(): number;
}

/** The terminal of this process. */
export function openTerminal(): Terminal {
  return {
    async write(piece) {
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    },
    say(line) {
      process.stderr.write(`${showControls(line)}\n`);
    },
    screen: process.stderr.isTTY ? process.stderr : null,
    ...(process.stdout.isTTY ? { page: { columns: process.stdout.columns || 80 } } : {}),
    now: () => performance.now(),
  };
}

/** Names of files can hold anything, also what would steer a terminal: such characters are shown as `\u001b`. */
export function showControls(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** For a screen only. */
export function bold(text: string): string {
  return `\u001b[1m${text}\u001b[22m`;
}
