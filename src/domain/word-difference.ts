/**
 * A stretch of an older and a newer text. Offsets are UTF-16 code units, `end` exclusive; white space belongs to what
 * follows it. The left stretches joined are the whole older text, the right ones the whole newer text. Both sides of
 * a `same` piece have the same words and punctuation; only white space and the form of quotes and dashes may differ.
 */
export type DifferencePiece =
  | {
      readonly kind: 'same';
      readonly leftStart: number;
      readonly leftEnd: number;
      readonly rightStart: number;
      readonly rightEnd: number;
    }
  | { readonly kind: 'removed'; readonly leftStart: number; readonly leftEnd: number }
  | { readonly kind: 'added'; readonly rightStart: number; readonly rightEnd: number };

/** What differs between two texts, word by word, and how much is the same. */
export interface WordDifference {
  readonly pieces: readonly DifferencePiece[];
  /** Words in `same` pieces; punctuation standing alone is no word. */
  readonly kept: number;
  /** Words of the older text that the newer lacks. */
  readonly removed: number;
  readonly added: number;
  /** Words that both have in the same order, as a part of the words of both: 2 × kept ÷ (all words), 0 to 1. */
  readonly score: number;
}

/** A piece with its text, for one column: the newer text's wording where both have it. */
export interface PieceText {
  readonly kind: DifferencePiece['kind'];
  readonly text: string;
}

/** The pieces as text, in the order in which a single column shows them. */
export function listPieceTexts(pieces: readonly DifferencePiece[], left: string, right: string): PieceText[] {
  return pieces.map((piece) =>
    piece.kind === 'removed'
      ? { kind: piece.kind, text: left.slice(piece.leftStart, piece.leftEnd) }
      : { kind: piece.kind, text: right.slice(piece.rightStart, piece.rightEnd) },
  );
}
