/** One word, or several in this order with nothing between them. */
export interface Term {
  readonly kind: 'term';
  /** Where it is looked for: in the text of passages, or in the headings they stand under. */
  readonly field: 'text' | 'heading';
  /** `stem`: its English word forms count too; `exact`: only the words as written. */
  readonly form: 'stem' | 'exact';
  /** At least one; lower case, without diacritics. */
  readonly words: readonly string[];
  /** The last word may go on. Only where `form` is `exact`. */
  readonly prefix: boolean;
}

/** One of the left and one of the right in any order, with at most `distance` words between them. */
export interface Near {
  readonly kind: 'near';
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  readonly distance: number;
}

export type FilterField = 'year' | 'area' | 'topic' | 'section';

/** `area:mali` as typed; what the value means is for the catalog to say. */
export interface FilterNode {
  readonly kind: 'filter';
  readonly field: FilterField;
  readonly value: string;
}

export interface AndNode {
  readonly kind: 'and';
  readonly nodes: readonly QueryNode[];
}

export interface OrNode {
  readonly kind: 'or';
  readonly nodes: readonly QueryNode[];
}

export interface NotNode {
  readonly kind: 'not';
  readonly node: QueryNode;
}

/** What is searched, as a tree. */
export type QueryNode = Term | Near | FilterNode | AndNode | OrNode | NotNode;

/** The query written out with every operator: what was searched. Reading it again gives the same tree. */
export function formatQuery(node: QueryNode): string {
  return formatNode(node, 'or');
}

/** Queries that must all hold, each as it has to be written beside others. */
export function formatConjuncts(nodes: readonly QueryNode[]): string[] {
  return nodes.map((node) => formatNode(node, 'and'));
}

/** @param inside the loosest operator that needs no parentheses here */
function formatNode(node: QueryNode, inside: 'or' | 'and' | 'unary'): string {
  switch (node.kind) {
    case 'term':
      return formatTerm(node);
    case 'near':
      return `${formatTerms(node.left)} NEAR/${node.distance} ${formatTerms(node.right)}`;
    case 'filter':
      return `${node.field}:${/[\s"()]/.test(node.value) ? `"${node.value.replaceAll('"', '')}"` : node.value}`;
    case 'not':
      return `NOT ${formatNode(node.node, 'unary')}`;
    case 'and': {
      const text = node.nodes.map((one) => formatNode(one, 'and')).join(' AND ');
      return inside === 'unary' ? `(${text})` : text;
    }
    case 'or': {
      const text = node.nodes.map((one) => formatNode(one, 'and')).join(' OR ');
      return inside === 'or' ? text : `(${text})`;
    }
  }
}

export function formatTerm({ field, form, words, prefix }: Term): string {
  const text = words.join(' ');
  const shown =
    form === 'exact' && !(prefix && words.length === 1)
      ? `"${text}"`
      : words.length > 1
        ? words.join('-')
        : text;
  return `${field === 'heading' ? 'heading:' : ''}${shown}${prefix ? '*' : ''}`;
}

function formatTerms(terms: readonly Term[]): string {
  const [first] = terms;
  if (terms.length === 1 && first !== undefined) return formatTerm(first);
  return `(${terms.map(formatTerm).join(' OR ')})`;
}

/** The terms whose finding makes a passage a hit; what is denied is left out. */
export function listTerms(node: QueryNode): Term[] {
  switch (node.kind) {
    case 'term':
      return [node];
    case 'near':
      return [...node.left, ...node.right];
    case 'filter':
    case 'not':
      return [];
    case 'and':
    case 'or':
      return node.nodes.flatMap(listTerms);
  }
}
