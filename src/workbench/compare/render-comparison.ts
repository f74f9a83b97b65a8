import { setImmediate as nextTurn } from 'node:timers/promises';
import { assertNever } from '../../domain/assert-never.ts';
import type { ComparisonFilter } from '../../domain/comparison-filter.ts';
import type { ComparisonView } from '../../domain/comparison-view.ts';
import type { Removals } from '../../domain/removals.ts';
import type { TextFormat } from '../../export/export-format.ts';
import { Redline, type RedlineOptions, topicAnchor } from '../../export/html-redline.ts';
import { type RemovalsTableOptions, renderRemovalsTable } from '../../export/html-removals.ts';
import { renderComparisonCsv } from '../../export/render-comparison-csv.ts';
import { renderComparisonHtml } from '../../export/render-comparison-html.ts';
import { renderComparisonJson } from '../../export/render-comparison-json.ts';
import { renderComparisonJsonl } from '../../export/render-comparison-jsonl.ts';
import { renderComparisonMd } from '../../export/render-comparison-md.ts';
import { renderComparisonTxt } from '../../export/render-comparison-txt.ts';
import { renderRemovalsCsv } from '../../export/render-removals-csv.ts';
import { renderRemovalsJson } from '../../export/render-removals-json.ts';
import { renderRemovalsMd } from '../../export/render-removals-md.ts';
import { renderRemovalsTxt } from '../../export/render-removals-txt.ts';

// The doors know no room behind the workbench, and need to name and draw these.
export { Redline, type RedlineOptions, type RemovalsTableOptions, renderRemovalsTable, topicAnchor };

/** The formats removals can be had in as a file; as a page they are a page of the site. */
export const REMOVALS_FORMATS = ['txt', 'md', 'json', 'csv'] as const;
export type RemovalsFormat = (typeof REMOVALS_FORMATS)[number];

/**
 * A comparison as a file, in pieces of about a topic. In JSON and CSV every pair is there unless `only` names
 * some; for readers, what stayed as it was is a line of addresses unless it is asked for.
 */
export async function* renderComparison(
  view: ComparisonView,
  filter: ComparisonFilter,
  format: TextFormat,
): AsyncGenerator<string> {
  for (const piece of pickRenderer(view, filter, format)) {
    yield piece;
    await nextTurn();
  }
}

function pickRenderer(view: ComparisonView, filter: ComparisonFilter, format: TextFormat): Generator<string> {
  switch (format) {
    case 'txt':
      return renderComparisonTxt(view, filter);
    case 'md':
      return renderComparisonMd(view, filter);
    case 'html':
      return renderComparisonHtml(view, filter);
    case 'json':
      return renderComparisonJson(view, { ...filter, all: true });
    case 'csv':
      return renderComparisonCsv(view, { ...filter, all: true });
    case 'jsonl':
      return renderComparisonJsonl(view, { ...filter, all: true });
    default:
      return assertNever(format);
  }
}

/** Removals as a file, in pieces of about an area. */
export function renderRemovals(removals: Removals, format: RemovalsFormat): AsyncIterable<string> {
  switch (format) {
    case 'txt':
      return renderRemovalsTxt(removals);
    case 'md':
      return renderRemovalsMd(removals);
    case 'json':
      return renderRemovalsJson(removals);
    case 'csv':
      return renderRemovalsCsv(removals);
    default:
      return assertNever(format);
  }
}
