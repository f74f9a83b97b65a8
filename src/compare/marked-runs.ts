import { runsOf } from './passage-overlap.ts';
import type { PreparedReport } from './prepare-report.ts';

/** 1 for every run of words of a report, by the run's number. */
export function markRuns({ runs, lexicon }: PreparedReport): Uint8Array {
  const marks = new Uint8Array(lexicon.runs.size);
  for (const run of runs) marks[run] = 1;
  return marks;
}

/** How many distinct runs of a passage are marked. */
export function countMarkedRuns(report: PreparedReport, passage: number, marks: Uint8Array): number {
  let count = 0;
  for (const run of runsOf(report, passage)) count += marks[run] ?? 0;
  return count;
}
