import type { PastedSentence } from '../domain/quote-check.ts';

/** Quotation marks that open, and those that close each. A straight one may be either. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['"', '"'],
  ['«', '»'],
  ['„', '“”'],
]);

/** Longer than any passage: a mark without its partner must not swallow a page. */
const LONGEST_QUOTATION = 6_000;

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|No|Art|Sec|Inc|Ltd|Co|Corp|vs|v|e\.g|i\.e|etc|approx|U\.S|U\.N|U\.K)\.$/;

/** Cuts a text into sentences; what stands between quotation marks is cut by itself. Linear in the text's length. */
export function splitSentences(text: string): PastedSentence[] {
  return cutQuotations(text).flatMap(({ start, end, quoted }) => cutSentences(text, start, end, quoted));
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

function cutQuotations(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const closing = PAIRS.get(text[at] ?? '');
    if (closing === undefined) continue;
    const end = findClosing(text, at + 1, closing);
    if (end === null) continue;
    if (at > from) stretches.push({ start: from, end: at, quoted: false });
    stretches.push({ start: at + 1, end, quoted: true });
    from = end + 1;
    at = end;
  }
  if (from < text.length) stretches.push({ start: from, end: text.length, quoted: false });
  return stretches;
}

function findClosing(text: string, from: number, closing: string): number | null {
  const limit = Math.min(text.length, from + LONGEST_QUOTATION);
  for (let at = from; at < limit; at += 1) if (closing.includes(text[at] ?? '')) return at;
  return null;
}

function cutSentences(text: string, start: number, end: number, quoted: boolean): PastedSentence[] {
  const sentences: PastedSentence[] = [];
  let from = start;
  const close = (to: number): void => {
    const raw = text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (/[\p{L}\p{N}]/u.test(trimmed)) {
      sentences.push({ start: from + lead, end: from + lead + trimmed.length, text: trimmed, quoted });
    }
    from = to;
  };
  for (let at = start; at < end; at += 1) {
    const character = text[at] ?? '';
    if (character === '\n' && /\n\s*\n/.test(text.slice(at, at + 20))) close(at);
    else if (/[.!?]/.test(character) && isSentenceEnd(text, from, at, end)) close(at + 1);
  }
  close(end);
  return sentences;
}

function isSentenceEnd(text: string, from: number, at: number, end: number): boolean {
  if (at + 1 >= end) return true;
  const next = text.slice(at + 1, at + 4);
  // A closing bracket or footnote number may stand behind the full stop.
  if (!/^[)\]]?\d{0,2}\s/.test(next)) return false;
  const behind = text.slice(at + 1, at + 40).trimStart();
  if (/^\p{Ll}/u.test(behind)) return false;
  return text[at] !== '.' || !ABBREVIATION.test(text.slice(Math.max(from, at - 12), at + 1));
}
