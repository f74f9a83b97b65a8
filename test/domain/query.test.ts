import { describe, expect, it } from 'vitest';
import { type FilterNode, formatQuery, type QueryNode, type Term } from '../../src/domain/query.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import { type Random, seed } from '../search/random.ts';

const TREES = 3_000;

describe('a query written out', () => {
  it('gives the same tree when it is read again, whatever was typed', () => {
    const random = seed(3);
    let read = 0;
    for (let i = 0; i < TREES; i += 1) {
      const typed = random
        .many(1 + random.upTo(14), () => random.pick(PIECES))
        .join(random.pick([' ', ' ', '']));
      const { tree, filters, problems } = parseQuery(typed);
      if (tree === null || problems.length > 0) continue;
      read += 1;
      const again = parseQuery([tree, ...filters].map((node) => formatGrouped(node)).join(' '));
      expect(again, typed).toEqual({ tree, filters, notes: [], problems: [] });
      expect(parseQuery(formatQuery(tree)).tree, typed).toEqual(tree);
    }
    expect(read).toBeGreaterThan(TREES / 2);
  });

  it('gives the same tree when it is read again, whatever the tree', () => {
    const random = seed(4);
    let read = 0;
    for (let i = 0; i < TREES; i += 1) {
      const tree = makeNode(random, 3, null);
      if (hasFilterForAll(tree)) continue;
      read += 1;
      expect(parseQuery(formatQuery(tree)), formatQuery(tree)).toEqual({
        tree,
        filters: [],
        notes: [],
        problems: [],
      });
    }
    expect(read).toBeGreaterThan(TREES / 2);
  });

  it.each([
    ['prison food', 'prison AND food'],
    ['a OR b c', 'a OR b AND c'],
    ['(a OR b) c', '(a OR b) AND c'],
    ['-(a b)', 'NOT (a AND b)'],
    ['“Anti-Semitism” anti-Semitism', '"anti semitism" AND anti-semitism'],
    ['heading:(women children)', 'heading:women AND heading:children'],
    ['"in the"* sol*', '"in the"* AND sol*'],
    ['(a OR "b c") NEAR d', '(a OR "b c") NEAR/10 d'],
  ])('shows every operator: %s', (typed, shown) => {
    const { tree } = parseQuery(typed);
    expect(tree === null ? null : formatQuery(tree)).toBe(shown);
  });
});

const PIECES: readonly [string, ...string[]] = [
  'prison',
  'food',
  'Türkiye',
  'anti-Semitism',
  '"rule of law"',
  '"open',
  'jour*',
  '"in the ca"*',
  'AND',
  'OR',
  'NOT',
  '-',
  '(',
  ')',
  'NEAR',
  'NEAR/3',
  'heading:',
  'heading:women',
  'year:2021',
  'area:"cote d’ivoire"',
  'topic:',
  '-(',
  'or',
  '*',
  '–',
];

/** Filters that stand for everything are taken out of the tree, whatever they are made of. */
function hasFilterForAll(tree: QueryNode): boolean {
  return tree.kind === 'and' ? tree.nodes.some(isOfFilters) : isOfFilters(tree);
}

function isOfFilters(node: QueryNode): boolean {
  if (node.kind === 'not') return isOfFilters(node.node);
  return node.kind === 'and' || node.kind === 'or' ? node.nodes.every(isOfFilters) : node.kind === 'filter';
}

function formatGrouped(node: QueryNode): string {
  return node.kind === 'or' ? `(${formatQuery(node)})` : formatQuery(node);
}

/** Any tree that a query can have, with its NOTs, ANDs and ORs as the parser joins them. */
function makeNode(random: Random, depth: number, above: QueryNode['kind'] | null): QueryNode {
  const kind = depth === 0 ? random.pick(LEAVES) : random.pick(KINDS);
  // One kind in itself is written as one, and a filter that stands for everything is taken out of the tree.
  if (kind === above || (kind === 'filter' && (above === null || above === 'and')))
    return makeTerm(random, 'text');
  switch (kind) {
    case 'and':
    case 'or':
      return { kind, nodes: random.many(2 + random.upTo(2), () => makeNode(random, depth - 1, kind)) };
    case 'not':
      return { kind, node: makeNode(random, depth - 1, kind) };
    case 'near': {
      const side = (): Term[] => random.many(1 + random.upTo(2), () => makeTerm(random, 'text'));
      return { kind, left: side(), right: side(), distance: random.upTo(201) };
    }
    case 'filter':
      return {
        kind,
        field: random.pick(FIELDS),
        value: random.pick(['mali', '2019-2023', 'a b', '1.c', 'x(y)']),
      };
    case 'term':
      return makeTerm(random, random.pick(['text', 'text', 'heading']));
  }
}

function makeTerm(random: Random, field: Term['field']): Term {
  const form = random.pick<Term['form']>(['stem', 'exact']);
  return {
    kind: 'term',
    field,
    form,
    words: random
      .many(1 + random.upTo(3), () =>
        random.pick(['prison', 'not', 'near', 'ünal', 'and', '2021', 'heading']),
      )
      .map((word) => word.replace('ü', 'u')),
    prefix: form === 'exact' && random.upTo(3) === 0,
  };
}

const LEAVES: readonly ['term', 'near', 'filter'] = ['term', 'near', 'filter'];
const KINDS: readonly [QueryNode['kind'], ...QueryNode['kind'][]] = [
  'term',
  'near',
  'filter',
  'and',
  'or',
  'not',
];
const FIELDS: readonly [FilterNode['field'], ...FilterNode['field'][]] = ['year', 'area', 'topic', 'section'];
