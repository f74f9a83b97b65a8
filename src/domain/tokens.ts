/** A word of a text as a search sees it, and where it stands. */
export interface Token {
  /** Lower case, without diacritics. */
  readonly word: string;
  /** UTF-16 offsets into the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * What a search takes for one word: letters and digits, with the marks on Latin letters, as the `unicode61` tokenizer
 * of SQLite's FTS5 with `remove_diacritics 2` cuts a text; it counts what is not assigned as letters, and
 * signs of currencies that came after its day.
 * A test proves the two alike on every word of the real pages, another on every character of the living scripts.
 */
const LETTER = '\\p{L}\\p{N}\\p{Co}\\p{Cn}\\u20BA-\\u20C0';
const LATIN_MARK =
  '\\u0300-\\u0304\\u0306-\\u030C\\u030F\\u0311\\u031B\\u0323-\\u0328\\u032D\\u032E\\u0330\\u0331';
const WORD = new RegExp(`[${LETTER}][${LETTER}${LATIN_MARK}]*`, 'gu');

/** The words of a text with their places. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = foldWord(match[0]);
    if (word !== '') tokens.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** The words of a text alone. */
export function tokenWords(text: string): string[] {
  return (text.match(WORD) ?? []).map(foldWord).filter((word) => word !== '');
}

function foldWord(word: string): string {
  if (isPlain(word)) return word.toLowerCase();
  let folded = '';
  for (const character of word) folded += foldCharacter(character);
  return folded;
}

/** Latin letters lose their marks, other letters keep them; character by character, so that no context counts. */
function foldCharacter(character: string): string {
  const before = folds.get(character);
  if (before !== undefined) return before;
  const base = character.normalize('NFD').charAt(0);
  const folded = /\p{M}/u.test(character)
    ? ''
    : /[a-z]/i.test(base)
      ? base.toLowerCase()
      : (VARIANTS.get(character) ?? character.toLowerCase());
  if (folds.size < 4_096) folds.set(character, folded);
  return folded;
}

const folds = new Map<string, string>();

/** Letters that Unicode's simple case folding joins and its lower case does not. */
const VARIANTS: ReadonlyMap<string, string> = new Map([
  ['µ', 'μ'],
  ['ſ', 's'],
  ['ς', 'σ'],
]);

function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i += 1) if (word.charCodeAt(i) > 0x7f) return false;
  return true;
}
