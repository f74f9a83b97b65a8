import type { Citation } from '../domain/citation.ts';
import { CITATION_STYLES } from '../domain/citation-style.ts';
import { renderCitations, renderRecords } from '../workbench/cite/render-citations.ts';
import { CITE_FILES } from './cite-addresses.ts';
import { notFound } from './desk.ts';
import { type RenderedPage, renderPage } from './rendered-page.ts';

const TEXTS = [
  ['txt', 'text/plain; charset=utf-8'],
  ['md', 'text/markdown; charset=utf-8; variant=CommonMark'],
  ['json', 'application/json'],
] as const;

/**
 * Citations as a file: records for programs, or all styles as text.
 * @param name of the file, without its ending; a slash in it becomes a hyphen
 * @throws Problem not-found if there is no such file
 */
export function renderCiteFile(citations: readonly Citation[], ending: string, name: string): RenderedPage {
  const filename = `${name.replace(/[^a-z0-9.-]+/gi, '-')}.${ending}`;
  const file = CITE_FILES.find((one) => one.ending === ending);
  if (file !== undefined) {
    return renderPage(renderRecords(citations, file.style), `${file.type}; charset=utf-8`, {
      disposition: `attachment; filename="${filename}"`,
    });
  }
  const text = TEXTS.find(([format]) => format === ending);
  if (text === undefined) {
    throw notFound('Citations are to be had as bib, biblatex.bib, ris, csl.json, txt, md or json.');
  }
  const [format, mediaType] = text;
  return renderPage(renderCitations(citations, CITATION_STYLES, format), mediaType, {
    disposition: `inline; filename="${filename}"`,
  });
}
