import type { Comparison } from '../../src/domain/comparison.ts';
import type { Fate, Rework } from './rework-report.ts';

/** How many passages of a fate there were, and of how many the comparison found everything. */
export interface FateScore {
  total: number;
  found: number;
}

export type ReworkScore = Record<Fate | 'put in', FateScore>;

export function emptyScore(): ReworkScore {
  const none = (): FateScore => ({ total: 0, found: 0 });
  return {
    kept: none(),
    deleted: none(),
    moved: none(),
    reworded: none(),
    split: none(),
    merged: none(),
    reordered: none(),
    'put in': none(),
  };
}

/** Counts a passage as found if it has exactly the partners it should have, and is marked as moved if it was. */
export function scoreRework(comparison: Comparison, rework: Rework, score: ReworkScore): string[] {
  const wrong: string[] = [];
  const found = new Map<number, string>();
  const moved = new Set<number>();
  for (const pair of comparison.pairs) {
    for (const order of pair.left) {
      found.set(
        order,
        listPartners(pair.links.filter(({ left }) => left === order).map(({ right }) => right)),
      );
      if (pair.moved !== null) moved.add(order);
    }
  }
  for (const [order, fate] of rework.fates) {
    const wanted = listPartners(rework.links.filter(({ left }) => left === order).map(({ right }) => right));
    const isMoved =
      fate !== 'moved' ||
      moved.has(order) ||
      rework.left.passages[order - 1]?.section === sectionAt(rework, wanted);
    score[fate].total += 1;
    if (found.get(order) === wanted && isMoved) score[fate].found += 1;
    else wrong.push(`${fate} ${order}: ${wanted || 'nothing'}, not ${found.get(order) || 'nothing'}`);
  }
  const added = new Set(comparison.pairs.flatMap(({ change, right }) => (change === 'added' ? right : [])));
  for (const order of rework.distractors) {
    score['put in'].total += 1;
    if (added.has(order)) score['put in'].found += 1;
    else wrong.push(`put in ${order}: not called added`);
  }
  return wrong;
}

function listPartners(orders: readonly number[]): string {
  return [...orders].sort((a, b) => a - b).join(' ');
}

function sectionAt({ right }: Rework, partners: string): string | undefined {
  return right.passages[Number(partners.split(' ')[0]) - 1]?.section;
}

/** Found ÷ total over all fates. */
export function totalOf(score: ReworkScore): number {
  const all = Object.values(score);
  return all.reduce((sum, { found }) => sum + found, 0) / all.reduce((sum, { total }) => sum + total, 0);
}
