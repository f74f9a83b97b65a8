import type { AreaId } from '../../domain/area.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { TopicId } from '../../domain/topic.ts';
import { readArea } from '../compare/read-compare-request.ts';
import { readComparisonFilter } from '../compare/read-comparison-filter.ts';
import { ProblemList, showValue } from '../problem-list.ts';
import { LAST_SORTS, type LastSort } from './sort-spans.ts';

/** What is asked of what was last reported, as typed. */
export interface LastReportedParameters {
  readonly area: string;
  readonly topics: readonly string[];
  readonly sort: readonly string[];
}

export interface LastReportedRequest {
  /** Each with its narrower ones; empty: all. */
  readonly topics: readonly TopicId[];
  readonly sort: LastSort | null;
}

export interface LastReportedReading {
  readonly area: AreaId | null;
  readonly request: LastReportedRequest;
  readonly problems: readonly string[];
}

/** Reads what can be understood and names what cannot; never throws. */
export function readLastReportedRequest(
  typed: LastReportedParameters,
  catalog: Catalog,
): LastReportedReading {
  const found = new ProblemList();
  const area = readArea(typed.area, catalog, found);
  const { topics, problems } = readComparisonFilter({ only: [], show: [], topics: typed.topics }, catalog);
  const sorts = typed.sort.map((value) => value.trim()).filter((value) => value !== '');
  const sort = LAST_SORTS.find((one) => one === sorts.at(-1)) ?? null;
  const wrong = sorts.filter((value) => !LAST_SORTS.some((one) => one === value));
  return {
    area,
    request: { topics, sort },
    problems: [
      ...found.lines,
      ...problems,
      ...wrong
        .slice(0, 3)
        .map((value) => `sort: ${showValue(value)} is not known; write one of ${LAST_SORTS.join(', ')}.`),
    ],
  };
}

/** `topics=women&sort=last`; what is usual is left out. */
export function formatLastReported({ topics, sort }: LastReportedRequest): string {
  return [topics.length === 0 ? '' : `topics=${topics.join(',')}`, sort === null ? '' : `sort=${sort}`]
    .filter((part) => part !== '')
    .join('&');
}
