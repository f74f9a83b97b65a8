import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { Problem } from '../../domain/problem.ts';
import { makeFile, type PressJob } from './make-file.ts';
import type { ToldProblem } from './press-worker.ts';

/** Makes files that are made whole, beside the thread that answers. */
export interface Press {
  /**
   * @param signal ends the work
   * @throws Problem as the format says, or conflict if too many wait already
   * @throws Error if the file could not be made, or the signal came
   */
  make(job: PressJob, signal: AbortSignal): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface PressOptions {
  /** Threads that make files; 0 makes them on the calling thread. */
  readonly threads: number;
  /** The module each thread runs. */
  readonly worker?: URL;
}

/** Threads that nobody has needed for so long end, in milliseconds. */
const IDLE = 30_000;

/** So many jobs wait. */
const MOST_WAITING = 64;

/** Threads are started with the first job. */
export function createPress({ threads, worker }: PressOptions): Press {
  return threads === 0 ? { make: makeHere, close: async () => {} } : createPool(threads, worker);
}

async function makeHere(job: PressJob, signal: AbortSignal): Promise<Uint8Array> {
  signal.throwIfAborted();
  return makeFile(job);
}

function createPool(threads: number, worker = new URL('./press-worker.js', import.meta.url)): Press {
  let pool: Piscina<PressJob, ArrayBuffer | ToldProblem> | null = null;
  return {
    async make(job, signal) {
      pool ??= new Piscina<PressJob, ArrayBuffer | ToldProblem>({
        filename: fileURLToPath(worker),
        minThreads: 0,
        maxThreads: threads,
        idleTimeout: IDLE,
        resourceLimits: { maxOldGenerationSizeMb: 1024 },
      });
      if (pool.queueSize >= MOST_WAITING) {
        throw new Problem('conflict', 'Too many files are being made at this moment; ask again in a minute.');
      }
      const made = await pool.run(job, { signal });
      if (!(made instanceof ArrayBuffer)) throw new Problem(made.kind, made.message, made.details);
      return new Uint8Array(made);
    },
    async close() {
      await pool?.destroy();
    },
  };
}
