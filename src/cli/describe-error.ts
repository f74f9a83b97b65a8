import { PROBLEM_KINDS, Problem } from '../domain/problem.ts';

/** What is told of an error, and the exit code it ends the program with. */
export interface ErrorReport {
  readonly text: string;
  readonly exitCode: number;
}

/** A problem in one line with its details beneath; anything else is a fault of the program, shown whole. */
export function describeError(error: unknown): ErrorReport {
  if (error instanceof Problem) {
    const text = [error.message, ...error.details.map((detail) => `  ${detail}`)].join('\n');
    return { text, exitCode: PROBLEM_KINDS[error.kind].exitCode };
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { text: `This is a fault of Variorum: ${trace}`, exitCode: 1 };
}

/** All exit codes, for the reference. */
export const EXIT_CODES: readonly (readonly [number, string])[] = [
  [0, 'done'],
  [1, 'a fault of Variorum'],
  ...Object.values(PROBLEM_KINDS).map(({ exitCode, title }) => [exitCode, title] as const),
  [130, 'stopped by Ctrl-C (SIGINT); a server ends with 0'],
  [143, 'stopped by SIGTERM; a server ends with 0'],
];
