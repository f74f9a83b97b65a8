import { type IRunOptions, type TextRun, UnderlineType } from 'docx';
import { assertNever } from '../../domain/assert-never.ts';
import type { MarkedPiece } from '../mark-difference.ts';
import { textRun } from './docx-runs.ts';

/** Said where words are marked as `differenceRuns` does. */
export const DOCX_MARKS_LEGEND =
  'Words that only the older report has are struck through; words that only the newer report has are underlined twice.';

/**
 * Marks that any printer and any view shows. They are not Word's tracked changes: those would name an author, can be
 * accepted or hidden with one press, and are taken out of documents before these are filed.
 */
export function differenceRuns(pieces: readonly MarkedPiece[]): TextRun[] {
  return pieces.map(({ kind, text }) => textRun(text, lookOf(kind)));
}

function lookOf(kind: MarkedPiece['kind']): IRunOptions {
  switch (kind) {
    case 'plain':
      return {};
    case 'removed':
      return { strike: true };
    case 'added':
      return { underline: { type: UnderlineType.DOUBLE } };
    default:
      return assertNever(kind);
  }
}
