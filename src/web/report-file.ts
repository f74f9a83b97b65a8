import type { Context } from 'hono';
import { splitFormat } from '../api/data-document.ts';
import { formatReportId } from '../domain/address.ts';
import type { Publication } from '../domain/publication.ts';
import type { ReportHead } from '../domain/report.ts';
import { type ExportFormat, findExportFormat, isTextFormat } from '../workbench/render-publication.ts';
import { type Desk, rawQuery } from './desk.ts';
import { fileHeaders } from './file-headers.ts';
import { readPaper } from './read-paper.ts';
import { answerFile, answerStream } from './streamed-answer.ts';

/** Cuts the format of a file off an address: `mli.docx` → `mli` and `docx`. What is data or a page has none. */
export function splitFileFormat(name: string): {
  readonly name: string;
  readonly format: ExportFormat | null;
} {
  const [, bare = '', ending = ''] = /^(.+)\.([a-z]+)$/.exec(name) ?? [];
  const format = splitFormat(name).format === null ? findExportFormat(ending) : null;
  return format === null ? { name, format } : { name: bare, format };
}

/** A single report as a file. */
export function answerReportFile(
  c: Context,
  desk: Desk,
  report: ReportHead,
  publication: Publication,
  format: ExportFormat,
): Response | Promise<Response> {
  return answerPublication(
    c,
    desk,
    publication,
    format,
    `variorum-${formatReportId(report).replace('/', '-')}`,
  );
}

/** Any publication as a file, on the paper that the address names. @param name of the file, without its ending */
export function answerPublication(
  c: Context,
  { workbench }: Desk,
  publication: Publication,
  format: ExportFormat,
  name: string,
): Response | Promise<Response> {
  const pieces = workbench.renderPublication(publication, format, readPaper(rawQuery(c)));
  const headers = fileHeaders(name, format);
  return isTextFormat(format) ? answerStream(c, pieces, headers) : answerFile(c, pieces, headers);
}
