import { COMMANDS } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import type { StopSignal } from '../../src/cli/stop-signal.ts';

/** What a run of the program left behind. */
export interface CapturedRun {
  readonly exitCode: number;
  /** Standard output. */
  readonly out: string;
  /** The lines on standard error. */
  readonly said: readonly string[];
}

/** A run that can be watched and asked to stop. */
export interface RunUnderWay {
  readonly ended: Promise<CapturedRun>;
  /** Resolves to standard output so far, as soon as something is there. */
  readonly firstOutput: Promise<string>;
  /** What the first SIGINT does. */
  stop(): void;
}

/** Runs the program in this process, as if typed behind its name, where nobody is watching. */
export function run(...typed: readonly string[]): Promise<CapturedRun> {
  return start(...typed).ended;
}

/** Starts the program in this process. */
export function start(...typed: readonly string[]): RunUnderWay {
  let out = '';
  const said: string[] = [];
  let exitCode: number | null = null;
  let request: () => void = () => {};
  let tellOutput: (text: string) => void = () => {};
  const firstOutput = new Promise<string>((resolve) => {
    tellOutput = resolve;
  });
  const signal: StopSignal = {
    get exitCode() {
      return exitCode;
    },
    requested: new Promise((resolve) => {
      request = resolve;
    }),
  };
  const terminal = {
    write(text: string) {
      out += text;
      tellOutput(out);
      return Promise.resolve();
    },
    say(line: string) {
      said.push(line);
    },
    screen: null,
    now: () => 0,
  };
  const ended = runCommand(typed, COMMANDS, { terminal, listenForStop: () => signal }).then((code) => ({
    exitCode: code,
    out,
    said,
  }));
  return {
    ended,
    firstOutput,
    stop() {
      exitCode = 130;
      request();
    },
  };
}
