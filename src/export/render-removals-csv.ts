import type { Removals } from '../domain/removals.ts';
import { renderComparisonRows, writeComparisonHeader } from './render-comparison-csv.ts';

/** The table of a comparison, all areas under one header. Gaps are no rows. */
export async function* renderRemovalsCsv(removals: Removals): AsyncGenerator<string> {
  yield writeComparisonHeader();
  for await (const item of removals.readItems()) {
    if (item.kind === 'compared') yield* renderComparisonRows(item.view, removals.filter);
  }
}
