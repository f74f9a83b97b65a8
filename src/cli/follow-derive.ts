import type { DeriveEvent, DeriveSummary } from '../workbench/wide/derive-comparisons.ts';
import type { CommandWorld } from './command.ts';
import { type Progress, startProgress } from './progress.ts';
import type { StopSignal } from './stop-signal.ts';
import { countOf, formatCount } from './text-table.ts';

/** Shows how far comparisons are until the summary comes; null if stopped before it. */
export async function followDerive(
  events: AsyncIterable<DeriveEvent>,
  { terminal }: Pick<CommandWorld, 'terminal'>,
  stop: StopSignal,
  title = 'Comparing neighbouring editions',
): Promise<DeriveSummary | null> {
  let progress: Progress | null = null;
  let total = 0;
  let done = 0;
  try {
    for await (const event of events) {
      switch (event.kind) {
        case 'started':
          total = event.total;
          if (total > 0) progress = startProgress(terminal, title, total);
          break;
        case 'summary':
          return event.summary;
        default:
          done = event.done;
          if (event.kind === 'failed') progress?.say(`Not compared: ${event.pair}: ${event.reason}`);
          progress?.update(done, '');
      }
      if (stop.exitCode !== null) break;
    }
  } finally {
    progress?.stop();
  }
  terminal.say(
    `Stopped after ${formatCount(done)} of ${countOf(total, 'comparison')}, each kept. “variorum derive” goes on from there; what is not kept is compared when it is asked for.`,
  );
  return null;
}
