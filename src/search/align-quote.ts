import type { QuotePiece } from '../domain/quote-check.ts';
import type { Token } from '../domain/tokens.ts';

/** How well a pasted sentence fits into a passage, and the stretch of it that fits best. */
export interface QuoteAlignment {
  /** Words that both have in the same order, as a part of the words of the longer: 0 to 1. */
  readonly score: number;
  readonly pieces: readonly QuotePiece[];
}

/** Words of either text beyond which no alignment is tried. */
const MOST_WORDS = 1_500;

/** Finds the longest common sequence of words, and tells what lies between its first and last word. */
export function alignQuote(
  pasted: { readonly text: string; readonly tokens: readonly Token[] },
  passage: { readonly text: string; readonly tokens: readonly Token[] },
): QuoteAlignment {
  const left = pasted.tokens.slice(0, MOST_WORDS);
  const right = passage.tokens.slice(0, MOST_WORDS);
  const pairs = dropStragglers(drawTogether(findPairs(left, right), right), left.length);
  const [first] = pairs;
  const last = pairs.at(-1);
  if (first === undefined || last === undefined) return { score: 0, pieces: [] };
  // What of the sentence hangs over at either end has its place in the passage too.
  const span = last.right - first.right + 1 + first.left + (left.length - 1 - last.left);
  return {
    score: pairs.length / Math.max(left.length, span),
    pieces: listPieces(pairs, { text: pasted.text, tokens: left }, { text: passage.text, tokens: right }),
  };
}

interface Pair {
  readonly left: number;
  readonly right: number;
}

/** Longest common subsequence by the usual table; both sides are short. */
function findPairs(left: readonly Token[], right: readonly Token[]): Pair[] {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        left[i]?.word === right[j]?.word
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i]?.word === right[j]?.word) pairs.push({ left: i++, right: j++ });
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

/**
 * Where a word stands twice, the one beside the next pair is meant: "the" of "the court", not an earlier "the".
 */
function drawTogether(pairs: readonly Pair[], right: readonly Token[]): Pair[] {
  const drawn = [...pairs];
  for (let i = drawn.length - 2; i >= 0; i -= 1) {
    const pair = drawn[i];
    const next = drawn[i + 1];
    if (pair === undefined || next === undefined || next.left !== pair.left + 1) continue;
    const before = next.right - 1;
    if (right[before]?.word === right[pair.right]?.word) drawn[i] = { left: pair.left, right: before };
  }
  return drawn;
}

/** Single words far from the rest ("the", "of") that happened to fit do not belong to the stretch. */
function dropStragglers(pairs: readonly Pair[], length: number): Pair[] {
  let best = { score: -1, from: 0, to: 0 };
  const ends = pairs.map((_, i) => i);
  // Only cuts at wide gaps are worth trying.
  const starts = ends.filter((i) => i === 0 || gapBefore(pairs, i) > 3);
  const stops = ends.filter((i) => i === pairs.length - 1 || gapBefore(pairs, i + 1) > 3);
  for (const from of starts) {
    for (const to of stops) {
      if (to < from) continue;
      const span = (pairs[to]?.right ?? 0) - (pairs[from]?.right ?? 0) + 1;
      const score = (to - from + 1) / Math.max(length, span);
      if (score > best.score) best = { score, from, to };
    }
  }
  return pairs.slice(best.from, best.to + 1);
}

function gapBefore(pairs: readonly Pair[], i: number): number {
  return (pairs[i]?.right ?? 0) - (pairs[i - 1]?.right ?? 0) - 1;
}

function listPieces(
  pairs: readonly Pair[],
  pasted: { readonly text: string; readonly tokens: readonly Token[] },
  passage: { readonly text: string; readonly tokens: readonly Token[] },
): QuotePiece[] {
  const pieces: QuotePiece[] = [];
  const add = (kind: QuotePiece['kind'], side: typeof pasted, from: number, to: number): void => {
    if (to <= from) return;
    const text = side.text.slice(side.tokens[from]?.start ?? 0, side.tokens[to - 1]?.end ?? 0);
    const last = pieces.at(-1);
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: `${last.text} ${text}` };
    else pieces.push({ kind, text });
  };
  let left = 0;
  let right = pairs[0]?.right ?? 0;
  for (let i = 0; i < pairs.length; ) {
    const { left: l, right: r } = pairs[i] ?? { left: 0, right: 0 };
    add('pasted', pasted, left, l);
    add('report', passage, right, r);
    let run = 1;
    while (pairs[i + run]?.left === l + run && pairs[i + run]?.right === r + run) run += 1;
    add('same', passage, r, r + run);
    left = l + run;
    right = r + run;
    i += run;
  }
  add('pasted', pasted, left, pasted.tokens.length);
  return pieces;
}
