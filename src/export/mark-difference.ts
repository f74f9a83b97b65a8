import type { DifferencePiece, WordDifference } from '../domain/word-difference.ts';

/** How a writer sets words apart; `text` has neither white space at its ends nor line breaks lost. */
export interface DifferenceMarks {
  plain(text: string): string;
  removed(text: string): string;
  added(text: string): string;
}

/** Plain text: what is gone and what is new between brackets that survive any printer. */
export const TEXT_MARKS: DifferenceMarks = {
  plain: (text) => text,
  removed: (text) => `[-${text}-]`,
  added: (text) => `{+${text}+}`,
};

/** A piece of a text that is to be set as its kind says. */
export interface MarkedPiece {
  readonly kind: keyof DifferenceMarks;
  readonly text: string;
}

/** Both texts in one, the newer one's wording where both have it. */
export function markBoth(
  difference: WordDifference,
  left: string,
  right: string,
  marks: DifferenceMarks,
): string {
  return writePieces(listBoth(difference, left, right), marks);
}

/** The older text alone, with what is gone from it marked. */
export function markOlder(difference: WordDifference, left: string, marks: DifferenceMarks): string {
  return writePieces(listOlder(difference, left), marks);
}

/** The newer text alone, with what is new in it marked. */
export function markNewer(difference: WordDifference, right: string, marks: DifferenceMarks): string {
  return writePieces(listNewer(difference, right), marks);
}

/** As `markBoth`, in pieces, for writers whose marks are no letters. */
export function listBoth({ pieces }: WordDifference, left: string, right: string): MarkedPiece[] {
  return pieces.flatMap((piece) => toMarked(piece, left, right));
}

export function listOlder({ pieces }: WordDifference, left: string): MarkedPiece[] {
  return pieces.flatMap((piece): MarkedPiece[] => {
    if (piece.kind === 'added') return [];
    const text = left.slice(piece.leftStart, piece.leftEnd);
    return piece.kind === 'same' ? [{ kind: 'plain', text }] : setApart(text, 'removed');
  });
}

export function listNewer({ pieces }: WordDifference, right: string): MarkedPiece[] {
  return pieces.flatMap((piece): MarkedPiece[] => {
    if (piece.kind === 'removed') return [];
    const text = right.slice(piece.rightStart, piece.rightEnd);
    return piece.kind === 'same' ? [{ kind: 'plain', text }] : setApart(text, 'added');
  });
}

function writePieces(pieces: readonly MarkedPiece[], marks: DifferenceMarks): string {
  return pieces.map(({ kind, text }) => marks[kind](text)).join('');
}

function toMarked(piece: DifferencePiece, left: string, right: string): MarkedPiece[] {
  if (piece.kind === 'removed') {
    const gone = left.slice(piece.leftStart, piece.leftEnd);
    // The space between the words is the newer text's.
    return gone.trim() === '' ? [] : setApart(gone, 'removed');
  }
  const text = right.slice(piece.rightStart, piece.rightEnd);
  return piece.kind === 'same' ? [{ kind: 'plain', text }] : setApart(text, 'added');
}

/** White space belongs to what follows it, and a mark begins and ends at a word; no mark runs over a line break. */
function setApart(text: string, kind: 'removed' | 'added'): MarkedPiece[] {
  return text
    .split(/(\s*\n\s*)/)
    .flatMap((part, i): MarkedPiece[] => {
      const words = part.trim();
      if (i % 2 === 1 || words === '') return [{ kind: 'plain', text: part }];
      const start = part.indexOf(words);
      return [
        { kind: 'plain', text: part.slice(0, start) },
        { kind, text: words },
        { kind: 'plain', text: part.slice(start + words.length) },
      ];
    })
    .filter((piece) => piece.text !== '');
}
