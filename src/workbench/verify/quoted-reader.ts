import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { Problem } from '../../domain/problem.ts';
import type { QuotedFile } from '../../ingest/quoted/quoted-file.ts';
import { readQuotedFile } from '../../ingest/quoted/read-quoted-file.ts';
import type { ToldProblem } from '../press/press-worker.ts';
import type { ReadJob } from './quoted-worker.ts';

/** Reads files of strangers. */
export interface QuotedReader {
  /** @throws Problem unreadable-page, also for a file that takes too long or too much memory */
  read(job: ReadJob): Promise<QuotedFile>;
  close(): Promise<void>;
}

export interface QuotedReaderOptions {
  /** Threads that read; 0 reads on the calling thread, with nothing to stop it. */
  readonly threads: number;
  /** The module each thread runs. */
  readonly worker?: URL;
  /** The longest a file may take, in milliseconds. */
  readonly longest?: number;
}

const IDLE = 10_000;
const LONGEST = 60_000;
const MOST_WAITING = 8;

export function createQuotedReader({
  threads,
  worker = new URL('./quoted-worker.js', import.meta.url),
  longest = LONGEST,
}: QuotedReaderOptions): QuotedReader {
  if (threads === 0) return { read: ({ bytes, name }) => readQuotedFile(bytes, name), close: async () => {} };
  let pool: Piscina<ReadJob, QuotedFile | ToldProblem> | null = null;
  return {
    async read(job) {
      pool ??= new Piscina<ReadJob, QuotedFile | ToldProblem>({
        filename: fileURLToPath(worker),
        minThreads: 0,
        maxThreads: 1,
        idleTimeout: IDLE,
        resourceLimits: { maxOldGenerationSizeMb: 1024 },
      });
      if (pool.queueSize >= MOST_WAITING) {
        throw new Problem('conflict', 'Too many files are being read at this moment; ask again in a minute.');
      }
      const read = await pool.run(job, { signal: AbortSignal.timeout(longest) }).catch(explain);
      if ('message' in read) throw new Problem(read.kind, read.message, read.details);
      return read;
    },
    async close() {
      await pool?.destroy();
    },
  };
}

function explain(error: unknown): never {
  const isSpent =
    error instanceof Error &&
    (error.name === 'AbortError' || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'));
  if (!isSpent) throw error;
  throw new Problem('unreadable-page', 'The file takes more time or memory to read than any report would.');
}
