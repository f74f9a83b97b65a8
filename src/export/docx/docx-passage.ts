import { Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Passage } from '../../domain/passage.ts';
import type { DocxBook } from './docx-book.ts';
import { markedRuns, textRun } from './docx-runs.ts';
import { BULLETS } from './docx-styles.ts';

/** A passage with its number before it and a bookmark around it. `anchor` is the excerpt's. */
export function passageParagraph(passage: Passage, anchor: string, book: DocxBook): Paragraph {
  const { section, number, kind, text, marks } = passage;
  const isItem = kind === 'list-item';
  const runs: ParagraphChild[] = [
    textRun(String(number), { style: 'PassageNumber' }),
    new TextRun(isItem ? '\u2002' : '\t'),
    ...markedRuns(text, marks, book),
  ];
  return new Paragraph({
    ...(isItem ? { numbering: { reference: BULLETS, level: 0 } } : { style: 'Passage' }),
    children: book.bookmark(`${anchor}-${section}:${number}`, runs),
  });
}
