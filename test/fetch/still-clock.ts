import type { FetchClock } from '../../src/fetch/fetch-clock.ts';
import type { WebGet } from '../../src/fetch/web-get.ts';

/**
 * A clock that stands still while anything moves, and else jumps to the next moment that someone waits for: hours of
 * waiting take no time, and no time passes between what the client sends and what the server sees.
 */
export class StillClock implements FetchClock {
  #now: number;
  #timers: { readonly at: number; readonly wake: () => void }[] = [];
  readonly #moving = new Set<string>();
  readonly #resting = new Set<string>();
  #due = false;

  constructor(start = Date.UTC(2026, 0, 5)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const stop = (): void => {
        this.#timers = this.#timers.filter((one) => one !== timer);
        resolve();
      };
      const wake = (): void => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const timer = { at: this.#now + Math.max(0, milliseconds), wake };
      this.#timers.push(timer);
      signal.addEventListener('abort', stop, { once: true });
      this.#look();
    });
  }

  /** Time stands still from the moment a request is sent until its answer is there. */
  watch(get: WebGet): WebGet {
    return async (url, options) => {
      this.#moving.add(url.href);
      try {
        return await get(url, options);
      } finally {
        this.#moving.delete(url.href);
        this.#resting.delete(url.href);
        this.#look();
      }
    };
  }

  /** The server lets a request wait: time goes on. @param milliseconds null: for ever */
  async rest(address: string, milliseconds: number | null, signal: AbortSignal): Promise<void> {
    this.#resting.add(address);
    this.#look();
    if (milliseconds === null) return;
    await this.wait(milliseconds, signal);
    this.#resting.delete(address);
  }

  /** The next moment, once everything that could happen at this one has. */
  #look(): void {
    if (this.#due) return;
    this.#due = true;
    setImmediate(() => {
      this.#due = false;
      if ([...this.#moving].some((one) => !this.#resting.has(one))) return;
      this.#timers.sort((a, b) => a.at - b.at);
      const next = this.#timers.shift();
      if (next === undefined) return;
      this.#now = Math.max(this.#now, next.at);
      next.wake();
      this.#look();
    });
  }
}
