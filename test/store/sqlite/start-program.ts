import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const PROGRAM = fileURLToPath(new URL('other-program.mjs', import.meta.url));
const BUILD = fileURLToPath(new URL('../../../scripts/build.mjs', import.meta.url));

/** A program of its own, at work on a library. */
export interface OtherProgram {
  /** What it says, line by line, to the end. */
  readonly lines: AsyncIterableIterator<string>;
  tell(line: string): void;
  /** Ends it at once, without its knowing, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Other programs run what was built: makes sure that it was built from the sources as they are. */
export function buildProgram(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUILD, '--if-changed'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
}

/** Starts test/store/sqlite/other-program.mjs; killed at the latest when the test is over. */
export function startProgram(...args: readonly string[]): OtherProgram {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);
  return {
    lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    tell: (line) => child.stdin.write(`${line}\n`),
    kill,
  };
}
