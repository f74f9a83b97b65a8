import type { TextRange } from './search-answer.ts';

/** Texts only a little longer than asked for are shown whole: a cut would save nothing. */
const WORTH_CUTTING = 1.3;
/** Windows with less between them become one, and ends of the text nearer than that are shown. */
const NEAR = 40;
const MOST_WINDOWS = 3;

/**
 * Which stretches of a long text to show so that what was found in it can be read: around as many different words
 * found as there is room for. In order, apart from each other; cut between words. The whole text, if it is short.
 * @param ranges what was found, in order
 * @param most about so many characters
 */
export function chooseWindows(text: string, ranges: readonly TextRange[], most: number): TextRange[] {
  if (text.length <= most * WORTH_CUTTING) return [{ start: 0, end: text.length }];
  const centres = ranges.length === 0 ? [{ start: 0, end: 0 }] : chooseCentres(text, ranges, most);
  const around = Math.floor(most / (2 * centres.length));
  const windows = centres
    .map(({ start, end }) => {
      // What one end of the text leaves unused is given to the other side.
      const before = Math.min(start, Math.max(around, 2 * around - (text.length - end)));
      const from = start - before;
      const to = Math.min(text.length, end + Math.max(around, 2 * around - before));
      return { start: from <= NEAR ? 0 : from, end: text.length - to <= NEAR ? text.length : to };
    })
    .map(({ start, end }) => ({
      start: start === 0 ? 0 : wordStart(text, start),
      end: end === text.length ? end : wordEnd(text, end),
    }))
    .sort((a, b) => a.start - b.start);
  return merge(windows);
}

/** Those of the ranges that show the most different words together; a window that shows none anew is not taken. */
function chooseCentres(text: string, ranges: readonly TextRange[], most: number): TextRange[] {
  const reach = Math.floor(most / (2 * MOST_WINDOWS));
  const words = ranges.map(({ start, end }) => text.slice(start, end).toLowerCase());
  const shown = new Set<string>();
  const centres: TextRange[] = [];
  while (centres.length < MOST_WINDOWS) {
    let best: { readonly centre: TextRange; readonly fresh: ReadonlySet<string> } | null = null;
    for (let i = 0; i < ranges.length; i += 1) {
      const centre = ranges[i];
      if (centre === undefined) break;
      const fresh = new Set<string>();
      for (let j = i; (ranges[j]?.start ?? Number.POSITIVE_INFINITY) <= centre.end + reach; j += 1) {
        const word = words[j] ?? '';
        if (!shown.has(word)) fresh.add(word);
      }
      if (fresh.size > (best?.fresh.size ?? 0)) best = { centre, fresh };
    }
    if (best === null) return centres;
    centres.push(best.centre);
    for (const word of best.fresh) shown.add(word);
  }
  return centres;
}

function merge(windows: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const window of windows) {
    const open = merged.at(-1);
    if (open !== undefined && window.start <= open.end + NEAR) {
      merged[merged.length - 1] = { start: open.start, end: Math.max(open.end, window.end) };
    } else merged.push(window);
  }
  return merged;
}

/** Back to where the word begins; a word without end is cut, but never inside a character. */
function wordStart(text: string, at: number): number {
  const space = text.slice(Math.max(0, at - NEAR), at).search(/\S+$/u);
  const start = space === -1 ? at : Math.max(0, at - NEAR) + space;
  return isInsidePair(text, start) ? start - 1 : start;
}

function wordEnd(text: string, at: number): number {
  const rest = /^\S+/u.exec(text.slice(at, at + NEAR))?.[0] ?? '';
  const end = /\s/u.test(text.charAt(at - 1)) ? at - 1 : at + rest.length;
  return isInsidePair(text, end) ? end + 1 : end;
}

function isInsidePair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
}
