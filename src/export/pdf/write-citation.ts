import type { CitationRun, ProseStyle } from '../../domain/citation-style.ts';
import { formatInstant, noticeFor } from '../../domain/report-facts.ts';
import { type CitedHead, citeHead } from '../citation/head-citation.ts';
import { typstAddress, typstJoin, typstString } from './typst-text.ts';

/** A citation of the report, and by what its copy is known: code that gives content. */
export function writeCitation(cited: CitedHead, style?: ProseStyle): string {
  const { provenance, sample } = cited.report;
  const captured =
    provenance.capturedAt === null ? '' : ` Copy captured ${formatInstant(provenance.capturedAt)}.`;
  return typstJoin([
    ...citeHead(cited, style).map(writeRun),
    typstString(`${captured} SHA-256 of the captured bytes: ${provenance.sha256}.`),
    ...(sample ? [typstString(` ${noticeFor(cited.report)}`)] : []),
  ]);
}

function writeRun({ kind, text }: CitationRun): string {
  if (kind === 'address') return typstAddress(text);
  const shown = typstString(text);
  return kind === 'italic' ? `emph(${shown})` : kind === 'small-caps' ? `smallcaps(${shown})` : shown;
}
