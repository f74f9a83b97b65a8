import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StopSignal } from '../../src/cli/stop-signal.ts';
import { runStoppable, untilStopped } from '../../src/cli/until-stopped.ts';
import { writeFileWhole } from '../../src/cli/write-file-whole.ts';
import { pressPieces } from '../../src/workbench/press/press-pieces.ts';
import { makeFolder } from './sample-folder.ts';

/** A signal that a test sends. */
function makeSignal(): StopSignal & { send(): void } {
  let exitCode: number | null = null;
  let request: () => void = () => {};
  const requested = new Promise<void>((resolve) => {
    request = resolve;
  });
  return {
    get exitCode() {
      return exitCode;
    },
    requested,
    send() {
      exitCode = 130;
      request();
    },
  };
}

test('who stops the program while a file is being made ends the making and is left without a file', async () => {
  const folder = makeFolder();
  const stop = makeSignal();
  const said: string[] = [];
  let ended = false;
  const pieces = pressPieces(
    (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          ended = true;
          reject(signal.reason);
        });
        stop.send();
      }),
  );
  const exitCode = await runStoppable(
    stop,
    (line) => said.push(line),
    () => writeFileWhole(join(folder, 'it.pdf'), untilStopped(pieces, stop)),
  );
  expect(exitCode).toBe(130);
  expect(ended).toBe(true);
  expect(said).toEqual(['Stopped; nothing was written.']);
  expect(readdirSync(folder)).toEqual([]);
});

test('who does not stop it has the whole file', async () => {
  const stop = makeSignal();
  const made: Uint8Array[] = [];
  for await (const piece of untilStopped(
    pressPieces(async () => new Uint8Array(600_000)),
    stop,
  ))
    made.push(piece);
  expect(Buffer.concat(made)).toHaveLength(600_000);
});
