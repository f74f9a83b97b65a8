import type { Catalog } from '../../domain/catalog.ts';
import { Problem } from '../../domain/problem.ts';
import { formatConjuncts, formatQuery, listTerms, type QueryNode } from '../../domain/query.ts';
import type { CountedForms, SearchedQuery } from '../../domain/search-answer.ts';
import { evaluateQuery } from '../../search/evaluate-query.ts';
import type { HitFilter } from '../../search/filter-hits.ts';
import { type HitQuery, leafKey, listLeaves } from '../../search/hit-query.ts';
import { type ParsedQuery, parseQuery } from '../../search/parse-query.ts';
import { maskOf, type PassageSet } from '../../search/passage-set.ts';
import type { SpellingIndex, Widening } from '../../search/widen-query.ts';
import type { WordList } from '../../search/word-list.ts';
import { MOST_STEPS, tooCostly } from '../../store/search-budget.ts';
import { ProblemList } from '../problem-list.ts';
import { loadLeaf } from './load-leaf.ts';
import { type ResolveInput, resolveFilter, resolveQuery } from './resolve-query.ts';
import type { OpenIndex } from './search-desk.ts';
import type { SearchRequest } from './search-request.ts';

/** What a search is prepared with, besides the library. */
export interface SearchTools {
  readonly catalog: Catalog;
  readonly spellings: SpellingIndex;
  readonly isHeldSection: (key: string) => boolean;
}

/** A search that has been understood and evaluated. */
export interface PreparedSearch {
  readonly request: SearchRequest;
  /** How it was read. */
  readonly query: SearchedQuery;
  /** The parts that must all hold, each with its words, for leaving one out. */
  readonly parts: readonly SearchPart[];
  /** The words alone, for marking; null if there are none. */
  readonly marked: HitQuery | null;
  /** All that the words and the filters among them find, whatever the filters beside them say. */
  readonly found: PassageSet;
  readonly filter: HitFilter;
  /** Passages that the filters among the words leave; null: all. */
  readonly filterMask: Uint8Array | null;
  evaluate(parts: readonly SearchPart[]): PassageSet;
}

/** One part of a query that all hits must fulfil. */
export interface SearchPart {
  /** As it would be typed. */
  readonly text: string;
  readonly query: HitQuery;
  readonly isFilter: boolean;
}

/**
 * Reads what was typed, gives words their forms and related spellings, and finds all passages.
 * @throws Problem invalid-input for what cannot be searched, with every reason
 */
export async function prepareSearch(
  request: SearchRequest,
  open: OpenIndex,
  tools: SearchTools,
): Promise<PreparedSearch> {
  const { index, words } = open;
  const parsed = parseQuery(request.text);
  const problems = new ProblemList();
  for (const problem of parsed.problems) problems.add(() => problem);
  const { tree, widenings } = widen(parsed.tree, request, tools, words);
  const input: ResolveInput = { ...tools, index, words, problems };
  const toPart = (typed: QueryNode, node: QueryNode, isFilter: boolean): SearchPart => ({
    text: formatQuery(typed),
    query: resolveQuery(node, input),
    isFilter,
  });
  const typedNodes = listConjuncts(parsed.tree);
  const nodes = listConjuncts(tree);
  const parts = [
    // Where related spellings join words typed in a row, the parts are told as they were widened.
    ...nodes.map((node, i) =>
      toPart((nodes.length === typedNodes.length && typedNodes[i]) || node, node, false),
    ),
    ...parsed.filters.map((node) => toPart(node, node, true)),
  ];
  if (problems.lines.length > 0)
    throw new Problem('invalid-input', 'The query cannot be searched as it stands.', problems.lines);
  const leaves = await loadLeaves(parts, open);
  const known = new Map<HitQuery, PassageSet>();
  const evaluate = (some: readonly SearchPart[]): PassageSet => {
    const [first, ...rest] = some.map(({ query }) => query);
    const query: HitQuery =
      first === undefined
        ? { kind: 'mask', mask: new Uint8Array(index.passages).fill(1) }
        : { kind: 'and', nodes: [first, ...rest] };
    return evaluateQuery(query, { size: index.passages, leaves, known });
  };
  const wordParts = parts.filter(({ isFilter }) => !isFilter);
  const filterParts = parts.filter(({ isFilter }) => isFilter);
  return {
    request,
    query: describeQuery(request, parsed, { tree, widenings }, words),
    parts,
    marked: wordParts.length === 0 ? null : { kind: 'and', nodes: wordParts.map(({ query }) => query) },
    found: evaluate(parts),
    filter: resolveFilter(request, input),
    filterMask: filterParts.length === 0 ? null : maskOf(evaluate(filterParts), index.passages),
    evaluate,
  };
}

/** @throws Problem invalid-input if finding them all would take too long, whether they are remembered or not */
async function loadLeaves(
  parts: readonly SearchPart[],
  open: OpenIndex,
): Promise<ReadonlyMap<string, PassageSet>> {
  const leaves = new Map<string, PassageSet>();
  let cost = 0;
  for (const leaf of parts.flatMap(({ query }) => listLeaves(query))) {
    const key = leafKey(leaf);
    if (leaves.has(key)) continue;
    const loaded = await loadLeaf(leaf, open);
    leaves.set(key, loaded.set);
    cost += loaded.cost;
    if (cost > MOST_STEPS) throw tooCostly();
  }
  return leaves;
}

function widen(
  tree: QueryNode | null,
  { spellings }: SearchRequest,
  tools: SearchTools,
  words: WordList,
): { readonly tree: QueryNode | null; readonly widenings: readonly Widening[] } {
  return tree === null || !spellings ? { tree, widenings: [] } : tools.spellings.widen(tree, words);
}

function listConjuncts(tree: QueryNode | null): readonly QueryNode[] {
  if (tree === null) return [];
  return tree.kind === 'and' ? tree.nodes : [tree];
}

/** @param widened the tree as it was searched, related spellings added */
export function describeQuery(
  { text }: SearchRequest,
  { filters, notes }: ParsedQuery,
  { tree, widenings }: { readonly tree: QueryNode | null; readonly widenings: readonly Widening[] },
  words: WordList,
): SearchedQuery {
  const all = [...listConjuncts(tree), ...filters];
  const [only, ...more] = all;
  return {
    text,
    searched: tree === null ? null : formatQuery(tree),
    typedFilters: formatConjuncts(filters),
    understood: only === undefined ? '' : formatQuery(more.length === 0 ? only : { kind: 'and', nodes: all }),
    notes,
    widenings,
    forms: tree === null ? [] : listForms(tree, words),
  };
}

function listForms(tree: QueryNode, list: WordList): CountedForms[] {
  const typed = listTerms(tree).flatMap(({ form, words }) => (form === 'stem' ? words : []));
  return [...new Set(typed)].map((word) => ({
    word,
    forms: list.formsOf(word).filter((one) => list.has(one, 'exact')),
  }));
}
