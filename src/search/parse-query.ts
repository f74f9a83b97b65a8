import type { FilterField, Near, QueryNode, Term } from '../domain/query.ts';
import { tokenWords } from '../domain/tokens.ts';
import { hoistFilters, join } from './hoist-filters.ts';
import { MOST_DISTANCE, type QueryPiece, readCharacters } from './read-characters.ts';

/** What a typed query means. */
export interface ParsedQuery {
  /** Null if nothing is left to look for. */
  readonly tree: QueryNode | null;
  /** Filters that hold for the whole query, taken out of the tree: `area:mali`, and what is made of such alone. */
  readonly filters: readonly QueryNode[];
  /** What was read otherwise than it was typed, in sentences. */
  readonly notes: readonly string[];
  /** What keeps it from being searched, in sentences. */
  readonly problems: readonly string[];
}

export const MOST_QUERY_CHARACTERS = 2_000;
export const MOST_TERMS = 48;
const MOST_DEPTH = 30;
const SHORTEST_PREFIX = 2;

/**
 * Reads a query. `words` must all stand; `"phrases"`; `OR`, `AND`, `NOT`, `-word`, parentheses; `NEAR/5`;
 * `prefix*`; `heading:`; filters. OR binds loosest, then AND, then NOT, then NEAR. Never throws, and takes time in
 * proportion to what was typed.
 */
export function parseQuery(typed: string): ParsedQuery {
  if (typed.length > MOST_QUERY_CHARACTERS) {
    const problem = `The query has ${typed.length} characters; at most ${MOST_QUERY_CHARACTERS} can be searched.`;
    return { tree: null, filters: [], notes: [], problems: [problem] };
  }
  const parser = new Parser(readCharacters(typed.normalize('NFC')));
  const { tree, filters } = hoistFilters(parser.parse());
  if (parser.terms > MOST_TERMS) {
    parser.problems.push(
      `The query has ${parser.terms} words and filters; at most ${MOST_TERMS} can be searched at once.`,
    );
  }
  if (
    tree === null &&
    filters.length === 0 &&
    parser.problems.length === 0 &&
    /[^\s\p{Cc}\p{Cf}]/u.test(typed)
  ) {
    parser.problems.push(
      'No word that can be looked for stands in the query: type a word or a phrase, or nothing for all passages under the filters.',
    );
  }
  return { tree, filters, notes: [...new Set(parser.notes)], problems: [...new Set(parser.problems)] };
}

class Parser {
  readonly notes: string[] = [];
  readonly problems: string[] = [];
  terms = 0;
  readonly #pieces: readonly QueryPiece[];
  #at = 0;
  #depth = 0;
  #inHeading = false;

  constructor(pieces: readonly QueryPiece[]) {
    this.#pieces = pieces;
  }

  parse(): QueryNode | null {
    const nodes: QueryNode[] = [];
    for (;;) {
      const node = this.#readOr();
      if (node !== null) nodes.push(node);
      if (this.#peek() === null) return join('and', nodes);
      this.notes.push('A closing parenthesis without an opening one was passed over.');
      this.#at += 1;
    }
  }

  #peek(): QueryPiece | null {
    return this.#pieces[this.#at] ?? null;
  }

