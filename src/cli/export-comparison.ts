import { Problem } from '../domain/problem.ts';
import { REMOVALS_FORMATS } from '../workbench/compare/render-comparison.ts';
import { COMPARISON_FILE_FORMATS } from '../workbench/compare/render-comparison-file.ts';
import { TEXT_FORMATS } from '../workbench/render-publication.ts';
import { type ExportPieces, type ExportWork, pickFormat } from './export-target.ts';

/** `--compare AREA FROM TO` */
export async function exportComparison({ input, workbench, target }: ExportWork): Promise<ExportPieces> {
  const format = pickFormat(target, [...TEXT_FORMATS, ...COMPARISON_FILE_FORMATS]);
  const [area = '', from = '', to = ''] = input.operands;
  const reading = workbench.readCompareRequest({ area, from, to });
  const asked = workbench.readComparisonFilter({
    only: input.values.get('only') ?? [],
    topics: input.values.get('topics') ?? [],
    show: [],
  });
  const problems = [...reading.problems, ...asked.problems, ...listSurplus(input.operands)];
  if (problems.length > 0 || reading.request === null) throw notUnderstood(problems, '--compare');
  const whole = await workbench.compareReports(reading.request);
  const view = workbench.narrowComparison(whole, asked.topics);
  const pieces =
    format === 'pdf' || format === 'docx'
      ? workbench.renderComparisonFile(view, asked.filter, format, target.paper)
      : workbench.renderComparison(view, asked.filter, format);
  return { pieces };
}

/** `--removed AREAS FROM TO` */
export async function exportRemovals({ input, workbench, target }: ExportWork): Promise<ExportPieces> {
  const format = pickFormat(target, [...REMOVALS_FORMATS, ...COMPARISON_FILE_FORMATS]);
  const [areas = '', from = '', to = ''] = input.operands;
  const reading = workbench.readRemovalsRequest({
    from,
    to,
    areas: areas === '' ? [] : [areas],
    topics: input.values.get('topics') ?? [],
    only: input.values.get('only') ?? [],
  });
  const problems = [...reading.problems, ...listSurplus(input.operands)];
  if (problems.length > 0 || reading.request === null) throw notUnderstood(problems, '--removed');
  const removals = await workbench.listRemovals(reading.request);
  return {
    pieces:
      format === 'pdf' || format === 'docx'
        ? workbench.renderRemovalsFile(removals, format, target.paper)
        : workbench.renderRemovals(removals, format),
  };
}

function listSurplus(operands: readonly string[]): string[] {
  return operands
    .slice(3)
    .map((one) => `“${one.slice(0, 60)}”: it is one too many; areas are parted by commas.`);
}

function notUnderstood(problems: readonly string[], flag: string): Problem {
  return new Problem('invalid-input', 'What was asked for cannot be understood.', [
    ...problems,
    `Written out: variorum export ${flag} mali 2023 2024 --to FILE.`,
  ]);
}
