import type { Mark, MarkKind } from '../domain/mark.ts';
import { BLOCK_ELEMENTS, CELL_ELEMENTS } from './element-kinds.ts';
import type { PageNode } from './page-tree.ts';

/**
 * A line of text with its marks. White space is collapsed; a line break inside the line is kept as "\n" until
 * the line is cut into passages.
 */
export interface InlineText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** White space that is not one plain space; to look is cheaper than to write the text anew. */
const UNEVEN_SPACE = /[^\S ]|\u0085| {2}/u;

const MARK_OF: Readonly<Record<string, Exclude<MarkKind, 'link'>>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  u: 'underline',
  ins: 'underline',
  sup: 'superscript',
  sub: 'subscript',
};

/** Gathers the text of inline nodes, collapsing white space across them. */
export class InlineTextBuilder {
  #text = '';
  #space = false;
  readonly #marks: Mark[] = [];
  readonly #resolveLink: (href: string) => string | null;

  /** @param resolveLink gives the address a link leads to, or null where it is not to be kept */
  constructor(resolveLink: (href: string) => string | null) {
    this.#resolveLink = resolveLink;
  }

  /** Adds an inline node with everything in it. Block elements are the caller's matter. */
  add(node: PageNode): void {
    if (node.kind === 'text') {
      this.#addText(node.text);
      return;
    }
    if (node.name === 'br') {
      this.#text += '\n';
      this.#space = false;
      return;
    }
    if (BLOCK_ELEMENTS.has(node.name)) return;
    if (CELL_ELEMENTS.has(node.name)) this.#space = true;
    const mark = this.openMark(node.name, node.href);
    for (const child of node.children) this.add(child);
    this.closeMark(mark);
    if (CELL_ELEMENTS.has(node.name)) this.#space = true;
  }

  /** Begins a mark; give what it returns to `closeMark`. Null where the element marks nothing. */
  openMark(name: string, href: string | null): OpenMark | null {
    const start = this.#text.length;
    if (name === 'a' && href !== null) {
      const address = this.#resolveLink(href);
      return address === null ? null : { kind: 'link', start, href: address };
    }
    const kind = MARK_OF[name];
    return kind === undefined ? null : { kind, start, href: '' };
  }

  closeMark(mark: OpenMark | null): void {
    if (mark === null) return;
    const end = this.#text.length;
    let { start } = mark;
    while (start < end && (this.#text[start] === ' ' || this.#text[start] === '\n')) start += 1;
    if (start === end) return;
    this.#marks.push(
      mark.kind === 'link' ? { kind: 'link', start, end, href: mark.href } : { kind: mark.kind, start, end },
    );
  }

  /** What was gathered; the builder is empty again. */
  take(): InlineText {
    const taken = trimInline({ text: this.#text, marks: joinMarks(this.#text, this.#marks) });
    this.#text = '';
    this.#space = false;
    this.#marks.length = 0;
    return taken;
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }

  #addText(raw: string): void {
    const collapsed = UNEVEN_SPACE.test(raw) ? raw.replace(/[\s\u0085]+/gu, ' ') : raw;
    if (collapsed === '') return;
    const leading = collapsed.startsWith(' ');
    const body = collapsed.trim();
    if (body === '') {
      this.#space = true;
      return;
    }
    if ((leading || this.#space) && this.#text !== '' && !this.#text.endsWith('\n')) this.#text += ' ';
    this.#text += body;
    this.#space = collapsed.endsWith(' ');
  }
}

/** A mark that has begun. */
export interface OpenMark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly href: string;
}

/** The part of a line between two offsets, trimmed, its marks moved along. */
export function sliceInline(line: InlineText, from: number, to: number): InlineText {
  const marks: Mark[] = [];
  for (const mark of line.marks) {
    const start = Math.max(mark.start, from);
    const end = Math.min(mark.end, to);
    if (end > start) marks.push({ ...mark, start: start - from, end: end - from });
  }
  return trimInline({ text: line.text.slice(from, to), marks });
}

/** The lines between line breaks; empty ones are dropped. */
export function splitAtBreaks(line: InlineText): InlineText[] {
  if (!line.text.includes('\n')) return line.text === '' ? [] : [line];
  const pieces: InlineText[] = [];
  let from = 0;
  for (const piece of line.text.split('\n')) {
    const cut = sliceInline(line, from, from + piece.length);
    if (cut.text !== '') pieces.push(cut);
    from += piece.length + 1;
  }
  return pieces;
}

/** Two lines as one, a space between them. */
export function joinInline(first: InlineText, second: InlineText): InlineText {
  if (first.text === '') return second;
  if (second.text === '') return first;
  const by = first.text.length + 1;
  return {
    text: `${first.text} ${second.text}`,
    marks: [
      ...first.marks,
      ...second.marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by })),
    ],
  };
}

function trimInline(line: InlineText): InlineText {
  const text = line.text.trim();
  if (text.length === line.text.length) return line;
  const cut = line.text.length - line.text.trimStart().length;
  const marks: Mark[] = [];
  for (const mark of line.marks) {
    const start = Math.max(0, mark.start - cut);
    const end = Math.min(text.length, mark.end - cut);
    if (end > start) marks.push({ ...mark, start, end });
  }
  return { text, marks };
}

/** Neighbouring marks of one kind with nothing but a space between them are one mark. */
function joinMarks(text: string, marks: readonly Mark[]): Mark[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Mark[] = [];
  for (const mark of sorted) {
    const at = joined.findLastIndex((one) => one.kind === mark.kind);
    const last = joined[at];
    const touching =
      last !== undefined && mark.start <= last.end + 1 && text.slice(last.end, mark.start).trim() === '';
    const sameLink = last?.kind !== 'link' || (mark.kind === 'link' && mark.href === last.href);
    if (last !== undefined && touching && sameLink)
      joined[at] = { ...last, end: Math.max(last.end, mark.end) };
    else joined.push(mark);
  }
  return joined;
}
