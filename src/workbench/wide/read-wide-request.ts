import type { AreaId } from '../../domain/area.ts';
import type { Catalog } from '../../domain/catalog.ts';
import { formatSort, isNumber, USUAL_SORT, type WideSort } from '../../domain/sort-wide-rows.ts';
import type { TopicId } from '../../domain/topic.ts';
import { WIDE_MEASURES, WIDE_NUMBERS, type WideMeasure } from '../../domain/wide-view.ts';
import { readYear } from '../compare/read-compare-request.ts';
import { readComparisonFilter } from '../compare/read-comparison-filter.ts';
import { ProblemList, showValue } from '../problem-list.ts';

/** Many comparisons: of all areas between two editions, or of one area through its editions. */
export type WideRequest = (
  | { readonly kind: 'areas'; readonly from: number; readonly to: number }
  | { readonly kind: 'editions'; readonly area: AreaId }
) & {
  /** Empty: all. */
  readonly topics: readonly TopicId[];
};

/** How it is to be shown. */
export interface WideChoices {
  readonly topics: readonly TopicId[];
  readonly measure: WideMeasure;
  readonly sort: WideSort;
}

/** As typed; each may stand several times, of `measure` and `sort` the last counts. */
export interface WideParameters {
  readonly topics: readonly string[];
  readonly measure: readonly string[];
  readonly sort: readonly string[];
}

export interface WideReading extends WideChoices {
  readonly problems: readonly string[];
}

/** Reads what can be understood and names what cannot; never throws. */
export function readWideChoices(typed: WideParameters, catalog: Catalog): WideReading {
  const problems = new ProblemList();
  const asked = readComparisonFilter({ only: [], topics: typed.topics, show: [] }, catalog);
  for (const problem of asked.problems) problems.add(() => problem);
  const measure = typed.measure.at(-1)?.trim().toLowerCase() ?? '';
  const known = WIDE_MEASURES.find((one) => one === measure);
  if (known === undefined && measure !== '')
    problems.add(() => `measure: ${showValue(measure)} is not known; write ${WIDE_MEASURES.join(', ')}.`);
  const sort = typed.sort.at(-1)?.trim().toLowerCase() ?? '';
  const found = sort === '' ? USUAL_SORT : parseSort(sort, catalog);
  if (found === null)
    problems.add(
      () =>
        `sort: ${showValue(sort)} is not known; write area, region, share, ${WIDE_NUMBERS.join(', ')} or a topic such as women, with a hyphen before it for the other way round.`,
    );
  return {
    topics: asked.topics,
    measure: known ?? 'kept',
    sort: found ?? USUAL_SORT,
    problems: problems.lines,
  };
}

/** `topics=women&measure=gone&sort=-share`, each only where it says something. */
export function formatWideChoices({ topics, measure, sort }: WideChoices): string {
  const parts: string[] = [];
  if (topics.length > 0) parts.push(`topics=${topics.join(',')}`);
  if (measure !== 'kept') parts.push(`measure=${measure}`);
  const order = formatSort(sort);
  if (order !== formatSort(USUAL_SORT)) parts.push(`sort=${order}`);
  return parts.join('&');
}

/** Two editions as typed, the older first; null, with every problem, if they are none. */
export function readWideEditions(
  typed: { readonly from: string; readonly to: string },
  catalog: Catalog,
): { readonly editions: readonly [number, number] | null; readonly problems: readonly string[] } {
  const problems = new ProblemList();
  const from = readYear('from', typed.from, catalog, problems);
  const to = readYear('to', typed.to, catalog, problems);
  if (from !== null && from === to)
    problems.add(() => `to: an edition is compared with another one, and not ${from} with itself.`);
  if (from === null || to === null || problems.lines.length > 0)
    return { editions: null, problems: problems.lines };
  return { editions: [Math.min(from, to), Math.max(from, to)], problems: [] };
}

function parseSort(text: string, catalog: Catalog): WideSort | null {
  const turned = text.startsWith('-');
  const by = turned ? text.slice(1) : text;
  const isKnown = ['area', 'region', 'share'].includes(by) || isNumber(by) || catalog.findTopic(by) !== null;
  return isKnown ? { by, turned } : null;
}
