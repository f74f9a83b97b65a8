import { assertNever } from '../domain/assert-never.ts';
import { type HitLeaf, type HitQuery, leafKey } from './hit-query.ts';
import { intersect, keep, maskOf, type PassageSet, setOf, unite, uniteAll } from './passage-set.ts';

/** With more sets than these, adding them up one by one costs more than going over all passages. */
const FEW_SETS = 4;

/** What the evaluation needs besides the query. */
export interface EvaluationInput {
  /** How many passages there are. */
  readonly size: number;
  /** What each leaf is worth where, by its key. */
  readonly leaves: ReadonlyMap<string, PassageSet>;
  /** What ORs came to, for a query whose parts are evaluated several times. */
  readonly known: Map<HitQuery, PassageSet>;
}

/** The passages that a query finds. What NOT and filters find is worth nothing by itself. */
export function evaluateQuery(query: HitQuery, input: EvaluationInput): PassageSet {
  switch (query.kind) {
    case 'words':
    case 'near':
      return getLeaf(query, input);
    case 'mask':
      return setOf(query.mask);
    case 'not':
      return setOf(maskFor(query, input));
    case 'or':
      return evaluateOr(query, input);
    case 'and':
      return evaluateAnd(query.nodes, input);
    default:
      return assertNever(query);
  }
}

function evaluateOr(query: HitQuery & { readonly kind: 'and' | 'or' }, input: EvaluationInput): PassageSet {
  const known = input.known.get(query);
  if (known !== undefined) return known;
  const sets = query.nodes.map((node) => evaluateQuery(node, input));
  // Small ones first, so that what grows is gone through less often.
  const united =
    sets.length > FEW_SETS
      ? uniteAll(sets, input.size)
      : sets.sort((a, b) => a.ids.length - b.ids.length).reduce(unite);
  input.known.set(query, united);
  return united;
}

/** Sets meet sets, the smallest first; masks are asked only about what is left. */
function evaluateAnd(nodes: readonly HitQuery[], input: EvaluationInput): PassageSet {
  const sets = nodes
    .filter((node) => !isMaskLike(node))
    .map((node) => evaluateQuery(node, input))
    .sort((a, b) => a.ids.length - b.ids.length);
  const masks = nodes.filter(isMaskLike);
  const [first, ...rest] = sets;
  if (first !== undefined) {
    return masks.reduce((set, node) => keep(set, maskFor(node, input)), rest.reduce(intersect, first));
  }
  const [mask, ...others] = masks.map((node) => maskFor(node, input));
  if (mask === undefined) throw new Error('An AND needs something to join.');
  return others.reduce(keep, setOf(mask));
}

function isMaskLike(node: HitQuery): boolean {
  return node.kind === 'mask' || node.kind === 'not';
}

function maskFor(node: HitQuery, input: EvaluationInput): Uint8Array {
  if (node.kind === 'mask') return node.mask;
  if (node.kind === 'not') return maskOf(evaluateQuery(node.node, input), input.size, true);
  return maskOf(evaluateQuery(node, input), input.size);
}

function getLeaf(leaf: HitLeaf, { leaves }: EvaluationInput): PassageSet {
  const set = leaves.get(leafKey(leaf));
  if (set === undefined) throw new Error(`A leaf was not loaded: ${leafKey(leaf)}`);
  return set;
}
