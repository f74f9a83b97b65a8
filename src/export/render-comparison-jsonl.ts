import { type ComparisonFilter, isAskedFor } from '../domain/comparison-filter.ts';
import type { ComparisonView } from '../domain/comparison-view.ts';
import { pairToJson } from './render-comparison-json.ts';

/** A pair a line, each as in the JSON with the versions of both reports before it, a topic's pairs a piece. */
export function* renderComparisonJsonl(view: ComparisonView, filter: ComparisonFilter): Generator<string> {
  const { left, right, area } = view;
  const head = {
    area: area.id,
    from: left.head.edition,
    fromVersion: left.head.version,
    to: right.head.edition,
    toVersion: right.head.version,
  };
  for (const { topic, pairs } of view.topics) {
    let piece = '';
    for (const pair of pairs) {
      if (!isAskedFor(pair, filter)) continue;
      piece += `${JSON.stringify({ ...head, ...pairToJson(view, pair, topic?.id ?? null) })}\n`;
    }
    if (piece !== '') yield piece;
  }
}
