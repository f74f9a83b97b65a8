import type { Pair, PassageLink, ReportText } from '../domain/comparison.ts';
import type { Passage } from '../domain/passage.ts';
import { CorrespondingSections } from './corresponding-sections.ts';

/**
 * Marks what stands elsewhere. `section`: where sections do not correspond; an outline that was renumbered or renamed
 * moves nothing by itself. `order`: within sections that correspond, all but
 * the heaviest selection of passages (by words) that kept their order.
 */
export function markMoves(pairs: readonly Pair[], left: ReportText, right: ReportText): Pair[] {
  const sections = new CorrespondingSections(left, right);
  for (const { links } of pairs) for (const link of links) sections.count(link.left - 1, link.right - 1);
  const marked = pairs.map((pair) =>
    pair.links.length > 0 && !pair.links.some((link) => isInPlace(link, left, right, sections))
      ? { ...pair, moved: 'section' as const }
      : pair,
  );
  const groups = new Map<string, number[]>();
  marked.forEach((pair, i) => {
    if (pair.moved !== null || pair.left.length === 0 || pair.right.length === 0) return;
    const key = `${passageOf(left, pair.left[0])?.section} ${passageOf(right, pair.right[0])?.section}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [i]);
    else group.push(i);
  });
  for (const group of groups.values()) {
    for (const i of findOutOfOrder(group, marked, left)) {
      const pair = marked[i];
      if (pair !== undefined) marked[i] = { ...pair, moved: 'order' };
    }
  }
  return marked;
}

function isInPlace(
  link: PassageLink,
  left: ReportText,
  right: ReportText,
  sections: CorrespondingSections,
): boolean {
  const one = passageOf(left, link.left);
  const other = passageOf(right, link.right);
  return one !== undefined && other !== undefined && sections.correspond(one, other);
}

/** Pairs, in the order of the left report, that are not in the heaviest selection whose right places ascend. */
function findOutOfOrder(group: readonly number[], pairs: readonly Pair[], left: ReportText): number[] {
  const places = group.map((i) => pairs[i]?.right[0] ?? 0);
  if (places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0))) return [];
  const weights = group.map((i) =>
    (pairs[i]?.left ?? []).reduce((sum, order) => sum + (passageOf(left, order)?.words ?? 0), 0),
  );
  const sums = weights.slice();
  const before = weights.map(() => -1);
  let last = 0;
  for (let at = 0; at < group.length; at += 1) {
    for (let earlier = 0; earlier < at; earlier += 1) {
      const sum = (sums[earlier] ?? 0) + (weights[at] ?? 0);
      if ((places[earlier] ?? 0) < (places[at] ?? 0) && sum > (sums[at] ?? 0)) {
        sums[at] = sum;
        before[at] = earlier;
      }
    }
    if ((sums[at] ?? 0) > (sums[last] ?? 0)) last = at;
  }
  const kept = new Set<number>();
  for (let at = last; at !== -1; at = before[at] ?? -1) kept.add(at);
  return group.filter((_, at) => !kept.has(at));
}

function passageOf(report: ReportText, order: number | undefined): Passage | undefined {
  return report.passages[(order ?? 0) - 1];
}
