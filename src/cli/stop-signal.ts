/** Tells whether someone asked the program to stop. */
export interface StopSignal {
  /** The exit code for the signal that came (128 + its number), or null. */
  readonly exitCode: number | null;
  /** Resolves at the first signal. */
  readonly requested: Promise<void>;
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Listens for SIGINT and SIGTERM from now on. The first asks; the second ends the process at once. */
export function listenForStop(): StopSignal {
  let exitCode: number | null = null;
  let request: () => void = () => {};
  const requested = new Promise<void>((resolve) => {
    request = resolve;
  });
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.on(signal, () => {
      if (exitCode !== null) process.exit(code);
      exitCode = code;
      request();
    });
  }
  return {
    get exitCode() {
      return exitCode;
    },
    requested,
  };
}
