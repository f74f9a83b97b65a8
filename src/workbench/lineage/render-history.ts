import { assertNever } from '../../domain/assert-never.ts';
import type { PassageHistory } from '../../domain/passage-history.ts';
import { renderFormHtml } from '../../export/html-history.ts';
import { renderHistoryCsv } from '../../export/render-history-csv.ts';
import { renderHistoryJson } from '../../export/render-history-json.ts';
import { renderHistoryMd } from '../../export/render-history-md.ts';
import { renderHistoryTxt } from '../../export/render-history-txt.ts';

// The doors know no room behind the workbench, and need to draw a form.
export { renderFormHtml };

/** The formats a history can be had in as a file; as a page it is a page of the site. */
export const HISTORY_FORMATS = ['txt', 'md', 'json', 'csv'] as const;
export type HistoryFormat = (typeof HISTORY_FORMATS)[number];

export function renderHistory(history: PassageHistory, format: HistoryFormat): string {
  switch (format) {
    case 'txt':
      return renderHistoryTxt(history);
    case 'md':
      return renderHistoryMd(history);
    case 'json':
      return renderHistoryJson(history);
    case 'csv':
      return renderHistoryCsv(history);
    default:
      return assertNever(format);
  }
}
