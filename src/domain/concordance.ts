import type { ReportHead } from './report.ts';
import type { TextRange } from './search-answer.ts';
import type { SectionKey } from './section.ts';
import { foldText } from './slug.ts';
import { splitWords } from './words.ts';

/** A match in its line: what stands before and behind it in its passage. */
export interface ConcordanceLine {
  readonly report: ReportHead;
  readonly section: SectionKey;
  /** The passage's place in its section. */
  readonly number: number;
  readonly left: string;
  readonly match: string;
  readonly right: string;
}

/** `place`: as the hits are ordered; `left`, `right`: by the words before or behind the match, the nearest first. */
export type ConcordanceSort = 'place' | 'left' | 'right';

export const CONCORDANCE_SORTS: readonly ConcordanceSort[] = ['place', 'left', 'right'];

/** Words shown on either side. */
export const CONTEXT_WORDS = 20;

/** Cuts a text at a match, with at most `CONTEXT_WORDS` words on either side; the ends are cut at spaces. */
export function cutLine(
  text: string,
  { start, end }: TextRange,
): Pick<ConcordanceLine, 'left' | 'match' | 'right'> {
  return {
    left: lastWords(text.slice(0, start)),
    match: text.slice(start, end),
    right: firstWords(text.slice(end)),
  };
}

/** Puts lines in order by their words on one side; those that are equal there stay as they were. */
export function sortLines(lines: readonly ConcordanceLine[], sort: 'left' | 'right'): ConcordanceLine[] {
  const keyed = lines.map((line) => ({ line, key: sortKey(line[sort], sort) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ line }) => line);
}

/** Words without case, diacritics and punctuation, the nearest to the match first. */
function sortKey(side: string, sort: 'left' | 'right'): string {
  const words = splitWords(foldText(side).replace(/[^\p{L}\p{N}\s]+/gu, ' '));
  return (sort === 'left' ? words.reverse() : words).join(' ');
}

function firstWords(text: string): string {
  let at = 0;
  for (let words = 0; words < CONTEXT_WORDS && at < text.length; words += 1) {
    const space = text.indexOf(' ', at + 1);
    if (space === -1) return text;
    at = space;
  }
  return text.slice(0, at);
}

function lastWords(text: string): string {
  let at = text.length;
  for (let words = 0; words < CONTEXT_WORDS && at > 0; words += 1) {
    const space = text.lastIndexOf(' ', at - 2);
    if (space === -1) return text;
    at = space + 1;
  }
  return text.slice(at);
}
