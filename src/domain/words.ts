/**
 * White space between words: what HTML and Unicode call space, the no-break, thin and narrow no-break spaces
 * included. Zero-width space, left-to-right mark and soft hyphen are not white space: they belong to the word
 * in which they stand.
 */
const WHITE_SPACE = /[\s\u0085]+/u;
/** White space that is not one plain space. */
const UNEVEN_SPACE = /[^\S ]|\u0085| {2}/u;
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
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const space = code === 0x20 || ((code < 0x20 || code >= 0x80) && WHITE_SPACE.test(text[at] ?? ''));
    if (!space && !inWord) count += 1;
    inWord = !space;
  }
  return count;
}

/** The text with every run of white space as one plain space and none at its ends. Its words are unchanged. */
export function collapseSpace(text: string): string {
  // Most of what is read is clean already, and to look is cheaper than to write anew.
  if (!UNEVEN_SPACE.test(text)) return text.trim();
  return text.replace(WHITE_SPACE_RUNS, ' ').trim();
}
