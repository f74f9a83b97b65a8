import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ComparisonFilter } from '../../domain/comparison-filter.ts';
import type { ComparisonView } from '../../domain/comparison-view.ts';
import { Problem } from '../../domain/problem.ts';
import type { Removals } from '../../domain/removals.ts';
import { chartRemovals, type RemovalsChart } from '../../export/removals-chart.ts';
import type { ChartedRemovals } from '../../export/render-removals-docx.ts';
import type { Press } from '../press/press.ts';
import { pressPieces } from '../press/press-pieces.ts';

/** The formats a comparison and a chart of removals can be had in that are made whole. */
export const COMPARISON_FILE_FORMATS = ['docx'] as const;
export type ComparisonFileFormat = (typeof COMPARISON_FILE_FORMATS)[number];

/** The format of that name, in any case, or null. */
export function findComparisonFileFormat(name: string): ComparisonFileFormat | null {
  return COMPARISON_FILE_FORMATS.find((format) => format === name.toLowerCase()) ?? null;
}

/**
 * So many words of both editions' reports. The chart of 1.3 million, two large regions from 2016 to 2024, took nearly
 * the gigabyte that there is; that of 2.6 million, all areas, did not fit.
 */
const MOST_WORDS = 1_200_000;

/** A comparison as a file. */
export function renderComparisonFile(
  view: ComparisonView,
  filter: ComparisonFilter,
  format: ComparisonFileFormat,
  press: Press,
): AsyncIterable<Uint8Array> {
  return pressPieces((signal) => press.make({ kind: 'comparison', format, view, filter }, signal));
}

/**
 * Removals as a file.
 * @throws Problem invalid-input, before anything is compared, if it is too much for the format
 */
export function renderRemovalsFile(
  removals: Removals,
  format: ComparisonFileFormat,
  press: Press,
): AsyncIterable<Uint8Array> {
  refuseTooMuch(removals);
  return pressPieces(async (signal) =>
    press.make({ kind: 'removals', format, removals: await gatherRemovals(removals, signal) }, signal),
  );
}

async function gatherRemovals(
  { readItems, ...rest }: Removals,
  signal: AbortSignal,
): Promise<ChartedRemovals> {
  const charts: RemovalsChart[] = [];
  const gapLines: string[] = [];
  for await (const item of readItems()) {
    signal.throwIfAborted();
    if (item.kind === 'gap') gapLines.push(item.text);
    else charts.push(chartRemovals(item.view, rest.filter));
    await nextTurn();
  }
  return { ...rest, charts, gapLines };
}

function refuseTooMuch({ words }: Removals): void {
  if (words <= MOST_WORDS) return;
  throw new Problem(
    'invalid-input',
    `This is too much for one document: the reports of both editions may have ${MOST_WORDS.toLocaleString('en-US')} words together, and have ${words.toLocaleString('en-US')}.`,
    [
      `Ask for fewer areas at a time: ${Math.ceil(words / MOST_WORDS)} parts would do.`,
      'Plain text, Markdown, CSV and JSON can be of any length.',
    ],
  );
}
