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

/** Both texts in one, the newer one's wording where both have it. */
export function markBoth(
  { pieces }: WordDifference,
  left: string,
  right: string,
  marks: DifferenceMarks,
): string {
  return pieces.map((piece) => markPiece(piece, left, right, marks)).join('');
}

/** The older text alone, with what is gone from it marked. */
export function markOlder({ pieces }: WordDifference, left: string, marks: DifferenceMarks): string {
  let out = '';
  for (const piece of pieces) {
    if (piece.kind === 'added') continue;
    const text = left.slice(piece.leftStart, piece.leftEnd);
    out += piece.kind === 'same' ? marks.plain(text) : setApart(text, marks.removed, marks);
  }
  return out;
}

/** The newer text alone, with what is new in it marked. */
export function markNewer({ pieces }: WordDifference, right: string, marks: DifferenceMarks): string {
  let out = '';
  for (const piece of pieces) {
    if (piece.kind === 'removed') continue;
    const text = right.slice(piece.rightStart, piece.rightEnd);
    out += piece.kind === 'same' ? marks.plain(text) : setApart(text, marks.added, marks);
  }
  return out;
}

function markPiece(piece: DifferencePiece, left: string, right: string, marks: DifferenceMarks): string {
  if (piece.kind === 'removed') {
    const gone = left.slice(piece.leftStart, piece.leftEnd);
    // The space between the words is the newer text's.
    return gone.trim() === '' ? '' : setApart(gone, marks.removed, marks);
  }
  const text = right.slice(piece.rightStart, piece.rightEnd);
  return piece.kind === 'same' ? marks.plain(text) : setApart(text, marks.added, marks);
}

/** White space belongs to what follows it, and a mark begins and ends at a word; no mark runs over a line break. */
function setApart(text: string, mark: (text: string) => string, marks: DifferenceMarks): string {
  return text
    .split(/(\s*\n\s*)/)
    .map((part, i) => {
      if (i % 2 === 1) return marks.plain(part);
      const words = part.trim();
      if (words === '') return marks.plain(part);
      const start = part.indexOf(words);
      return marks.plain(part.slice(0, start)) + mark(words) + marks.plain(part.slice(start + words.length));
    })
    .join('');
}
