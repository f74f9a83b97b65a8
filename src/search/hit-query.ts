import { assertNever } from '../domain/assert-never.ts';
import { formatNear, formatPattern, type NearPattern, type WordPattern } from '../domain/word-pattern.ts';

/** A query with nothing left to look up: words have their forms, filters their passages. */
export type HitQuery =
  | { readonly kind: 'words'; readonly pattern: WordPattern }
  | { readonly kind: 'near'; readonly pattern: NearPattern }
  /** A place for every passage of the index: 1 where the filter holds. */
  | { readonly kind: 'mask'; readonly mask: Uint8Array }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly HitQuery[] }
  | { readonly kind: 'not'; readonly node: HitQuery };

/** What a full-text index has to be asked for a query. */
export type HitLeaf = Extract<HitQuery, { readonly kind: 'words' | 'near' }>;

/** All leaves, those under NOT included. */
export function listLeaves(query: HitQuery): HitLeaf[] {
  switch (query.kind) {
    case 'words':
    case 'near':
      return [query];
    case 'mask':
      return [];
    case 'not':
      return listLeaves(query.node);
    case 'and':
    case 'or':
      return query.nodes.flatMap(listLeaves);
    default:
      return assertNever(query);
  }
}

/** The leaves that a hit can owe its being one to: what is marked in it. */
export function listMarkedLeaves(query: HitQuery): HitLeaf[] {
  switch (query.kind) {
    case 'not':
      return [];
    case 'and':
    case 'or':
      return query.nodes.flatMap(listMarkedLeaves);
    default:
      return listLeaves(query);
  }
}

/** One key for a leaf; equal leaves have equal keys. */
export function leafKey(leaf: HitLeaf): string {
  return leaf.kind === 'words' ? formatPattern(leaf.pattern) : formatNear(leaf.pattern);
}
