import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { buildProgram } from '../store/sqlite/start-program.ts';

/** The folder of the project. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

const MAIN = join(PROJECT, 'dist', 'cli', 'main.js');

buildProgram();

/** A process of its own that runs the program. */
export interface Program {
  readonly process: ChildProcess;
  /** Resolves to standard output so far when it matches. Rejects if the program ends before. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<ProgramEnd>;
}

export interface ProgramEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly said: string;
}

export interface ProgramOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** What stands before `node` in a shell: "ulimit -f 100; exec". */
  readonly before?: string;
  /** What is typed instead of the program: "npm start --". */
  readonly instead?: readonly string[];
}

/** Runs the shipped program in a process of its own, which never outlives the test. */
export function startProgram(typed: readonly string[], options: ProgramOptions = {}): Program {
  const { environment = {}, folder = PROJECT, before, instead = [process.execPath, MAIN] } = options;
  const whole = [...instead, ...typed];
  const [command = '', ...args] =
    before === undefined ? whole : ['/bin/sh', '-c', `${before} "$@"`, 'sh', ...whole];
  const { PORT: _, VARIORUM_LIBRARY: __, ...inherited } = process.env;
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let out = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'close').then(([exitCode, signal]) => ({ exitCode, signal, out, said }));
  return {
    process: child,
    ended,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(out);
          if (match !== null) resolve(match);
        };
        child.stdout.on('data', look);
        ended.then((end) => reject(new Error(`It ended with ${end.exitCode}: ${end.out}${end.said}`)));
        look();
      }),
  };
}

/** Runs the shipped program to its end. */
export function runProgram(typed: readonly string[], options: ProgramOptions = {}): Promise<ProgramEnd> {
  return startProgram(typed, options).ended;
}
