import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import type { EditionDigest } from '../../domain/edition-digest.ts';
import type { Paper } from '../../domain/paper.ts';
import type { Excerpt, GatheredPublication } from '../../domain/publication.ts';
import { listReportFacts, noticeFor } from '../../domain/report-facts.ts';
import { describeVerification } from '../../domain/verification.ts';
import { describeEntry, listFrontMatter, NOTHING_FOUND, WHAT_IT_IS } from '../front-matter.ts';
import { writePrelude } from './pdf-prelude.ts';
import { loadTypst } from './typst-compiler.ts';
import { typstAddress, typstCall, typstJoin, typstString } from './typst-text.ts';
import { writeCitation } from './write-citation.ts';
import { writeHashes } from './write-hashes.ts';
import { writeHeading, writeSections } from './write-sections.ts';
import { attachVerification } from './write-verification.ts';

export interface PdfOptions {
  readonly paper: Paper;
  /** Of the editions it takes from; without them, none are printed. */
  readonly digests?: readonly EditionDigest[];
}

/**
 * A tagged PDF with bookmarks, contents and running heads; each report begins a page. The same publication gives the
 * same bytes.
 * @throws Problem tool-missing if Typst or a font is missing, or Typst fails
 */
export async function renderPdf(publication: GatheredPublication, options: PdfOptions): Promise<Uint8Array> {
  return loadTypst().set(writePublication(publication, options)).toPdf();
}

/** The Typst source. */
export function writePublication(
  publication: GatheredPublication,
  { paper, digests = [] }: PdfOptions,
): string {
  const { description, excerpts } = publication;
  const sources = [
    writePrelude({ title: description.title, paper }),
    writeFront(publication),
    ...excerpts.map(writeExcerpt),
    writeHashes(publication, digests),
    attachVerification(describeVerification(publication, digests)),
  ];
  return sources.join('');
}

function writeFront(publication: GatheredPublication): string {
  const { contents, gapGroups } = publication;
  let source = '#title()\n';
  source += typstCall('say', typstString(WHAT_IT_IS));
  source += typstCall(
    'facts',
    ...listFrontMatter(publication).flatMap(({ label, value }) => [
      `strong(${typstString(label)})`,
      typstString(value),
    ]),
  );
  if (contents.length === 0) source += typstCall('say', `strong(${typstString(NOTHING_FOUND)})`);
  if (gapGroups.length > 0) {
    source += writeHeading(1, 'Asked for and not here');
    for (const { heading, lines } of gapGroups) {
      source += typstCall('say', `strong(${typstString(heading)})`);
      source += typstCall('list', ...lines.map(({ text }) => typstString(text)));
    }
    source += typstCall('say', typstString(ABSENCE_NOTE));
  }
  // With many reports the contents name reports; a few have room for their sections.
  const depth = contents.length > 12 ? 1 : contents.length > 3 ? 2 : 3;
  if (contents.length > 0) source += `#outline(title:"Contents",depth:${depth})\n`;
  return source;
}

function writeExcerpt(excerpt: Excerpt): string {
  const { report, edition, sections, heading } = excerpt;
  let source = '#pagebreak(weak:true)\n';
  source += writeHeading(1, heading, heading);
  source += typstCall('say', `{${typstString(report.title)};footnote(${writeCitation(excerpt)})}`);
  const lines = listReportFacts(report, edition).map(({ label: name, value, href }) =>
    typstJoin([typstString(`${name}: `), href === null ? typstString(value) : typstAddress(value)]),
  );
  source += typstCall('small', ...lines, `strong(${typstString(noticeFor(report))})`);
  const passages = sections.flatMap((section) => section.passages).length;
  const words = sections.flatMap((section) => section.passages).reduce((sum, one) => sum + one.words, 0);
  source += typstCall('small', typstString(`In this document: ${describeEntry({ passages, words })}.`));
  return source + writeSections(sections, { report, version: null, part: heading, above: 1, draw: null });
}
