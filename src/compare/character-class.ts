/** What a character is to a comparison's words. */
export const SPACE = 0;
/** Punctuation and signs: a token of its own. */
export const MARK = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** Joins two letters or digits between which it stands: `year’s`, `1,200`, `U.S`, `long-term`, `10:30`. */
export const JOINER = 4;
/** Not seen: soft hyphen, zero-width space, direction marks. Belongs to the word in which it stands. */
export const UNSEEN = 5;
/** A line break: the joint between two passages, a token of its own. */
export const BREAK = 6;

const CLASSES = classify();

export function characterClass(code: number): number {
  return CLASSES[code] ?? LETTER;
}

export function isWordClass(one: number): boolean {
  return one === LETTER || one === DIGIT;
}

/** One look-up a character is several times faster than asking a pattern. Halves of surrogate pairs are letters. */
function classify(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  const letter = /[\p{L}\p{M}\p{Co}\p{Cs}]/u;
  const digit = /\p{N}/u;
  const space = /[\s\u0085]/u;
  for (let code = 0; code < classes.length; code += 1) {
    const one = String.fromCharCode(code);
    classes[code] = space.test(one) ? SPACE : digit.test(one) ? DIGIT : letter.test(one) ? LETTER : MARK;
  }
  for (const one of "'’‘ʼ.,:-‐‑/&@_·") classes[one.charCodeAt(0)] = JOINER;
  for (const one of '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060') classes[one.charCodeAt(0)] = UNSEEN;
  classes[0x0a] = BREAK;
  return classes;
}
