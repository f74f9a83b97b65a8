import type { Catalog } from '../../domain/catalog.ts';
import { type AreaChoice, formatAreaChoice } from '../../domain/selection.ts';
import { ProblemList } from '../problem-list.ts';
import { readAreas } from '../read-areas.ts';
import { splitValues } from '../typed-values.ts';
import type { RemovalsRequest } from './list-removals.ts';
import { readYear } from './read-compare-request.ts';
import { readComparisonFilter } from './read-comparison-filter.ts';

/** What is asked of removals, as typed; no areas: all, nothing in `only`: what was removed. */
export interface RemovalsParameters {
  readonly from: string;
  readonly to: string;
  readonly areas: readonly string[];
  readonly topics: readonly string[];
  readonly only: readonly string[];
}

/** What could be understood of it, or null, and every problem there is. */
export interface RemovalsReading {
  readonly request: RemovalsRequest | null;
  readonly problems: readonly string[];
}

/** Reads what can be understood and names what cannot; never throws. */
export function readRemovalsRequest(typed: RemovalsParameters, catalog: Catalog): RemovalsReading {
  const problems = new ProblemList();
  const from = readYear('from', typed.from, catalog, problems);
  const to = readYear('to', typed.to, catalog, problems);
  const areas = readAreas(splitValues('areas', typed.areas, problems) ?? [], catalog, problems);
  const { filter, topics, problems: others } = readComparisonFilter({ ...typed, show: [] }, catalog);
  for (const other of others) problems.add(() => other);
  if (filter.only?.some((choice) => !['removed', 'edited'].includes(choice)) === true)
    problems.add(() => 'only: here it is removed, or removed,edited.');
  const all: readonly AreaChoice[] = [{ kind: 'all' }];
  return {
    request:
      from === null || to === null || problems.lines.length > 0
        ? null
        : {
            from,
            to,
            areas: areas.length === 0 ? all : areas,
            topics,
            filter: { only: filter.only ?? ['removed'], all: false },
          },
    problems: problems.lines,
  };
}

/** `from=2023&to=2024&areas=mli,ner&topics=women&only=removed,edited`; what is usual is left out. */
export function formatRemovals({ from, to, areas, topics, filter }: RemovalsRequest): string {
  const parts = [`from=${Math.min(from, to)}`, `to=${Math.max(from, to)}`];
  if (!areas.some(({ kind }) => kind === 'all')) parts.push(`areas=${areas.map(formatAreaChoice).join(',')}`);
  if (topics.length > 0) parts.push(`topics=${topics.join(',')}`);
  if (filter.only?.includes('edited') === true) parts.push(`only=${filter.only.join(',')}`);
  return parts.join('&');
}
