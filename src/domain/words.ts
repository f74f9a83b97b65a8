/**
 * White space between words: what HTML and Unicode call space, the no-break, thin and narrow no-break spaces
 * included. Zero-width space, left-to-right mark and soft hyphen are not white space: they belong to the word
 * in which they stand.
 */
const WHITE_SPACE = /[\s\u0085]+/u;
const WHITE_SPACE_RUNS = /[\s\u0085]+/gu;

// \s contains U+FEFF, which is no white space in Unicode's sense; the pages hold none, and a byte-order mark
// between words is better a boundary than a letter.

/** The words of a text, in order: its tokens between white space. */
export function splitWords(text: string): string[] {
  return text.split(WHITE_SPACE).filter((word) => word !== '');
}

/** How many words a text has. */
export function countWords(text: string): number {
  let count = 0;
  for (const word of text.split(WHITE_SPACE)) if (word !== '') count += 1;
  return count;
}

/** The text with every run of white space as one plain space and none at its ends. Its words are unchanged. */
export function collapseSpace(text: string): string {
  return text.replace(WHITE_SPACE_RUNS, ' ').trim();
}
