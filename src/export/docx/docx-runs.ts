import { type IRunOptions, type ParagraphChild, TextRun, XmlComponent } from 'docx';
import { type Mark, segmentText } from '../../domain/mark.ts';
import { toXmlText } from '../xml-text.ts';
import type { DocxBook } from './docx-book.ts';

/** A piece of text; line breaks in it are line breaks in the document. */
export function textRun(text: string, look: IRunOptions = {}): TextRun {
  const [first = '', ...rest] = toXmlText(text).split('\n');
  if (rest.length === 0) return new TextRun({ ...look, text: first });
  return new TextRun({
    ...look,
    children: [first, ...rest.flatMap((line) => [new LineBreak(), line])],
  });
}

/** A passage's text with its marks. `look` is what all of it has besides, such as a highlight. */
export function markedRuns(
  text: string,
  marks: readonly Mark[],
  book: DocxBook,
  look: IRunOptions = {},
): ParagraphChild[] {
  return segmentText(text, marks).flatMap((segment) => {
    const link = segment.marks.find((mark) => mark.kind === 'link');
    const shown = { ...look, ...lookOf(segment.marks) };
    return link === undefined
      ? [textRun(segment.text, shown)]
      : book.link(link.href, [textRun(segment.text, { ...shown, style: 'Hyperlink' })]);
  });
}

function lookOf(marks: readonly Mark[]): IRunOptions {
  const has = (kind: Mark['kind']): boolean => marks.some((mark) => mark.kind === kind);
  return {
    ...(has('emphasis') ? { italics: true } : {}),
    ...(has('strong') ? { bold: true } : {}),
    ...(has('underline') ? { underline: {} } : {}),
    ...(has('superscript') ? { superScript: true } : has('subscript') ? { subScript: true } : {}),
  };
}

class LineBreak extends XmlComponent {
  constructor() {
    super('w:br');
  }
}
