import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import type { Removals } from '../domain/removals.ts';
import { renderComparisonRows, writeComparisonHeader, writeNoteRow } from './render-comparison-csv.ts';

/** The table of a comparison, all areas under one header. A gap is a row with an area and a note. */
export async function* renderRemovalsCsv(removals: Removals): AsyncGenerator<string> {
  yield writeComparisonHeader();
  for await (const item of removals.readItems()) {
    if (item.kind === 'compared') yield* renderComparisonRows(item.view, removals.filter);
    else yield writeNoteRow(item.gap.area, `${item.text} ${ABSENCE_NOTE}`);
  }
}
