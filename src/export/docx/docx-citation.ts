import type { ParagraphChild } from 'docx';
import type { CitationRun } from '../../domain/citation-style.ts';
import type { DocxBook } from './docx-book.ts';
import { textRun } from './docx-runs.ts';

/** A citation in runs; its addresses can be followed. */
export function citationRuns(runs: readonly CitationRun[], book: DocxBook): ParagraphChild[] {
  return runs.flatMap(({ kind, text }) => {
    if (kind === 'address') return book.link(text, [textRun(text, { style: 'Hyperlink' })]);
    return [
      textRun(text, kind === 'italic' ? { italics: true } : kind === 'small-caps' ? { smallCaps: true } : {}),
    ];
  });
}
