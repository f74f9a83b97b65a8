import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import type { DeriveSummary } from '../workbench/wide/derive-comparisons.ts';
import { readWideEditions } from '../workbench/wide/read-wide-request.ts';
import { type Command, JSON_OPTION, lastValues, settingOption } from './command.ts';
import { followDerive } from './follow-derive.ts';
import { countOf } from './text-table.ts';
import { withWorkbench } from './with-workbench.ts';

export const deriveCommand: Command = {
  name: 'derive',
  summary: 'compares neighbouring editions ahead of time, so that histories and wide views are there at once',
  operands: '[FROM TO]',
  options: [settingOption('library'), settingOption('workers'), JSON_OPTION],
  about: [
    'Each edition of an area is compared with the next one held, unless that was done already; an import does this by itself. With two editions, these are compared for all areas.',
    'Counts and links between passages are kept in the library, no text. They name the versions and the way of comparing they were made with, and are made anew when either has changed.',
  ],
  examples: [
    ['variorum derive', 'what is still missing after an import that was stopped'],
    ['variorum derive 2016 2024', 'two editions that are no neighbours, for all areas'],
  ],
  async run(input, world) {
    const { library, workers } = readSettings(['library', 'workers'], lastValues(input));
    const [from, to, ...more] = input.operands;
    const stop = world.listenForStop();
    return withWorkbench({ library, readonly: false, compareThreads: workers }, async (workbench) => {
      const { editions, problems } =
        from === undefined
          ? { editions: null, problems: [] }
          : readWideEditions({ from, to: to ?? '' }, workbench.catalog);
      const all = [
        ...problems,
        ...more.map(
          (one) => `“${one.slice(0, 60)}”: two editions are compared at a time, or all neighbours.`,
        ),
      ];
      if (all.length > 0) throw new Problem('invalid-input', 'What was asked for cannot be understood.', all);
      const request = editions === null ? null : { from: editions[0], to: editions[1] };
      const summary = await followDerive(
        workbench.deriveComparisons(request),
        world,
        stop,
        request === null ? undefined : `Comparing ${request.from} and ${request.to}`,
      );
      if (summary === null) return stop.exitCode ?? 1;
      await world.terminal.write(
        input.flags.has('json') ? `${JSON.stringify(summary, null, 2)}\n` : describeDerived(summary),
      );
      return summary.failed.length > 0 ? 1 : 0;
    });
  },
};

function describeDerived({ already, compared, unkept, failed }: DeriveSummary): string {
  const lines = [
    `${countOf(compared, 'pair of reports', 'pairs of reports')} compared, ${countOf(already, 'pair')} kept already.`,
  ];
  if (unkept > 0)
    lines.push(`${countOf(unkept, 'comparison')} could not be kept: the library cannot be written just now.`);
  if (failed.length > 0) lines.push(`${countOf(failed.length, 'comparison')} failed.`);
  return `${lines.join('\n')}\n`;
}
