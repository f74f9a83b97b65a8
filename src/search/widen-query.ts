import type { QueryNode, Term } from '../domain/query.ts';
import { formatTerm } from '../domain/query.ts';
import type { SpellingGroup } from '../domain/spelling.ts';
import { tokenWords } from '../domain/tokens.ts';
import { stem } from './stem.ts';

/** What a related spelling added to a search. */
export interface Widening {
  readonly group: string;
  /** As typed: `labor`. */
  readonly typed: string;
  /** What was searched as well. */
  readonly added: readonly string[];
}

/** Adds related spellings to a query: to words as typed, never to what stands in quotation marks or has an asterisk. */
export interface SpellingIndex {
  widen(tree: QueryNode): { readonly tree: QueryNode; readonly widenings: readonly Widening[] };
}

interface Form {
  readonly group: SpellingGroup;
  readonly words: readonly string[];
  /** The stems with a space between them: two forms with one key find the same passages. */
  readonly key: string;
}

export function indexSpellings(groups: readonly SpellingGroup[]): SpellingIndex {
  const forms = groups.flatMap((group) =>
    group.forms.map((text): Form => {
      const words = tokenWords(text);
      return { group, words, key: keyOf(words) };
    }),
  );
  const byKey = new Map(forms.map((form) => [form.key, form]));
  const longest = Math.max(1, ...forms.map(({ words }) => words.length));
  return {
    widen(tree) {
      const widenings: Widening[] = [];
      return { tree: widenNode(tree, { forms, byKey, longest, widenings }), widenings };
    },
  };
}

interface Widener {
  readonly forms: readonly Form[];
  readonly byKey: ReadonlyMap<string, Form>;
  readonly longest: number;
  readonly widenings: Widening[];
}

function widenNode(node: QueryNode, widener: Widener): QueryNode {
  switch (node.kind) {
    case 'term': {
      const added = findRelated([node], widener);
      return added.length === 0 ? node : { kind: 'or', nodes: [node, ...added] };
    }
    case 'near': {
      const more = (terms: readonly Term[]): readonly Term[] =>
        terms.flatMap((term) => [term, ...findRelated([term], widener)]);
      return { ...node, left: more(node.left), right: more(node.right) };
    }
    case 'or':
      return {
        kind: 'or',
        nodes: node.nodes
          .map((one) => widenNode(one, widener))
          .flatMap((one) => (one.kind === 'or' ? one.nodes : [one])),
      };
    case 'and':
      return { kind: 'and', nodes: widenRow(node.nodes, widener) };
    case 'not':
      return { kind: 'not', node: widenNode(node.node, widener) };
    case 'filter':
      return node;
  }
}

/** Words typed in a row may together be a form: `female genital mutilation`. The longest row counts. */
function widenRow(nodes: readonly QueryNode[], widener: Widener): QueryNode[] {
  const widened: QueryNode[] = [];
  for (let i = 0; i < nodes.length; ) {
    const row = takeWords(nodes, i, widener.longest);
    let taken = 0;
    for (let size = row.length; size > 1 && taken === 0; size -= 1) {
      const part = row.slice(0, size);
      const added = findRelated(part, widener);
      if (added.length === 0) continue;
      widened.push({ kind: 'or', nodes: [{ kind: 'and', nodes: part }, ...added] });
      taken = size;
    }
    const node = nodes[i];
    if (taken === 0 && node !== undefined) widened.push(widenNode(node, widener));
    i += Math.max(1, taken);
  }
  return widened;
}

function takeWords(nodes: readonly QueryNode[], from: number, most: number): Term[] {
  const row: Term[] = [];
  for (const node of nodes.slice(from, from + most)) {
    if (node.kind !== 'term' || node.form !== 'stem' || node.field !== (row[0]?.field ?? node.field)) break;
    row.push(node);
  }
  return row;
}

function findRelated(terms: readonly Term[], { forms, byKey, widenings }: Widener): Term[] {
  const [first] = terms;
  if (first === undefined || terms.some(({ form, prefix }) => form !== 'stem' || prefix)) return [];
  const key = keyOf(terms.flatMap(({ words }) => words));
  const found = byKey.get(key);
  if (found === undefined) return [];
  const seen = new Set([key]);
  const added = forms.filter((form) => {
    if (form.group !== found.group || seen.has(form.key)) return false;
    seen.add(form.key);
    return true;
  });
  if (added.length === 0) return [];
  widenings.push({
    group: found.group.id,
    typed: terms.map((term) => formatTerm({ ...term, field: 'text' })).join(' '),
    added: added.map(({ words }) => words.join(' ')),
  });
  return added.map(({ words }) => ({ kind: 'term', field: first.field, form: 'stem', words, prefix: false }));
}

function keyOf(words: readonly string[]): string {
  return words.map(stem).join(' ');
}