  #isOperator(operator: 'AND' | 'OR' | 'NOT'): boolean {
    const piece = this.#peek();
    return piece?.kind === 'operator' && piece.operator === operator;
  }

  #readOr(): QueryNode | null {
    const nodes: QueryNode[] = [];
    const first = this.#readAnd();
    if (first !== null) nodes.push(first);
    while (this.#isOperator('OR')) {
      this.#at += 1;
      const next = this.#readAnd();
      if (next === null || nodes.length === 0) this.#noteDangling('OR');
      if (next !== null) nodes.push(next);
    }
    return join('or', nodes);
  }

  #readAnd(): QueryNode | null {
    const nodes: QueryNode[] = [];
    for (;;) {
      if (this.#isOperator('AND')) {
        this.#at += 1;
        if (nodes.length === 0 || !this.#startsOperand()) this.#noteDangling('AND');
      }
      if (this.#isOperator('AND')) continue;
      if (!this.#startsOperand()) return join('and', nodes);
      const node = this.#readNot();
      if (node !== null) nodes.push(node);
    }
  }

  #startsOperand(): boolean {
    const piece = this.#peek();
    return (
      piece !== null && piece.kind !== 'close' && !(piece.kind === 'operator' && piece.operator !== 'NOT')
    );
  }

  #readNot(): QueryNode | null {
    let denied = false;
    let count = 0;
    for (let piece = this.#peek(); ; piece = this.#peek()) {
      if (piece?.kind !== 'minus' && !this.#isOperator('NOT')) break;
      denied = !denied;
      count += 1;
      this.#at += 1;
    }
    const node = this.#startsOperand() ? this.#readNear() : null;
    if (node === null && count > 0) this.#noteDangling('NOT');
    if (node === null || !denied) return node;
    // What is denied twice stands, in parentheses too.
    return node.kind === 'not' ? node.node : { kind: 'not', node };
  }

  #readNear(): QueryNode | null {
    const nodes: QueryNode[] = [];
    let left = this.#readOperand();
    for (let piece = this.#peek(); piece?.kind === 'near'; piece = this.#peek()) {
      const { distance } = piece;
      this.#at += 1;
      const starts = this.#startsOperand() && this.#peek()?.kind !== 'near' && !this.#isOperator('NOT');
      const right = starts && this.#peek()?.kind !== 'minus' ? this.#readOperand() : null;
      if (left === null || right === null) {
        this.#noteDangling('NEAR');
        left = left ?? right;
        continue;
      }
      const near = this.#joinNear(left, right, distance);
      if (near === null) nodes.push(left);
      else nodes.push(near);
      left = near === null ? right : { kind: 'and', nodes: [] };
      this.#lastRight = right;
    }
    // A chain is read pair by pair: the right of one pair is the left of the next.
    if (left !== null && !(left.kind === 'and' && left.nodes.length === 0)) nodes.push(left);
    this.#lastRight = null;
    return join('and', nodes);
  }

  /** The right side of the pair read last in a chain of NEARs. */
  #lastRight: QueryNode | null = null;

  #joinNear(left: QueryNode, right: QueryNode, distance: number): Near | null {
    const isChained = left.kind === 'and' && left.nodes.length === 0;
    const lefts = termsOf(isChained ? this.#lastRight : left);
    const rights = termsOf(right);
    const field = lefts?.[0]?.field;
    if (
      lefts === null ||
      rights === null ||
      ![...lefts, ...rights].every((term) => term.field === 'text' && term.field === field)
    ) {
      this.notes.push(
        'NEAR stands between words, phrases, or words joined by OR in parentheses, in the text; elsewhere it was read as AND.',
      );
      return null;
    }
    if (distance > MOST_DISTANCE) {
      this.notes.push(`NEAR takes ${MOST_DISTANCE} words at most; a greater distance was read as that.`);
    }
    return { kind: 'near', left: lefts, right: rights, distance: Math.min(distance, MOST_DISTANCE) };
  }

  #readOperand(): QueryNode | null {
    const piece = this.#peek();
    if (piece === null) return null;
    this.#at += 1;
    switch (piece.kind) {
      case 'open':
        return this.#readGroup();
      case 'heading': {
        const next = this.#peek();
        const takes = next?.kind === 'word' || next?.kind === 'phrase' || next?.kind === 'open';
        if (!takes) {
          this.notes.push('heading: stands before a word or phrase; here it was passed over.');
          return null;
        }
        const outside = this.#inHeading;
        this.#inHeading = true;
        const node = this.#readOperand();
        this.#inHeading = outside;
        return node;
      }
      case 'filter':
        if (piece.value.trim() === '') {
          this.notes.push(`${piece.name}: stands without a value and was passed over.`);
          return null;
        }
        this.terms += 1;
        return { kind: 'filter', field: piece.name as FilterField, value: piece.value.trim() };
      case 'word':
      case 'phrase':
        return this.#readTerm(piece);
      case 'near':
        this.#noteDangling('NEAR');
        return null;
      default:
        return null;
    }
  }

  #readGroup(): QueryNode | null {
    if (this.#depth >= MOST_DEPTH) {
      this.problems.push(`Parentheses stand inside one another more than ${MOST_DEPTH} deep.`);
      this.#at = this.#pieces.length;
      return null;
    }
    this.#depth += 1;
    const node = this.#readOr();
    this.#depth -= 1;
    if (this.#peek()?.kind === 'close') this.#at += 1;
    else this.notes.push('A parenthesis was left open; it was closed at the end.');
    return node;
  }

  #readTerm(piece: QueryPiece & { readonly kind: 'word' | 'phrase' }): Term | null {
    const words = tokenWords(piece.text);
    const quoted = piece.kind === 'phrase';
    if (quoted && !piece.closed) this.notes.push('A quotation mark was left open; it was closed at the end.');
    if (words.length === 0) {
      const shown = piece.text
        .slice(0, 40)
        .replace(/[\p{C}\s]+/gu, ' ')
        .trim();
      this.notes.push(
        `${shown === '' ? 'What is' : `“${shown}” is`} no word that can be looked for; it was passed over.`,
      );
      return null;
    }
    this.terms += words.length;
    if (piece.text.includes('*')) {
      this.notes.push('An asterisk stands for the end of a word only; elsewhere it was read as a space.');
    }
    if (piece.prefix && (words.at(-1) ?? '').length < SHORTEST_PREFIX) {
      this.problems.push(
        `“${words.at(-1)}*” is too short: give at least ${SHORTEST_PREFIX} letters before the asterisk.`,
      );
      return null;
    }
    return {
      kind: 'term',
      field: this.#inHeading ? 'heading' : 'text',
      form: quoted || piece.prefix ? 'exact' : 'stem',
      words,
      prefix: piece.prefix,
    };
  }

  #noteDangling(operator: string): void {
    this.notes.push(`${operator} stands without a word beside it; it was passed over.`);
  }
}

function termsOf(node: QueryNode | null): readonly Term[] | null {
  if (node === null) return null;
  if (node.kind === 'term') return [node];
  if (node.kind !== 'or') return null;
  const terms = node.nodes.filter((one) => one.kind === 'term');
  return terms.length === node.nodes.length ? terms : null;
}
