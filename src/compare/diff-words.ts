import type { DifferencePiece, WordDifference } from '../domain/word-difference.ts';
import { Lexicon } from './lexicon.ts';
import { type MatchedRun, matchTokens } from './match-tokens.ts';
import { makeTokenLists, scanTokens } from './scan-tokens.ts';

/** A text's tokens, and where each ends in it. */
export interface TokenText {
  readonly tokens: Int32Array;
  readonly ends: Int32Array;
  /** UTF-16 code units of the whole text. */
  readonly length: number;
}

/** What differs between an older and a newer text, word by word. */
export function diffWords(left: string, right: string): WordDifference {
  const lexicon = new Lexicon();
  return diffTokens(readTokens(left, lexicon), readTokens(right, lexicon), lexicon);
}

export function readTokens(text: string, lexicon: Lexicon): TokenText {
  const lists = makeTokenLists(text.length);
  scanTokens(text, lexicon, lists);
  return { tokens: lists.tokens.finish(), ends: lists.ends.finish(), length: text.length };
}

/** As `diffWords`, of texts that have been read with one lexicon. */
export function diffTokens(left: TokenText, right: TokenText, lexicon: Lexicon): WordDifference {
  const runs = matchTokens(left.tokens, right.tokens, lexicon);
  const kept = runs.reduce((sum, { left: from, length }) => sum + countWords(left, from, length, lexicon), 0);
  const leftWords = countWords(left, 0, left.tokens.length, lexicon);
  const rightWords = countWords(right, 0, right.tokens.length, lexicon);
  const words = leftWords + rightWords;
  return {
    pieces: cutPieces(runs, left, right),
    kept,
    removed: leftWords - kept,
    added: rightWords - kept,
    score: words === 0 ? Number(left.tokens.length === right.tokens.length) : (2 * kept) / words,
  };
}

function countWords({ tokens }: TokenText, from: number, length: number, lexicon: Lexicon): number {
  let words = 0;
  for (let at = from; at < from + length; at += 1) if (lexicon.isWord(tokens[at] ?? 0)) words += 1;
  return words;
}

function cutPieces(runs: readonly MatchedRun[], left: TokenText, right: TokenText): DifferencePiece[] {
  const pieces: DifferencePiece[] = [];
  let [leftAt, rightAt] = [0, 0];
  const addGap = (leftTo: number, rightTo: number): void => {
    if (leftTo > leftAt)
      pieces.push({ kind: 'removed', leftStart: startOf(left, leftAt), leftEnd: startOf(left, leftTo) });
    if (rightTo > rightAt)
      pieces.push({ kind: 'added', rightStart: startOf(right, rightAt), rightEnd: startOf(right, rightTo) });
  };
  for (const run of runs) {
    addGap(run.left, run.right);
    leftAt = run.left + run.length;
    rightAt = run.right + run.length;
    pieces.push({
      kind: 'same',
      leftStart: startOf(left, run.left),
      leftEnd: startOf(left, leftAt),
      rightStart: startOf(right, run.right),
      rightEnd: startOf(right, rightAt),
    });
  }
  addGap(left.tokens.length, right.tokens.length);
  return pieces;
}

/** Where a token begins with the white space before it; past the last one, the end of the text. */
function startOf({ tokens, ends, length }: TokenText, token: number): number {
  if (token === 0) return 0;
  return token >= tokens.length ? length : (ends[token - 1] ?? 0);
}
