import type { AreaId } from '../../domain/area.ts';
import type { Catalog } from '../../domain/catalog.ts';
import { Problem } from '../../domain/problem.ts';
import { type FetchSource, parseFetchSource } from '../../fetch/fetch-source.ts';
import { ProblemList } from '../problem-list.ts';
import { readAreas } from '../read-areas.ts';
import { readYears } from '../read-years.ts';
import { resolveAreas } from '../resolve-areas.ts';
import { splitValues } from '../typed-values.ts';

/** What to fetch, as typed. */
export interface FetchParameters {
  readonly editions: readonly string[];
  readonly areas: readonly string[];
  readonly from: string;
  readonly max: string | null;
  readonly again: boolean;
}

/** What to fetch, understood. */
export interface FetchRequest {
  readonly editions: readonly number[];
  readonly areas: readonly AreaId[];
  readonly source: FetchSource;
  readonly max: number | null;
  readonly again: boolean;
}

/** @throws Problem invalid-input, naming everything that is wrong */
export function readFetchRequest(parameters: FetchParameters, catalog: Catalog): FetchRequest {
  const problems = new ProblemList();
  const years = splitValues('editions', parameters.editions, problems) ?? [];
  const areas = splitValues('areas', parameters.areas, problems) ?? [];
  const editions = readYears(years.length === 0 ? ['all'] : years, catalog, problems);
  const choices = readAreas(areas.length === 0 ? ['all'] : areas, catalog, problems);
  const max = readMax(parameters.max, problems);
  const source = readSource(parameters.from, problems);
  if (problems.lines.length > 0 || source === null)
    throw new Problem('invalid-input', 'What was asked for cannot be understood.', problems.lines);
  return {
    editions,
    areas: resolveAreas(choices, catalog, new Set()).map(({ id }) => id),
    source,
    max,
    again: parameters.again,
  };
}

function readMax(typed: string | null, problems: ProblemList): number | null {
  if (typed === null) return null;
  if (/^[1-9]\d{0,5}$/u.test(typed)) return Number(typed);
  problems.add(() => `max: “${typed.slice(0, 40)}” is not a number of pages from 1 to 999999.`);
  return null;
}

function readSource(typed: string, problems: ProblemList): FetchSource | null {
  try {
    return parseFetchSource(typed);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    for (const detail of error.details) problems.add(() => detail);
    return null;
  }
}
