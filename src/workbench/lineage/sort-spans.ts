import { assertNever } from '../../domain/assert-never.ts';
import type { TopicSpan } from '../../domain/passage-history.ts';

/** By what the topics of what was last reported stand in order; with a hyphen before it, the other way round. */
export type LastSort = 'topic' | '-topic' | 'last' | '-last' | 'passages' | '-passages';

export const LAST_SORTS: readonly LastSort[] = ['topic', '-topic', 'last', '-last', 'passages', '-passages'];

/**
 * @param sort `topic`: by name, those without one last; `last`: what the newest edition still has text on first;
 *   `passages`: what lost most first. Those that are equal stay in their order.
 */
export function sortSpans(spans: readonly TopicSpan[], sort: LastSort | null): readonly TopicSpan[] {
  switch (sort) {
    case null:
      return spans;
    case 'topic':
      return spans.toSorted(byName);
    case '-topic':
      return spans.toSorted((a, b) => (a.topic === null || b.topic === null ? byName(a, b) : byName(b, a)));
    case 'last':
      return spans.toSorted((a, b) => b.last - a.last);
    case '-last':
      return spans.toSorted((a, b) => a.last - b.last);
    case 'passages':
      return spans.toSorted((a, b) => countEnded(b) - countEnded(a));
    case '-passages':
      return spans.toSorted((a, b) => countEnded(a) - countEnded(b));
    default:
      return assertNever(sort);
  }
}

function byName(one: TopicSpan, other: TopicSpan): number {
  if (one.topic === null || other.topic === null)
    return Number(one.topic === null) - Number(other.topic === null);
  return one.topic.label.localeCompare(other.topic.label, 'en');
}

/** Passages of all editions that none after them has. */
export function countEnded({ ended }: TopicSpan): number {
  return [...ended.values()].reduce((sum, count) => sum + count, 0);
}
