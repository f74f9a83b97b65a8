import type { QuotePiece } from '../../domain/quote-check.ts';
import type { VerifiedPassage } from '../../domain/verified-file.ts';
import type { QuotedFile } from '../../ingest/quoted/quoted-file.ts';
import { dropNumber } from './broken-lines.ts';
import { dropSpace, PlainText } from './find-in-text.ts';
import type { OwnWords } from './own-words.ts';

/** Shorter paragraphs are headings, labels and facts. */
const FEWEST_WORDS = 8;

/** Passages that differ are looked for in so much of a file, in characters. */
const MOST_LOOSE = 300_000;

/** Paragraphs of words that belong to none of the passages, nor to what we say ourselves. */
export function listRest(
  { format, blocks }: QuotedFile,
  known: readonly string[],
  passages: readonly VerifiedPassage[],
  own: OwnWords,
): string[] {
  const whole = new Set(known);
  const all = new PlainText(known.join('\n'));
  // What differs has been laid beside its passage already.
  const shown = passages.flatMap(({ pieces }) => (pieces === null ? [] : [dropSpace(pastedText(pieces))]));
  const isKnown = (block: string): boolean => {
    const plain = dropSpace(block);
    // The number before a passage may stand in its paragraph.
    const bare = dropNumber(plain);
    return (
      whole.has(plain) ||
      whole.has(bare) ||
      all.has(bare) ||
      own.isAll(plain) ||
      shown.some((one) => one.includes(plain))
    );
  };
  const rest = format === 'pdf' ? joinLines(blocks, isKnown) : blocks.filter((block) => !isKnown(block));
  return rest.filter((block) => block.split(/\s+/u).length >= FEWEST_WORDS);
}

/** Paragraphs, or lines, that are no part of a passage that stands. */
export function listLoose({ blocks }: QuotedFile, standing: readonly string[]): string[] {
  const whole = new Set(standing);
  const all = new PlainText(standing.join('\n'));
  let size = 0;
  return blocks.filter((block) => {
    const plain = dropSpace(block);
    const bare = dropNumber(plain);
    if (size > MOST_LOOSE || whole.has(bare) || all.has(bare)) return false;
    size += block.length;
    return true;
  });
}

function pastedText(pieces: readonly QuotePiece[]): string {
  return pieces
    .filter(({ kind }) => kind !== 'report')
    .map(({ text }) => text)
    .join(' ');
}

/** A PDF has lines and no paragraphs: what is left of it belongs together where nothing known stands between. */
function joinLines(lines: readonly string[], isKnown: (line: string) => boolean): string[] {
  const joined: string[] = [];
  let open = false;
  for (const line of lines) {
    const known = isKnown(line);
    if (!known && open) joined.push(`${joined.pop()} ${line}`);
    else if (!known) joined.push(line);
    open = !known;
  }
  return joined;
}
