import { findPaper, PAPERS, type Paper } from '../domain/paper.ts';
import { Problem } from '../domain/problem.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { CommandInput, CommandOption } from './command.ts';
import type { Terminal } from './terminal.ts';

/** Where an export goes, and as what. */
export interface ExportTarget {
  readonly file: string;
  /** In lower case, as typed or as the file ends. */
  readonly format: string;
  readonly paper: Paper;
}

/** What an export is made with. */
export interface ExportWork {
  readonly input: CommandInput;
  readonly workbench: Workbench;
  readonly target: ExportTarget;
  readonly terminal: Terminal;
}

/** An export as it is made; `done` is called when it is, or has failed. */
export interface ExportPieces {
  readonly pieces: AsyncIterable<string | Uint8Array>;
  readonly done?: () => void;
}

/** @throws Problem invalid-input, naming everything that is wrong or missing */
export function readExportTarget({ values }: CommandInput): ExportTarget {
  const problems: string[] = [];
  const file = values.get('to')?.at(-1);
  if (file === undefined || file === '') problems.push('to: name the file to write: --to mali.pdf.');
  const ending = /\.([A-Za-z0-9]+)$/.exec(file ?? '')?.[1];
  const format = values.get('format')?.at(-1) ?? ending;
  if (file !== undefined && format === undefined) {
    problems.push(`to: “${file.slice(0, 80)}” has no ending that says the format; add one, or --format pdf.`);
  }
  const paper = readPaperFlag(values.get('paper')?.at(-1), problems);
  if (file === undefined || format === undefined || problems.length > 0) {
    throw new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
  }
  return { file, format: format.toLowerCase(), paper: paper ?? 'letter' };
}

/** For commands that set pages among other formats. */
export const PAPER_OPTION: CommandOption = {
  name: 'paper',
  value: 'PAPER',
  meaning: 'of pdf and docx: letter (as without it) or a4',
};

/** The paper asked for; null if none is. */
export function readPaperFlag(typed: string | undefined, problems: string[]): Paper | null {
  if (typed === undefined) return null;
  const paper = findPaper(typed);
  if (paper === null) {
    problems.push(`paper: “${typed.slice(0, 60)}” is not known; write ${PAPERS.join(' or ')}.`);
  }
  return paper;
}

/** The format among those there are. @throws Problem invalid-input */
export function pickFormat<T extends string>({ format }: ExportTarget, formats: readonly T[]): T {
  const found = formats.find((one) => one === format);
  if (found !== undefined) return found;
  throw new Problem('invalid-input', 'What was asked for cannot be understood.', [
    `format: there is no “${format.slice(0, 60)}” of this; write ${formats.join(', ')}.`,
  ]);
}
