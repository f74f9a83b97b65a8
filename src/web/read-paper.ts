import { findPaper, PAPERS, type Paper } from '../domain/paper.ts';
import { Problem } from '../domain/problem.ts';
import { showValue } from '../workbench/problem-list.ts';

/** The `paper` of an address, US Letter where it names none. @throws Problem invalid-input */
export function readPaper(query: string): Paper {
  const typed = new URLSearchParams(query).getAll('paper').find((value) => value !== '');
  if (typed === undefined) return 'letter';
  const paper = findPaper(typed);
  if (paper !== null) return paper;
  throw new Problem('invalid-input', 'What was asked for cannot be understood.', [
    `paper: ${showValue(typed)} is not known; write ${PAPERS.join(' or ')}.`,
  ]);
}
