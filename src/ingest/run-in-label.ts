import type { InlineText } from './inline-text.ts';

/** A label with which a passage opens. */
export interface RunInLabel {
  /** Without its colon. */
  readonly label: string;
  /** True if the page marks it as a label; false if only its words and its colon show it. */
  readonly marked: boolean;
}

const LONGEST_LABEL = 140;

/**
 * Finds the label a passage opens with. Bold or underlined words before a colon are a label; words in italics or
 * without markup only if `isKnownLabel` knows them, since a bare "X:" is often no label at all.
 */
export function findRunInLabel(
  line: InlineText,
  isKnownLabel: (words: string) => boolean,
): RunInLabel | null {
  const { text } = line;
  const colon = text.slice(0, LONGEST_LABEL).indexOf(':');
  if (colon < 2) return null;
  const label = text.slice(0, colon).trim();
  if (/[.?!;]\s/u.test(label)) return null;
  const opening = line.marks.find(
    ({ kind, start }) => start === 0 && (kind === 'strong' || kind === 'underline'),
  );
  if (opening !== undefined) {
    // The colon stands inside the marked words or right behind them.
    const behind = text.slice(opening.end, colon).trim();
    const atLabel = colon < opening.end || behind === '';
    if (atLabel && (isKnownLabel(label) || mayBeLabel(label))) return { label, marked: true };
  }
  if (!isKnownLabel(label)) return null;
  return { label, marked: false };
}

/** True if most words are written as in a title; short labels count as titles. */
export function looksLikeTitle(words: string): boolean {
  const long = words.split(/[\s/-]+/u).filter((word) => word.length > 4);
  if (long.length <= 1) return true;
  return long.filter((word) => /^\p{Lu}/u.test(word)).length * 2 >= long.length;
}

/** Marked words before a colon that are no label: a sentence in bold, an address. */
function mayBeLabel(words: string): boolean {
  return looksLikeTitle(words) && words.split(' ').length <= 14 && !/\bhttps?$/iu.test(words);
}
