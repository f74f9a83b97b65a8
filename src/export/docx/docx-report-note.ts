import type { ParagraphChild } from 'docx';
import type { CitationRun } from '../../domain/citation-style.ts';
import type { ReportFact } from '../../domain/report-facts.ts';
import { CITE_AS } from '../front-matter.ts';
import { factRuns } from './docx-blocks.ts';
import type { DocxBook } from './docx-book.ts';
import { citationRuns } from './docx-citation.ts';
import { textRun } from './docx-runs.ts';

/** A report as a note names it. */
export interface NotedReport {
  readonly citation: readonly CitationRun[];
  readonly facts: readonly ReportFact[];
  readonly notice: string;
}

/** What a note at the foot of a page says of a report: how it is cited, and by what the copy is known. */
export function reportNote({ citation, facts, notice }: NotedReport, book: DocxBook): ParagraphChild[] {
  return [
    ...citationRuns(citation, book),
    textRun(' '),
    ...facts
      .filter(({ label }) => !CITED.has(label))
      .flatMap((fact) => [textRun(`${fact.label}: `), ...factRuns(fact, book), textRun('; ')]),
    textRun(notice),
  ];
}

/** What a citation says itself. */
const CITED: ReadonlySet<string> = new Set(['Bureau', 'Released', 'Official address', CITE_AS]);
