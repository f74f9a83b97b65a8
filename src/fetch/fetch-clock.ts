/** Time as a parameter. */
export interface FetchClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when the signal is given. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}
