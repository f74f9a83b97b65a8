import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import { isAskedFor } from '../domain/comparison-filter.ts';
import type { Gap } from '../domain/publication.ts';
import { describeRemovalsTitle, type Removals, WHAT_REMOVALS_ARE } from '../domain/removals.ts';
import { describeComparison, pairToJson } from './render-comparison-json.ts';

/** One JSON object, an area a piece; its pairs are those of a comparison's JSON. */
export async function* renderRemovalsJson(removals: Removals): AsyncGenerator<string> {
  const { from, to, library, topics, filter } = removals;
  const head = JSON.stringify({
    about: WHAT_REMOVALS_ARE,
    title: describeRemovalsTitle(removals),
    note: ABSENCE_NOTE,
    from,
    to,
    topics,
    only: filter.only,
    library: { version: library.version, reports: library.reports },
  });
  yield `${head.slice(0, -1)},"areas":[`;
  const gaps: (Gap & { readonly text: string })[] = [];
  let separator = '\n';
  for await (const item of removals.readItems()) {
    if (item.kind === 'gap') {
      gaps.push({ ...item.gap, text: item.text });
      continue;
    }
    const { view } = item;
    const pairs = view.topics.flatMap(({ topic, pairs: all }) =>
      all.filter((pair) => isAskedFor(pair, filter)).map((pair) => pairToJson(view, pair, topic?.id ?? null)),
    );
    yield `${separator}${JSON.stringify({ ...describeComparison(view), pairs })}`;
    separator = ',\n';
  }
  yield `\n],"gaps":${JSON.stringify(gaps)}}\n`;
}
