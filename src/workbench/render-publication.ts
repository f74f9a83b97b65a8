import { assertNever } from '../domain/assert-never.ts';
import type { Paper } from '../domain/paper.ts';
import { Problem } from '../domain/problem.ts';
import { gatherPublication, type Publication } from '../domain/publication.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  findExportFormat,
  findTextFormat,
  isTextFormat,
  TEXT_FORMATS,
  type TextFormat,
  WHOLE_FORMATS,
  type WholeFormat,
} from '../export/export-format.ts';
import { renderCsv } from '../export/render-csv.ts';
import { renderHtml } from '../export/render-html.ts';
import { renderJson } from '../export/render-json.ts';
import { renderJsonl } from '../export/render-jsonl.ts';
import { renderMd } from '../export/render-md.ts';
import { renderTxt } from '../export/render-txt.ts';
import type { Press } from './press/press.ts';
import { pressPieces } from './press/press-pieces.ts';

// The doors know no room behind the workbench, and need to name the formats.
export {
  EXPORT_FORMATS,
  type ExportFormat,
  findExportFormat,
  findTextFormat,
  isTextFormat,
  TEXT_FORMATS,
  type TextFormat,
  WHOLE_FORMATS,
  type WholeFormat,
};

/**
 * The publication as a file. Text comes in pieces of about one report, the first at once; what is made whole comes
 * when it is made. The same library and selection give the same bytes; there is no clock in it.
 * @throws Problem invalid-input, before anything is read, if it has more words than the format can hold
 */
export function renderPublication(
  publication: Publication,
  format: ExportFormat,
  press: Press,
  paper: Paper = 'letter',
): AsyncIterable<string | Uint8Array> {
  refuseTooMuch(publication, format);
  if (isTextFormat(format)) return renderText(publication, format);
  return pressPieces(async (signal) => {
    const gathered = await gatherPublication(publication);
    signal.throwIfAborted();
    return press.make({ kind: 'publication', format, publication: gathered, paper }, signal);
  });
}

function renderText(publication: Publication, format: TextFormat): AsyncIterable<string> {
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
    case 'jsonl':
      return renderJsonl(publication);
    default:
      return assertNever(format);
  }
}

function refuseTooMuch({ words, description }: Publication, format: ExportFormat): void {
  const { name, mostWords } = EXPORT_FORMATS[format];
  if (mostWords === null || words <= mostWords) return;
  throw new Problem(
    'invalid-input',
    `“${description.title}” is too large for this format: ${name} holds at most ${mostWords.toLocaleString('en-US')} words, and this has ${words.toLocaleString('en-US')}.`,
    [
      `Ask for fewer editions, sections or areas at a time: ${Math.ceil(words / mostWords)} parts would do.`,
      'Plain text, Markdown, a web page, CSV, JSON and JSON Lines can be of any length.',
    ],
  );
}
