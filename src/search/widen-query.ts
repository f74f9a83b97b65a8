import { assertNever } from '../domain/assert-never.ts';
import type { AndNode, OrNode, QueryNode, Term } from '../domain/query.ts';
import { formatQuery, formatTerm } from '../domain/query.ts';
import type { SpellingGroup } from '../domain/spelling.ts';
import { dropCovered, type FormIndex, indexForms, isCovered, termOf } from './related-forms.ts';

/** What a related spelling added to a search. */
export interface Widening {
  readonly group: string;
  /** As typed: `labor`. */
  readonly typed: string;
  /** What was searched as well, as the file of spellings writes it. */
  readonly added: readonly string[];
}

/** The words of a library. */
export interface HeldWords {
  /** @param form `stem`: the word or another with its stem; `exact`: the word itself */
  has(word: string, form: 'stem' | 'exact'): boolean;
}

/** Adds related spellings to a query: to words as typed, never to what stands in quotation marks or has an asterisk. */
export interface SpellingIndex {
  /** @param held forms with a word that no passage has are not added; null: all are */
  widen(
    tree: QueryNode,
    held?: HeldWords | null,
  ): { readonly tree: QueryNode; readonly widenings: readonly Widening[] };
}

export function indexSpellings(groups: readonly SpellingGroup[]): SpellingIndex {
  const forms = indexForms(groups);
  return {
    widen(tree, held = null) {
      const widener = new Widener(forms, held);
      return { tree: widener.widen(tree), widenings: widener.widenings };
    },
  };
}

class Widener {
  readonly widenings: Widening[] = [];
  readonly #forms: FormIndex;
  readonly #held: HeldWords | null;

  constructor(forms: FormIndex, held: HeldWords | null) {
    this.#forms = forms;
    this.#held = held;
  }

  widen(node: QueryNode): QueryNode {
    switch (node.kind) {
      case 'term':
        return joinOr([node, ...this.#findRelated([node], [])]);
      case 'near':
        return { ...node, left: this.#widenTerms(node.left), right: this.#widenTerms(node.right) };
      case 'or':
        return this.#widenOr(node);
      case 'and':
        return this.#widenAnd(node);
      case 'not':
        return { kind: 'not', node: this.widen(node.node) };
      case 'filter':
        return node;
      default:
        return assertNever(node);
    }
  }

  /** What one of several adds and another has typed is not added. */
  #widenTerms(terms: readonly Term[]): readonly Term[] {
    const all = [...terms];
    for (const term of terms) all.push(...this.#findRelated([term], all));
    return all;
  }

  #widenOr({ nodes }: OrNode): QueryNode {
    const terms = nodes.filter((node) => node.kind === 'term');
    const added = this.#widenTerms(terms).slice(terms.length);
    return joinOr([...nodes.map((node) => (node.kind === 'term' ? node : this.widen(node))), ...added]);
  }

  /** Words typed in a row may together be a form: `female genital mutilation`. The longest row counts. */
  #widenAnd({ nodes }: AndNode): QueryNode {
    const widened: QueryNode[] = [];
    for (let i = 0; i < nodes.length; ) {
      const [found, taken] = this.#widenRow(takeRow(nodes, i, this.#forms.longest));
      const node = nodes[i];
      if (found !== null) widened.push(found);
      else if (node !== undefined) widened.push(this.widen(node));
      i += taken;
    }
    const [only, ...more] = widened;
    return only !== undefined && more.length === 0 ? only : { kind: 'and', nodes: widened };
  }

  #widenRow(row: readonly Term[]): readonly [found: QueryNode | null, taken: number] {
    for (let size = row.length; size > 1; size -= 1) {
      const part = row.slice(0, size);
      const added = this.#findRelated(part, []);
      if (added.length === 0) continue;
      // Each word of the row keeps its own related spellings.
      const words: QueryNode = { kind: 'and', nodes: part.map((term) => this.widen(term)) };
      return [joinOr([words, ...added]), size];
    }
    return [null, 1];
  }

  /** @param beside terms of which any is enough for a hit, so that what they find need not be added */
  #findRelated(terms: readonly Term[], beside: readonly Term[]): Term[] {
    const [first] = terms;
    if (first === undefined || terms.some(({ form, prefix }) => form !== 'stem' || prefix)) return [];
    const group = this.#forms.find(terms.flatMap(({ words }) => words));
    const added = dropCovered(
      group.filter(
        (form) =>
          !isCovered(form, terms) &&
          !beside.some((term) => term.field === first.field && isCovered(form, [term])) &&
          form.words.every((word) => this.#held?.has(word, form.exact ? 'exact' : 'stem') ?? true),
      ),
    );
    const [some] = added;
    if (some === undefined) return [];
    this.widenings.push({
      group: some.group.id,
      typed: terms.map((term) => formatTerm({ ...term, field: 'text' })).join(' '),
      added: added.map(({ text }) => text),
    });
    return added.map((form) => termOf(form, first.field));
  }
}

/** Terms that stand in a row in one field and have no quotation marks or asterisk, from a place on. */
function takeRow(nodes: readonly QueryNode[], from: number, most: number): Term[] {
  const row: Term[] = [];
  for (const node of nodes.slice(from, from + most)) {
    if (node.kind !== 'term' || node.form !== 'stem' || node.field !== (row[0]?.field ?? node.field)) break;
    row.push(node);
  }
  return row;
}

/** One of these; ORs among them are opened up, and what stands there twice stands once. */
function joinOr(nodes: readonly QueryNode[]): QueryNode {
  const seen = new Set<string>();
  const flat = nodes
    .flatMap((node) => (node.kind === 'or' ? node.nodes : [node]))
    .filter((node) => {
      const written = formatQuery(node);
      return !seen.has(written) && seen.add(written);
    });
  const [only, ...more] = flat;
  return only !== undefined && more.length === 0 ? only : { kind: 'or', nodes: flat };
}
