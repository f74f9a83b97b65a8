import { PROBLEM_KINDS, type Problem } from '../domain/problem.ts';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** A problem as RFC 9457 has it; `errors` names every single thing that is wrong. `type` is left `about:blank`. */
export function toProblemJson(problem: Problem): { readonly status: number; readonly body: string } {
  const { status, title } = PROBLEM_KINDS[problem.kind];
  const { message: detail, kind, details: errors } = problem;
  return {
    status,
    body: `${JSON.stringify({ type: 'about:blank', title, status, detail, kind, errors })}\n`,
  };
}

/** What is told of a fault of ours: that it is one, and nothing of its inside. */
export function faultJson(): string {
  return `${JSON.stringify({ type: 'about:blank', title: 'Something went wrong here', status: 500 })}\n`;
}
