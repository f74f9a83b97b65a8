import { readEntry } from './read-zip.ts';

/** A paragraph as a word processor reads it. */
export interface DocxParagraph {
  /** The style's id, or an empty text. */
  readonly style: string;
  /** Tabs and line breaks are those characters. */
  readonly text: string;
  readonly xml: string;
}

/** The paragraphs of a document's body, tables included, in order. */
export async function readParagraphs(bytes: Uint8Array): Promise<DocxParagraph[]> {
  return listParagraphs(await readEntry(bytes, 'word/document.xml'));
}

export function listParagraphs(xml: string): DocxParagraph[] {
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? '',
    text: textOf(paragraph.replace(/<w:pPr>.*?<\/w:pPr>/s, '')),
    xml: paragraph,
  }));
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g)]
    .map(([, text, sign]) => (text === undefined ? (sign === 'tab' ? '\t' : '\n') : unescapeXml(text)))
    .join('');
}

export function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
