import type { StopSignal } from './stop-signal.ts';

/** Thrown where somebody asked the program to stop. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/**
 * The pieces until somebody asks to stop; then the making is ended, also in the middle of a piece.
 * @throws Stopped
 */
export async function* untilStopped<T>(pieces: AsyncIterable<T>, stop: StopSignal): AsyncGenerator<T> {
  const making = pieces[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await orStopped(making.next(), stop);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await making.return?.();
  }
}

/** @throws Stopped if that is asked for first */
export async function orStopped<T>(work: Promise<T>, stop: StopSignal): Promise<T> {
  // Whoever is stopped hears no more of the work, not even that it failed.
  work.catch(() => {});
  const stopped = stop.requested.then((): never => {
    throw new Stopped('Stopped.');
  });
  stopped.catch(() => {});
  const done = await Promise.race([work, stopped]);
  if (stop.exitCode !== null) throw new Stopped('Stopped.');
  return done;
}

/** The exit code of a piece of work that may be stopped; what it was writing is not there then. */
export async function runStoppable(stop: StopSignal, say: (line: string) => void, work: () => Promise<void>) {
  try {
    await work();
    return 0;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    say('Stopped; nothing was written.');
    return stop.exitCode ?? 130;
  }
}
