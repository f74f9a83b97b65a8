import { Document, type ISectionOptions, Packer } from 'docx';
import { VERIFICATION_FILE, type Verification } from '../../domain/verification.ts';
import { stillZip } from '../still-zip.ts';
import { toXmlText } from '../xml-text.ts';
import type { DocxBook } from './docx-book.ts';
import { DOCX_NUMBERING, DOCX_STYLES } from './docx-styles.ts';
import { JsonFiles } from './docx-verification.ts';

/** What a document says of itself. */
export interface DocxProperties {
  readonly title: string;
  readonly subject: string;
  /** For programs, as a file within the document. */
  readonly verification: Verification;
}

/** The document's bytes, without a time in them: the same parts give the same bytes. */
export async function packDocx(
  parts: readonly ISectionOptions[],
  { title, subject, verification }: DocxProperties,
  book: DocxBook,
): Promise<Uint8Array> {
  const document = new Document({
    styles: DOCX_STYLES,
    numbering: DOCX_NUMBERING,
    footnotes: book.footnotes,
    sections: parts,
  });
  document.ContentTypes.addChildElement(new JsonFiles());
  const file = await Packer.pack(document, 'nodebuffer', undefined, [
    { path: 'docProps/core.xml', data: coreProperties(title, subject) },
    { path: VERIFICATION_FILE, data: JSON.stringify(verification) },
  ]);
  return stillZip(file);
}

/** As ECMA-376, part 2, 11; the times of making and of changing may be left out, and the package's are the clock's. */
function coreProperties(title: string, subject: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>Variorum</dc:creator><dc:language>en-US</dc:language></cp:coreProperties>`;
}

function escapeXml(text: string): string {
  return toXmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
