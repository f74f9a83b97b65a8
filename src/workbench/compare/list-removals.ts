import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Area } from '../../domain/area.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { ComparisonFilter } from '../../domain/comparison-filter.ts';
import { describeGap, missingReport } from '../../domain/gap.ts';
import type { Gap } from '../../domain/publication.ts';
import type { Removals, RemovalsItem } from '../../domain/removals.ts';
import type { ReportHead } from '../../domain/report.ts';
import type { AreaChoice } from '../../domain/selection.ts';
import type { TopicId } from '../../domain/topic.ts';
import { narrowComparison } from '../../domain/topic-changes.ts';
import type { Store } from '../../store/store.ts';
import { resolveAreas } from '../resolve-areas.ts';
import { compareReports } from './compare-reports.ts';
import type { Comparer } from './comparer.ts';

/** What is gone between two editions, of which areas and topics. */
export interface RemovalsRequest {
  readonly from: number;
  readonly to: number;
  readonly areas: readonly AreaChoice[];
  /** Empty: all. */
  readonly topics: readonly TopicId[];
  readonly filter: ComparisonFilter;
  /** False: as the program alone aligns the reports. */
  readonly corrections?: boolean;
}

/** Area after area, by name inside regions and `all`, else as asked; from the older edition to the newer. */
export async function listRemovals(
  request: RemovalsRequest,
  catalog: Catalog,
  store: Store,
  comparer: Comparer,
): Promise<Removals> {
  const { topics, filter, corrections = true } = request;
  const [from, to] = request.from <= request.to ? [request.from, request.to] : [request.to, request.from];
  const library = await store.getStamp();
  const heads = await store.listHeads({ editions: [from, to], areas: null });
  const held = new Set(heads.map(({ edition, area }) => `${edition}/${area}`));
  const plan = resolveAreas(request.areas, catalog, new Set(heads.map(({ area }) => area))).map((area) => ({
    area,
    gaps: [...new Set([from, to])].flatMap((edition): Gap[] =>
      held.has(`${edition}/${area.id}`) ? [] : [missingReport(area, edition)],
    ),
  }));
  return {
    from,
    to,
    filter,
    library,
    words: countWords(
      heads,
      plan.map(({ area }) => area),
    ),
    topics: topics.length === 0 ? null : topics.map((id) => catalog.findTopic(id)?.label ?? id),
    areas: plan.flatMap(({ area, gaps }) => (gaps.length === 0 ? area : [])),
    gaps: plan.flatMap(({ gaps }) => gaps),
    async *readItems(): AsyncGenerator<RemovalsItem> {
      for (const { area, gaps } of plan) {
        for (const gap of gaps) yield { kind: 'gap', gap, text: describeGap(gap, catalog) };
        if (gaps.length > 0) continue;
        const view = await compareReports({ area: area.id, from, to, corrections }, catalog, store, comparer);
        yield {
          kind: 'compared',
          view: topics.length === 0 ? view : narrowComparison(view, topics, catalog),
        };
        await nextTurn();
      }
    },
  };
}

/** Of reports held in both editions; the others are not read. */
function countWords(heads: readonly ReportHead[], areas: readonly Area[]): number {
  const wanted = new Set(areas.map(({ id }) => id));
  const words = new Map<string, number[]>();
  for (const { area, passageWords } of heads) {
    if (wanted.has(area)) words.set(area, [...(words.get(area) ?? []), passageWords]);
  }
  return [...words.values()]
    .filter((ofArea) => ofArea.length === 2)
    .flat()
    .reduce((sum, one) => sum + one, 0);
}
