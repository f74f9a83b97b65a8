import type { ParagraphChild } from 'docx';
import type { ReportFact } from '../../domain/report-facts.ts';
import { factRuns } from './docx-blocks.ts';
import type { DocxBook } from './docx-book.ts';
import { textRun } from './docx-runs.ts';

/** What a note at the foot of a page says of a report: its title, and every fact of where it comes from. */
export function reportNote(
  { title, facts, notice }: { title: string; facts: readonly ReportFact[]; notice: string },
  book: DocxBook,
): ParagraphChild[] {
  return [
    textRun(title, { italics: true }),
    textRun('. '),
    ...facts.flatMap((fact) => [textRun(`${fact.label}: `), ...factRuns(fact, book), textRun('; ')]),
    textRun(notice),
  ];
}
