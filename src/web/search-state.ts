import type { Catalog } from '../domain/catalog.ts';
import { Problem } from '../domain/problem.ts';
import { type AreaChoice, formatAreaChoice, formatYears, labelAreaChoice } from '../domain/selection.ts';
import type { SearchParameters, SearchRequest } from '../workbench/search/search-request.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { FieldProblem } from './components/error-summary.tsx';

/** What stands in the fields of the search form. */
export interface SearchFields {
  readonly q: string;
  readonly years: string;
  readonly areas: string;
  readonly topics: string;
  readonly sections: string;
  /** Null: as usual. */
  readonly order: string | null;
  readonly spellings: string | null;
}

/** A search as it came in an address. */
export function readSearchParameters(query: URLSearchParams): SearchParameters {
  return {
    q: query.getAll('q'),
    years: query.getAll('years'),
    areas: query.getAll('areas'),
    topics: query.getAll('topics'),
    sections: query.getAll('sections'),
    order: query.getAll('order'),
    spellings: query.getAll('spellings'),
  };
}

/** The form as it was typed, but for characters that cannot be seen, for who has to mend something. */
export function keepTyped(parameters: SearchParameters): SearchFields {
  const show = (typed: readonly string[], between = ', '): string =>
    typed.join(between).replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ');
  return {
    q: show(parameters.q, ' '),
    years: show(parameters.years),
    areas: show(parameters.areas),
    topics: show(parameters.topics),
    sections: show(parameters.sections),
    // These have no field to be mended in: as usual again.
    order: null,
    spellings: null,
  };
}

/** The form for a search that was understood, in words a reader would type. */
export function fillFields(request: SearchRequest, catalog: Catalog): SearchFields {
  return {
    q: request.text,
    years: formatYears(request.years).replaceAll(',', ', '),
    areas: request.areas.map((choice) => labelAreaChoice(choice, catalog)).join(', '),
    topics: request.topics.map((id) => catalog.findTopic(id)?.label ?? id).join(', '),
    sections: request.sections.join(', '),
    order: request.order === 'relevance' ? null : request.order,
    spellings: request.spellings ? null : 'off',
  };
}

/** Every problem with the field it belongs to: each field is read by itself. */
export async function listSearchProblems(
  workbench: Workbench,
  parameters: SearchParameters,
): Promise<FieldProblem[]> {
  const empty: SearchParameters = {
    q: [],
    years: [],
    areas: [],
    topics: [],
    sections: [],
    order: [],
    spellings: [],
  };
  const found: FieldProblem[] = (await listQueryProblems(workbench, { ...empty, q: parameters.q })).map(
    (message) => ({ field: 'q', message: withoutName(message) }),
  );
  for (const field of ['years', 'areas', 'topics', 'sections', 'order', 'spellings'] as const) {
    const { problems } = await workbench.readSearch({ ...empty, [field]: parameters[field] });
    // The order and the spellings have no field of their own to lead to.
    const place = field === 'order' || field === 'spellings' ? 'q' : field;
    found.push(...problems.map((problem) => ({ field: place, message: withoutName(problem) })));
  }
  return found;
}

async function listQueryProblems(
  workbench: Workbench,
  parameters: SearchParameters,
): Promise<readonly string[]> {
  const { request } = await workbench.readSearch(parameters);
  try {
    await workbench.searchPassages(request, { cursor: null, size: 1 });
    return [];
  } catch (error) {
    if (error instanceof Problem && error.kind === 'invalid-input') return listDetails(error);
    throw error;
  }
}

/** What exactly is wrong; the message itself, where there is nothing more exact. */
export function listDetails({ message, details }: Problem): readonly string[] {
  return details.length > 0 ? details : [message];
}

/** `years: there is no edition 2031` → `There is no edition 2031` */
function withoutName(problem: string): string {
  const text = problem.replace(/^[a-z]+: /, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A filter that is on, and the search without it. */
export interface FilterChip {
  readonly kind: 'Edition' | 'Region' | 'Country or area' | 'Topic' | 'Section';
  readonly label: string;
  readonly without: SearchRequest;
}

/** All filters that are on; neighbouring years are one. */
export function listChips(request: SearchRequest, catalog: Catalog): FilterChip[] {
  const { years, areas, topics, sections } = request;
  return [
    ...listRuns(years).map((run): FilterChip => {
      const label = formatYears(run).replace('-', '–').replace(',', ', ');
      return {
        kind: 'Edition',
        label,
        without: { ...request, years: years.filter((year) => !run.includes(year)) },
      };
    }),
    ...areas.map(
      (choice): FilterChip => ({
        kind: choice.kind === 'region' ? 'Region' : 'Country or area',
        label: labelAreaChoice(choice, catalog),
        without: { ...request, areas: areas.filter((one) => one !== choice) },
      }),
    ),
    ...topics.map(
      (topic): FilterChip => ({
        kind: 'Topic',
        label: catalog.findTopic(topic)?.label ?? topic,
        without: toggleTopic(request, topic),
      }),
    ),
    ...sections.map(
      (key): FilterChip => ({
        kind: 'Section',
        label: key,
        without: { ...request, sections: sections.filter((one) => one !== key) },
      }),
    ),
  ];
}

/** The search with this year among its filters, or without it if it was. */
export function toggleYear(request: SearchRequest, year: number): SearchRequest {
  return { ...request, years: toggle(request.years, year).sort((a, b) => a - b) };
}

/** An area chosen inside a region that was on takes its place, and a region that of its areas: else nothing would change. */
export function toggleArea(request: SearchRequest, choice: AreaChoice, catalog: Catalog): SearchRequest {
  const wanted = formatAreaChoice(choice);
  const rest = request.areas.filter((one) => formatAreaChoice(one) !== wanted);
  if (rest.length < request.areas.length) return { ...request, areas: rest };
  const region = regionOf(choice, catalog);
  const apart = rest.filter((one) => one.kind === choice.kind || regionOf(one, catalog) !== region);
  return { ...request, areas: [...apart, choice] };
}

function regionOf(choice: AreaChoice, catalog: Catalog): string | null {
  if (choice.kind === 'all') return null;
  return choice.kind === 'region' ? choice.region : catalog.getArea(choice.area).region;
}

export function toggleTopic(request: SearchRequest, topic: string): SearchRequest {
  return { ...request, topics: toggle(request.topics, topic) };
}

export function withoutFilters(request: SearchRequest): SearchRequest {
  return { ...request, years: [], areas: [], topics: [], sections: [] };
}

function toggle<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

function listRuns(years: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run?.at(-1) === year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs;
}
