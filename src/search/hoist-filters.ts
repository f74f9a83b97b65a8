import { assertNever } from '../domain/assert-never.ts';
import type { QueryNode } from '../domain/query.ts';

/**
 * Takes out the filters that hold for everything: those that stand beside the rest with AND. They say what is
 * searched, and so belong to the denominator: `-area:mali` leaves out Mali as `area:mali` leaves out all others.
 */
export function hoistFilters(tree: QueryNode | null): {
  readonly tree: QueryNode | null;
  readonly filters: readonly QueryNode[];
} {
  if (tree === null) return { tree: null, filters: [] };
  const nodes = tree.kind === 'and' ? tree.nodes : [tree];
  return {
    tree: join(
      'and',
      nodes.filter((node) => !isFilter(node)),
    ),
    filters: nodes.filter(isFilter),
  };
}

/** Joins nodes of which one or none may be left; what is joined in the same way already is opened up. */
export function join(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode | null {
  const flat = nodes.flatMap((node) => (node.kind === kind ? node.nodes : [node]));
  const [first] = flat;
  if (first === undefined) return null;
  return flat.length === 1 ? first : { kind, nodes: flat };
}

function isFilter(node: QueryNode): boolean {
  switch (node.kind) {
    case 'filter':
      return true;
    case 'term':
    case 'near':
      return false;
    case 'not':
      return isFilter(node.node);
    case 'and':
    case 'or':
      return node.nodes.every(isFilter);
    default:
      return assertNever(node);
  }
}
