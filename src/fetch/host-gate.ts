import type { FetchClock } from './fetch-clock.ts';
import type { FetchManners } from './fetch-manners.ts';

/** One host, and how it is to be treated. */
export interface HostGate {
  /** Why the host is left alone for the rest of the run, or null. */
  readonly left: string | null;
  /** Resolves when a request may be sent, which must then be done at once; false if the host is left alone or all is stopped. */
  turn(signal: AbortSignal): Promise<boolean>;
  /** Nothing is sent for so many milliseconds, by whomever. */
  hold(milliseconds: number): void;
  /** The host gave what was asked for, or said that it has no such thing. */
  succeed(): void;
  /** @param reason what it did instead, as a clause */
  refuse(reason: string): void;
  leaveAlone(reason: string): void;
  /** At least so long from one request to the next. */
  slowDown(pause: number): void;
}

export function createHostGate(host: string, clock: FetchClock, manners: FetchManners): HostGate {
  let nextAt = 0;
  let pause = manners.pause;
  let refusals = 0;
  let left: string | null = null;
  return {
    get left() {
      return left;
    },
    async turn(signal) {
      for (;;) {
        if (left !== null || signal.aborted) return false;
        const now = clock.now();
        if (now >= nextAt) {
          nextAt = now + pause;
          return true;
        }
        await clock.wait(nextAt - now, signal);
      }
    },
    hold(milliseconds) {
      nextAt = Math.max(nextAt, clock.now() + milliseconds);
    },
    succeed() {
      refusals = 0;
    },
    refuse(reason) {
      refusals += 1;
      if (refusals >= manners.maxRefusals)
        left ??= `${host} refused ${refusals} times in a row, the last time because ${reason}`;
    },
    leaveAlone(reason) {
      left ??= `${host} ${reason}`;
    },
    slowDown(wanted) {
      pause = Math.max(pause, Math.min(wanted, manners.maxPause));
    },
  };
}
