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

/** What may stand behind the last word of a sentence: closing marks and the number of a footnote. */
const TAIL = /^[)\]’'”"]{0,2}(?:\d{1,3}|[⁰¹²³⁴-⁹]{1,3}|\[\d{1,3}\])?(?=\s|$)/;

/** The number of a footnote right behind a closing quotation mark. */
const FOOTNOTE = /^(?:\d{1,3}(?=[\s.,;:)]|$)|[⁰¹²³⁴-⁹]{1,3}|\[\d{1,3}\])/;

/** Fewer words between quotation marks are a manner of speaking, and belong to the sentence around them. */
const FEWEST_QUOTED = 5;

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
  const findClosing = prepareClosings(text);
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const closing = PAIRS.get(text[at] ?? '');
    if (closing === undefined) continue;
    const end = findClosing(at + 1, closing);
    if (end === null) continue;
    if (isManner(text, at, end)) {
      at = end;
      continue;
    }
    if (at > from) stretches.push({ start: from, end: at, quoted: false });
    stretches.push({ start: at + 1, end, quoted: true });
    from = end + 1 + (FOOTNOTE.exec(text.slice(end + 1, end + 8))?.[0].length ?? 0);
    at = from - 1;
  }
  if (from < text.length) stretches.push({ start: from, end: text.length, quoted: false });
  return stretches;
}

/** Few words in quotation marks in the midst of a sentence: ‘the so-called "people’s court" sat’. */
function isManner(text: string, at: number, end: number): boolean {
  if (end - at > 80 || /[.!?]$/.test(text.slice(at, end))) return false;
  return text.slice(at, end).split(/\s+/).length < FEWEST_QUOTED;
}

/** Looks for each closing mark only once in every stretch of the text, however many open. */
function prepareClosings(text: string): (from: number, closing: string) => number | null {
  const known = new Map<string, number>();
  return (from, closing) => {
    let nearest: number | null = null;
    for (const mark of closing) {
      let at = known.get(mark) ?? -1;
      if (at < from) {
        const found = text.indexOf(mark, from);
        at = found === -1 ? text.length : found;
        known.set(mark, at);
      }
      if (at < Math.min(text.length, from + LONGEST_QUOTATION, nearest ?? text.length)) nearest = at;
    }
    return nearest;
  };
}

function cutSentences(text: string, start: number, end: number, quoted: boolean): PastedSentence[] {
  const sentences: PastedSentence[] = [];
  let from = start;
  const close = (to: number): void => {
    const raw = text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (/\p{L}/u.test(trimmed)) {
      sentences.push({ start: from + lead, end: from + lead + trimmed.length, text: trimmed, quoted });
    }
    from = to;
  };
  for (let at = start; at < end; at += 1) {
    const character = text[at] ?? '';
    if (character === '\n' && /^\n\s*\n/.test(text.slice(at, at + 20))) close(at);
    else if (/[.!?]/.test(character)) {
      const tail = findEnd(text, from, at, end);
      if (tail !== null) {
        close(tail);
        at = tail - 1;
      }
    }
  }
  close(end);
  return sentences;
}

/** Where a sentence ends whose last full stop stands at `at`, footnote number included; null if it goes on. */
function findEnd(text: string, from: number, at: number, end: number): number | null {
  if (at + 1 >= end) return end;
  const tail = TAIL.exec(text.slice(at + 1, Math.min(end, at + 10)));
  if (tail === null) return null;
  const behind = text.slice(at + 1 + tail[0].length, at + 50).trimStart();
  // In lower case it goes on; ". . ." marks an omission.
  if (/^[\p{Ll}.]/u.test(behind)) return null;
  if (text[at] === '.' && ABBREVIATION.test(text.slice(Math.max(from, at - 12), at + 1))) return null;
  return at + 1 + tail[0].length;
}
