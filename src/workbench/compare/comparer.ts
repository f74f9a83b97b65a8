import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { ALGORITHM, compareReports } from '../../compare/compare-reports.ts';
import { formatReportId } from '../../domain/address.ts';
import type { Comparison, ReportText } from '../../domain/comparison.ts';
import type { ResolvedCorrection } from '../../domain/correction.ts';
import type { Report, ReportHead } from '../../domain/report.ts';
import { fingerprintCorrections } from '../corrections/fingerprint-corrections.ts';
import type { CompareJob } from './compare-worker.ts';
import { createMemory } from './memory.ts';
import { deriveFacts } from './pair-facts.ts';
import type { PairFacts } from './pair-record.ts';

/** Compares reports, and remembers what came of it. */
export interface Comparer {
  /**
   * @param corrections what readers said of these two; none: the automatic result
   * @throws Error if the comparison could not be finished; what failed is not remembered
   */
  compare(left: Report, right: Report, corrections?: readonly ResolvedCorrection[]): Promise<Comparison>;
  /** Compares, gives what is worth keeping, and remembers nothing. @throws Error as above */
  derive(left: Report, right: Report, corrections?: readonly ResolvedCorrection[]): Promise<PairFacts>;
  /** How many comparisons can be under way at once. */
  readonly threads: number;
  close(): Promise<void>;
}

export interface ComparerOptions {
  /** Threads that compare; 0 compares on the calling thread. */
  readonly threads: number;
  /** The module each thread runs. */
  readonly worker?: URL;
  /** So much is remembered, in characters of the reports compared. */
  readonly most?: number;
}

/** Threads that nobody has needed for so long end, in milliseconds. */
const IDLE = 30_000;

/** No comparison takes nearly as long; one that does will not end, in milliseconds. */
const LONGEST = 60_000;

/** Some hundred ordinary comparisons: each takes about half as much memory as the texts it is of. */
const MOST_REMEMBERED = 40_000_000;

/** Threads are started with the first comparison. */
export function createComparer({ threads, worker, most = MOST_REMEMBERED }: ComparerOptions): Comparer {
  const run = threads === 0 ? HERE : createPool(threads, worker);
  const known = createMemory<Remembered>(most, ({ size }) => size);
  return {
    async compare(left, right, corrections = []) {
      const key = `${keyOf(left)} ${keyOf(right)} ${ALGORITHM} ${fingerprintCorrections(corrections)}`;
      const { comparison } = await known.recall(key, async () => ({
        comparison: await run.compare(toJob(left, right, corrections)),
        size: sizeOf(left) + sizeOf(right),
      }));
      return comparison;
    },
    derive: (left, right, corrections = []) => run.derive(toJob(left, right, corrections)),
    threads: Math.max(1, threads),
    close: () => run.close(),
  };
}

interface Remembered {
  readonly comparison: Comparison;
  /** In characters of the reports compared. */
  readonly size: number;
}

interface Runner {
  compare(job: CompareJob): Promise<Comparison>;
  derive(job: CompareJob): Promise<PairFacts>;
  close(): Promise<void>;
}

const HERE: Runner = {
  compare: async ({ left, right, corrections }) => compareReports(left, right, corrections),
  derive: async ({ left, right, corrections }) => deriveFacts(left, right, corrections),
  close: async () => {},
};

function createPool(threads: number, worker = new URL('./compare-worker.js', import.meta.url)): Runner {
  let pool: Piscina | null = null;
  const run = async (job: CompareJob, name: 'default' | 'derive'): Promise<unknown> => {
    pool ??= new Piscina({
      filename: fileURLToPath(worker),
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: IDLE,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    try {
      return await pool.run(job, { name, signal: AbortSignal.timeout(LONGEST) });
    } catch (error) {
      const pair = `${formatReportId(job.left)} with ${formatReportId(job.right)}`;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`The comparison of ${pair} was not finished: ${reason}`, { cause: error });
    }
  };
  return {
    // What the worker's functions of these names give.
    compare: async (job) => (await run(job, 'default')) as Comparison,
    derive: async (job) => (await run(job, 'derive')) as PairFacts,
    close: async () => {
      await pool?.destroy();
    },
  };
}

function toJob(left: Report, right: Report, corrections: readonly ResolvedCorrection[]): CompareJob {
  return {
    left: textOf(left),
    right: textOf(right),
    corrections: corrections.map((one) => ({ kind: one.kind, left: one.left, right: one.right })),
  };
}

/** As much of a report as a comparison looks at, and no more to be sent to a thread. */
function textOf({ edition, area, version, sections, passages }: Report): ReportText {
  return {
    edition,
    area,
    version,
    sections,
    passages: passages.map((passage) => ({ ...passage, marks: [] })),
  };
}

/** The same words may be cut into other passages by another reader. */
export function keyOf({ edition, area, version, provenance }: ReportHead): string {
  return `${edition}/${area}@${version}/${provenance.sha256}/${provenance.readerVersion}`;
}

function sizeOf({ passages }: Report): number {
  return passages.reduce((sum, { text }) => sum + text.length + 500, 0);
}
