/** The five kinds of error a person can meet; anything else is a fault of ours. */
export type ProblemKind = 'invalid-input' | 'not-found' | 'unreadable-page' | 'conflict' | 'tool-missing';

/** What each kind means at the doors: HTTP status, exit code of the command line, and a short title. */
export const PROBLEM_KINDS: Readonly<
  Record<ProblemKind, { readonly status: number; readonly exitCode: number; readonly title: string }>
> = {
  'invalid-input': { status: 400, exitCode: 2, title: 'Something in the request cannot be understood' },
  'not-found': { status: 404, exitCode: 3, title: 'Not found' },
  'unreadable-page': { status: 422, exitCode: 4, title: 'A page could not be read as a report' },
  conflict: { status: 409, exitCode: 5, title: 'Something else is in the way' },
  'tool-missing': { status: 503, exitCode: 6, title: 'Something this needs is missing on this machine' },
};

/**
 * An error to be shown to a person. `message` is one sentence; `details` names every single thing that is
 * wrong, each with the bad value and what would be right.
 */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly details: readonly string[];

  constructor(kind: ProblemKind, message: string, details: readonly string[] = []) {
    super(message);
    this.name = 'Problem';
    this.kind = kind;
    this.details = details;
  }
}
