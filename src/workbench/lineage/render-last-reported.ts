import { assertNever } from '../../domain/assert-never.ts';
import type { LastReported } from '../../domain/passage-history.ts';
import { tableLastReported } from '../../export/last-reported-table.ts';
import { renderLastReportedTxt } from '../../export/render-last-reported-txt.ts';
import { renderTable } from '../../export/render-table.ts';
import type { HistoryFormat } from './render-history.ts';

/** What was last reported as a file: text for readers, or a row a passage. */
export function renderLastReported(found: LastReported, format: HistoryFormat): string {
  switch (format) {
    case 'txt':
      return renderLastReportedTxt(found);
    case 'json':
      // Without indentation, since it is asked for by programs.
      return `${JSON.stringify(tableLastReported(found).json)}\n`;
    case 'md':
    case 'csv':
      return renderTable(tableLastReported(found), format);
    default:
      return assertNever(format);
  }
}
