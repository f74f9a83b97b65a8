import { assertNever } from '../domain/assert-never.ts';
import type { Publication } from '../domain/publication.ts';
import { EXPORT_FORMATS, type ExportFormat, findExportFormat } from '../export/export-format.ts';
import { renderCsv } from '../export/render-csv.ts';
import { renderHtml } from '../export/render-html.ts';
import { renderJson } from '../export/render-json.ts';
import { renderMd } from '../export/render-md.ts';
import { renderTxt } from '../export/render-txt.ts';

// The doors know no room behind the workbench, and need to name the formats.
export { EXPORT_FORMATS, type ExportFormat, findExportFormat };

/**
 * The publication as a file, in pieces of about one report, the first at once. The same library and selection
 * give the same bytes; there is no clock in it.
 */
export function renderPublication(publication: Publication, format: ExportFormat): AsyncIterable<string> {
  switch (format) {
    case 'txt':
      return renderTxt(publication);
    case 'md':
      return renderMd(publication);
    case 'html':
      return renderHtml(publication);
    case 'json':
      return renderJson(publication);
    case 'csv':
      return renderCsv(publication);
    default:
      return assertNever(format);
  }
}
