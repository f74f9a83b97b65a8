import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import { describeWideTitle } from '../domain/describe-wide.ts';
import { Problem } from '../domain/problem.ts';
import { sortWideRows } from '../domain/sort-wide-rows.ts';
import type { WideView } from '../domain/wide-view.ts';
import { readWideEditions, type WideChoices, type WideRequest } from '../workbench/wide/read-wide-request.ts';
import { listWideNotes, tabulatePairs, WIDE_FORMATS } from '../workbench/wide/wide-tables.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { CommandInput } from './command.ts';
import { startProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { countOf, formatCount, renderTextTable } from './text-table.ts';

const FORMATS = ['txt', ...WIDE_FORMATS] as const;

/** True for `compare all 2023 2024` and `compare mali`. */
export function asksWide({ operands }: Pick<CommandInput, 'operands'>): boolean {
  return operands[0]?.toLowerCase() === 'all' || operands.length === 1;
}

/**
 * Many comparisons as a file in one piece.
 * @throws Problem invalid-input, naming everything that is wrong
 */
export async function renderWideComparison(
  input: CommandInput,
  workbench: Workbench,
  terminal: Terminal,
): Promise<string> {
  const choices = workbench.readWideChoices({
    topics: [...(input.values.get('topic') ?? []), ...(input.values.get('topics') ?? [])],
    measure: input.values.get('measure') ?? [],
    sort: input.values.get('sort') ?? [],
  });
  const typed = input.values.get('format')?.at(-1) ?? 'txt';
  const format = FORMATS.find((one) => one === typed.toLowerCase()) ?? null;
  const { request, problems } = readRequest(input.operands, choices, workbench);
  const all = [
    ...problems,
    ...choices.problems,
    ...(format === null
      ? [`format: there is no “${typed.slice(0, 60)}” of many comparisons; write ${FORMATS.join(', ')}.`]
      : []),
    ...(input.values.has('only') ? ['only: many comparisons are numbers, which are all there.'] : []),
  ];
  if (all.length > 0 || format === null || request === null) {
    throw new Problem('invalid-input', 'What was asked for cannot be understood.', [
      ...all,
      'Written out: variorum compare all 2023 2024, or variorum compare mali.',
    ]);
  }
  const view = await readView(request, workbench, terminal);
  return format === 'txt'
    ? describeWide(view, choices, workbench)
    : workbench.renderWide(view, choices, format);
}

function readRequest(
  [first = '', from = '', to = '', ...more]: readonly string[],
  { topics }: WideChoices,
  { catalog }: Workbench,
): { readonly request: WideRequest | null; readonly problems: readonly string[] } {
  if (first.toLowerCase() !== 'all') {
    const area = catalog.findArea(first);
    if (area !== null) return { request: { kind: 'editions', area: area.id, topics }, problems: [] };
    const near = catalog.nearestAreas(first);
    const help = near.length === 0 ? 'write a name such as Mali, or all' : `near to it: ${near.join(', ')}`;
    return { request: null, problems: [`area: there is no “${first.slice(0, 60)}”; ${help}.`] };
  }
  const { editions, problems } = readWideEditions({ from, to }, catalog);
  const surplus = more.map((one) => `“${one.slice(0, 60)}”: two editions are compared at a time.`);
  return {
    request: editions === null ? null : { kind: 'areas', from: editions[0], to: editions[1], topics },
    problems: [...problems, ...surplus],
  };
}

async function readView(request: WideRequest, workbench: Workbench, terminal: Terminal): Promise<WideView> {
  let progress: ReturnType<typeof startProgress> | null = null;
  const answer = await workbench
    .getWideView(request, {
      longest: null,
      onProgress(done, total) {
        progress ??= startProgress(terminal, 'Comparing', total);
        progress.update(done, '');
      },
    })
    .finally(() => progress?.stop());
  if (answer.kind === 'coming') throw new Error('Comparisons ended before they were done.');
  return answer.view;
}

function describeWide(view: WideView, { sort, measure }: WideChoices, { catalog }: Workbench): string {
  const rows = sortWideRows(view.rows, sort, measure);
  const { columns, rows: cells } = tabulatePairs(view, rows);
  const table = renderTextTable(
    columns.map((heading, i) => ({ heading, align: i === 0 ? ('left' as const) : ('right' as const) })),
    cells.map((row) =>
      row.map((cell) => (typeof cell === 'number' ? formatCount(Math.round(cell)) : (cell ?? ''))),
    ),
  );
  const notes = listWideNotes(view, catalog).filter((note) => note !== ABSENCE_NOTE);
  return `${describeWideTitle(view)}\n\n${ABSENCE_NOTE}\n${notes.join('\n')}\n\n${table}\n${countOf(rows.length, 'pair of reports', 'pairs of reports')}.\n`;
}
