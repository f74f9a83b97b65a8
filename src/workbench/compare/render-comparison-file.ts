import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ComparisonFilter } from '../../domain/comparison-filter.ts';
import type { ComparisonView } from '../../domain/comparison-view.ts';
import { type Paper, USUAL_PAPER } from '../../domain/paper.ts';
import { Problem } from '../../domain/problem.ts';
import type { Removals, RemovalsItem } from '../../domain/removals.ts';
import { chartRemovals, type RemovalsChart } from '../../export/removals-chart.ts';
import type { PressJob } from '../press/make-file.ts';
import type { Press } from '../press/press.ts';
import { pressPieces } from '../press/press-pieces.ts';

/** The formats a comparison and a chart of removals can be had in that are made whole. */
export const COMPARISON_FILE_FORMATS = ['pdf', 'docx'] as const;
export type ComparisonFileFormat = (typeof COMPARISON_FILE_FORMATS)[number];

/** How a comparison is made into a file. */
export interface ComparisonFileForm {
  readonly format: ComparisonFileFormat;
  /** Without it, the usual one. */
  readonly paper?: Paper | undefined;
}

/** The format of that name, in any case, or null. */
export function findComparisonFileFormat(name: string): ComparisonFileFormat | null {
  return COMPARISON_FILE_FORMATS.find((format) => format === name.toLowerCase()) ?? null;
}

/**
 * So many words of both editions' reports. As a Word document the chart of 1.3 million, two large regions from 2016 to
 * 2024, took nearly the gigabyte that there is; that of 2.6 million, all areas, did not fit. As PDF, as custom reports.
 */
const MOST_WORDS: Readonly<Record<ComparisonFileFormat, number>> = { pdf: 600_000, docx: 1_200_000 };

/** A comparison as a file. */
export function renderComparisonFile(
  view: ComparisonView,
  filter: ComparisonFilter,
  { format, paper = USUAL_PAPER }: ComparisonFileForm,
  press: Press,
): AsyncIterable<Uint8Array> {
  return pressPieces((signal) => press.make({ kind: 'comparison', format, view, filter, paper }, signal));
}

/**
 * Removals as a file.
 * @throws Problem invalid-input, before anything is compared, if it is too much for the format
 */
export function renderRemovalsFile(
  removals: Removals,
  { format, paper = USUAL_PAPER }: ComparisonFileForm,
  press: Press,
): AsyncIterable<Uint8Array> {
  refuseTooMuch(removals, format);
  const gather = format === 'pdf' ? gatherForPdf : gatherForDocx;
  return pressPieces(async (signal) => press.make(await gather(removals, paper, signal), signal));
}

async function gatherForPdf(
  { readItems, ...rest }: Removals,
  paper: Paper,
  signal: AbortSignal,
): Promise<PressJob> {
  const items: RemovalsItem[] = [];
  for await (const item of readItems()) {
    signal.throwIfAborted();
    items.push(item);
  }
  return { kind: 'removals', format: 'pdf', removals: { ...rest, items }, paper };
}

async function gatherForDocx(
  { readItems, ...rest }: Removals,
  paper: Paper,
  signal: AbortSignal,
): Promise<PressJob> {
  const charts: RemovalsChart[] = [];
  const gapLines: string[] = [];
  for await (const item of readItems()) {
    signal.throwIfAborted();
    if (item.kind === 'gap') gapLines.push(item.text);
    else charts.push(chartRemovals(item.view, rest.filter));
    await nextTurn();
  }
  return { kind: 'removals', format: 'docx', removals: { ...rest, charts, gapLines }, paper };
}

function refuseTooMuch({ words }: Removals, format: ComparisonFileFormat): void {
  const most = MOST_WORDS[format];
  if (words <= most) return;
  throw new Problem(
    'invalid-input',
    `This is too much for one ${format === 'pdf' ? 'PDF' : 'document'}: the reports of both editions may have ${most.toLocaleString('en-US')} words together, and have ${words.toLocaleString('en-US')}.`,
    [
      `Ask for fewer areas at a time: ${Math.ceil(words / most)} parts would do.`,
      'Plain text, Markdown, CSV and JSON can be of any length.',
    ],
  );
}
