import type { Pair } from '../domain/comparison.ts';

/**
 * In the order of the older report; what was added stands behind what precedes it in the newer one, moved passages
 * aside, for those are shown at their old place.
 */
export function orderPairs(pairs: readonly Pair[]): Pair[] {
  const ofRight = new Map<number, Pair>();
  for (const pair of pairs) for (const order of pair.right) ofRight.set(order, pair);
  const behind = new Map<Pair | null, Pair[]>();
  for (const pair of pairs) {
    if (pair.change !== 'added') continue;
    const anchor = findAnchor(pair, ofRight);
    const list = behind.get(anchor);
    if (list === undefined) behind.set(anchor, [pair]);
    else list.push(pair);
  }
  for (const list of behind.values()) list.sort((a, b) => firstOf(a.right) - firstOf(b.right));
  const older = pairs
    .filter(({ change }) => change !== 'added')
    .sort((a, b) => firstOf(a.left) - firstOf(b.left));
  return [...(behind.get(null) ?? []), ...older.flatMap((pair) => [pair, ...(behind.get(pair) ?? [])])];
}

function findAnchor(pair: Pair, ofRight: ReadonlyMap<number, Pair>): Pair | null {
  for (let order = firstOf(pair.right) - 1; order > 0; order -= 1) {
    const before = ofRight.get(order);
    if (before !== undefined && before.change !== 'added' && before.moved === null) return before;
  }
  return null;
}

function firstOf(orders: readonly number[]): number {
  return orders[0] ?? 0;
}
