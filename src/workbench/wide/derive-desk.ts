import { Problem } from '../../domain/problem.ts';
import type { HeadPair } from '../compare/pair-desk.ts';
import { type DeriveTools, derivePairs } from './derive-pairs.ts';

/** Comparisons that are being derived. */
export interface DeriveJob {
  readonly done: number;
  readonly total: number;
  /** @throws the reason for which one of them failed, once the others are done */
  readonly finished: Promise<void>;
}

/**
 * Derives what pages ask for, one thing after the other: however many ask, each is derived once, and a reader who
 * wants a single comparison waits for a few at most.
 */
export interface DeriveDesk {
  /** The job of this name, if it is under way; else a new one. @throws Problem conflict if too many wait */
  start(name: string, missing: readonly HeadPair[]): DeriveJob;
  /** Nothing more is begun. */
  stop(): void;
}

/** There are no more pairs of editions; areas take little time each. */
const MOST_WAITING = 60;

export function createDeriveDesk(tools: DeriveTools): DeriveDesk {
  const jobs = new Map<string, DeriveJob>();
  let line: Promise<unknown> = Promise.resolve();
  let stopped = false;
  return {
    start(name, missing) {
      const known = jobs.get(name);
      if (known !== undefined) return known;
      if (stopped) throw new Problem('conflict', 'The library is being closed.');
      if (jobs.size >= MOST_WAITING)
        throw new Problem('conflict', 'Too many comparisons are being made already; ask again in a while.');
      const state = { done: 0, total: missing.length };
      const run = async (): Promise<void> => {
        let failure: { readonly reason: unknown } | null = null;
        for await (const outcome of derivePairs(missing, tools, false)) {
          state.done += 1;
          if (outcome.failed) failure ??= outcome;
          if (stopped) return;
        }
        if (failure !== null) throw failure.reason;
      };
      const finished = line.then(run).finally(() => jobs.delete(name));
      line = finished.catch(() => {});
      const job: DeriveJob = {
        get done() {
          return state.done;
        },
        total: state.total,
        finished,
      };
      jobs.set(name, job);
      return job;
    },
    stop() {
      stopped = true;
    },
  };
}
