/** A piece of a typed query. */
export type QueryPiece =
  | { readonly kind: 'open' | 'close' | 'minus' }
  | { readonly kind: 'operator'; readonly operator: 'AND' | 'OR' | 'NOT' }
  /** The distance as typed, however great. */
  | { readonly kind: 'near'; readonly distance: number }
  /** `heading:` before a parenthesis, a phrase or a word. */
  | { readonly kind: 'heading' }
  | { readonly kind: 'filter'; readonly name: string; readonly value: string }
  | { readonly kind: 'word'; readonly text: string; readonly prefix: boolean }
  | { readonly kind: 'phrase'; readonly text: string; readonly prefix: boolean; readonly closed: boolean };

/** What may stand before a colon, and what it means; all else before a colon is text. */
const FILTER_NAMES: ReadonlyMap<string, 'year' | 'area' | 'topic' | 'section'> = new Map([
  ['year', 'year'],
  ['years', 'year'],
  ['edition', 'year'],
  ['editions', 'year'],
  ['area', 'area'],
  ['areas', 'area'],
  ['country', 'area'],
  ['countries', 'area'],
  ['region', 'area'],
  ['regions', 'area'],
  ['topic', 'topic'],
  ['topics', 'topic'],
  ['section', 'section'],
  ['sections', 'section'],
]);

const QUOTES = '"“”„‟«»';
const DEFAULT_DISTANCE = 10;
export const MOST_DISTANCE = 200;

/** Cuts what was typed into its pieces. Nothing is refused here. */
export function readCharacters(typed: string): QueryPiece[] {
  const pieces: QueryPiece[] = [];
  let at = 0;
  const isBreak = (character: string): boolean => /[\s()]/u.test(character) || QUOTES.includes(character);
  const readPhrase = (): QueryPiece => {
    const start = at + 1;
    let end = start;
    while (end < typed.length && !QUOTES.includes(typed[end] ?? '')) end += 1;
    const closed = end < typed.length;
    at = closed ? end + 1 : end;
    const text = typed.slice(start, end);
    const behind = typed[at] === '*';
    if (behind) at += 1;
    // `"freedom of exp*"` is what other searches have people write for `"freedom of exp"*`.
    const within = /[^\s*]\*$/u.test(text);
    return { kind: 'phrase', text: within ? text.slice(0, -1) : text, prefix: behind || within, closed };
  };
  while (at < typed.length) {
    const character = typed[at] ?? '';
    if (/\s/u.test(character)) {
      at += 1;
    } else if (character === '(' || character === ')') {
      pieces.push({ kind: character === '(' ? 'open' : 'close' });
      at += 1;
    } else if (QUOTES.includes(character)) {
      pieces.push(readPhrase());
    } else if (character === '-' && isStart(typed, at) && !/[\s-]/u.test(typed[at + 1] ?? ' ')) {
      pieces.push({ kind: 'minus' });
      at += 1;
    } else {
      const start = at;
      while (at < typed.length && !isBreak(typed[at] ?? '')) at += 1;
      const chunk = typed.slice(start, at);
      const field = /^([a-z]+):(.*)$/isu.exec(chunk);
      const name = field?.[1]?.toLowerCase() ?? '';
      const rest = field?.[2] ?? '';
      if (name === 'heading' || name === 'headings') {
        pieces.push({ kind: 'heading' });
        if (rest !== '') pieces.push(readWord(rest));
      } else if (FILTER_NAMES.has(name)) {
        const quoted = rest === '' && QUOTES.includes(typed[at] ?? ' ') ? readPhrase() : null;
        const value = quoted?.kind === 'phrase' ? quoted.text : rest;
        pieces.push({ kind: 'filter', name: FILTER_NAMES.get(name) ?? name, value });
      } else {
        pieces.push(readChunk(chunk));
      }
    }
  }
  return pieces;
}

function isStart(typed: string, at: number): boolean {
  return at === 0 || /[\s(]/u.test(typed[at - 1] ?? ' ');
}

function readChunk(chunk: string): QueryPiece {
  if (chunk === 'AND' || chunk === 'OR' || chunk === 'NOT') return { kind: 'operator', operator: chunk };
  const near = /^NEAR(?:\/(\d+))?$/.exec(chunk);
  if (near !== null) return { kind: 'near', distance: Number(near[1] ?? DEFAULT_DISTANCE) };
  return readWord(chunk);
}

function readWord(text: string): QueryPiece {
  return text.endsWith('*')
    ? { kind: 'word', text: text.slice(0, -1), prefix: true }
    : { kind: 'word', text, prefix: false };
}
