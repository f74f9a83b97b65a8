import { createHash } from 'node:crypto';
import { diffWords } from '../../compare/diff-words.ts';
import { formatAddress } from '../../domain/address.ts';
import type { Passage } from '../../domain/passage.ts';
import type { QuotePiece } from '../../domain/quote-check.ts';
import { tokenise } from '../../domain/tokens.ts';
import type { VerifiedPassage } from '../../domain/verified-file.ts';
import { listPieceTexts } from '../../domain/word-difference.ts';
import type { Wanted } from './list-wanted.ts';

/**
 * What is to be said of a passage the file names.
 * @param held as this library has it; null: not at all
 * @param isThere its text stands in the file, where the file gives none under its address
 * @param loose what of the file belongs to no passage that stands; null: differences are shown no more
 */
export function judgePassage(
  { address, text, digest }: Wanted,
  held: Passage | null,
  isThere: boolean,
  loose: readonly string[] | null,
): VerifiedPassage {
  const say = (
    verdict: VerifiedPassage['verdict'],
    note: string | null = null,
    pieces: VerifiedPassage['pieces'] = null,
  ): VerifiedPassage => ({ address: formatAddress(address), verdict, note, pieces });
  if (held === null) {
    return say(
      'unknown',
      address.version === null
        ? 'This library has no passage with this address.'
        : 'This library does not hold this version of the report, or it has no such passage.',
    );
  }
  if (text !== null) {
    return normalise(text) === normalise(held.text)
      ? say('stands')
      : isFarLonger(text, held.text)
        ? say('differs', 'The file has far more text here than the passage.')
        : say('differs', null, loose === null ? null : compare(text, held.text));
  }
  const forged =
    digest !== null && digest !== digestOf(held.text)
      ? 'The digest that the file names is not that of the passage.'
      : null;
  if (isThere) return say(forged === null ? 'stands' : 'differs', forged);
  const near = findNear(held.text, loose ?? []);
  return near === null
    ? say('missing', forged ?? 'Its text does not stand in the file.')
    : say('differs', forged, near);
}

/** The paragraph, or lines, with most of the passage's words, laid beside it; null if none has half of them. */
function findNear(text: string, blocks: readonly string[]): readonly QuotePiece[] | null {
  const words = new Set(tokenise(text).map(({ word }) => word));
  let best = { share: 0.5, block: '' };
  for (const [at, block] of blocks.entries()) {
    // A line or heading is looked at only if it may open the passage.
    if (shareOf(words, block) < 0.5) continue;
    for (const candidate of [block, joinFrom(blocks, at, text.length)]) {
      const theirs = new Set(tokenise(candidate).map(({ word }) => word));
      const shared = [...theirs].filter((word) => words.has(word)).length;
      const share = shared / Math.max(words.size, theirs.size, 1);
      if (share > best.share) best = { share, block: candidate };
    }
  }
  return best.block === '' ? null : compare(best.block, text);
}

/** Words of the block that the passage has, as a part of the block's own. */
function shareOf(words: ReadonlySet<string>, block: string): number {
  const theirs = tokenise(block);
  return theirs.filter(({ word }) => words.has(word)).length / Math.max(theirs.length, 1);
}

/** Blocks from one on, until they are about as long as the passage. */
function joinFrom(blocks: readonly string[], at: number, length: number): string {
  let joined = '';
  for (let i = at; i < blocks.length && joined.length < length * 0.95; i += 1) joined += ` ${blocks[i]}`;
  return joined.trim();
}

const KINDS = { same: 'same', removed: 'pasted', added: 'report' } as const;

function compare(pasted: string, held: string): readonly QuotePiece[] {
  const { pieces } = diffWords(pasted, held);
  return listPieceTexts(pieces, pasted, held).map(({ kind, text }) => ({
    kind: KINDS[kind],
    text: text.trim(),
  }));
}

/** Nobody needs to see both side by side, and laying them so would take for ever. */
function isFarLonger(text: string, held: string): boolean {
  return text.length > held.length * 5 + 5_000;
}

function normalise(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}
