/** Tells whether someone asked the program to stop. */
export interface StopSignal {
  /** The exit code for the signal that came (128 + its number), or null. */
  readonly exitCode: number | null;
  /** Resolves at the first signal. */
  readonly requested: Promise<void>;
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Under npm, Ctrl-C may come twice: from the terminal, and handed on by npm. What follows so fast is the same wish. */
const SAME_WISH_MS = 500;

/** Listens for SIGINT and SIGTERM from now on. The first asks; a later one ends the process at once. */
export function listenForStop(): StopSignal {
  let exitCode: number | null = null;
  let asked = 0;
  let request: () => void = () => {};
  const requested = new Promise<void>((resolve) => {
    request = resolve;
  });
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.on(signal, () => {
      if (exitCode !== null) {
        if (performance.now() - asked > SAME_WISH_MS) process.exit(code);
        return;
      }
      exitCode = code;
      asked = performance.now();
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
