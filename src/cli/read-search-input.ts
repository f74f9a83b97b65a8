import { CONCORDANCE_SORTS, type ConcordanceSort } from '../domain/concordance.ts';
import { Problem } from '../domain/problem.ts';
import { MOST_SERIES } from '../workbench/search/find-trend.ts';
import type { SearchParameters, SearchRequest } from '../workbench/search/search-request.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { CommandInput } from './command.ts';

/** What is wanted of a search: its passages, or one of the other views. */
export type SearchView = 'hits' | 'count' | 'kwic' | 'trend' | 'grid';

export type SearchFormat = 'txt' | 'json' | 'csv' | 'md';

export const SEARCH_FORMATS: readonly SearchFormat[] = ['txt', 'json', 'csv', 'md'];

/** A search as asked for on the command line. */
export interface SearchInput {
  /** One; several only for a trend. */
  readonly requests: readonly [SearchRequest, ...SearchRequest[]];
  readonly view: SearchView;
  readonly format: SearchFormat;
  /** Passages or lines at most; null: all. */
  readonly limit: number | null;
  readonly sort: ConcordanceSort;
}

/** Passages and lines given in a form for reading, where not asked for more. */
const USUAL_LIMIT = 20;
const FILTERS = ['years', 'areas', 'topics', 'sections'];
const VIEWS: readonly SearchView[] = ['count', 'kwic', 'trend', 'grid'];

/** @throws Problem invalid-input, with every single thing that is wrong */
export async function readSearchInput(input: CommandInput, workbench: Workbench): Promise<SearchInput> {
  const problems: string[] = [];
  const view = readView(input, problems);
  const format = readFormat(input, problems);
  const limit = readLimit(input, view, format, problems);
  const sort = readSort(input, view, problems);
  const [first, ...more] = await readRequests(input, view, workbench, problems);
  if (problems.length > 0 || first === undefined) {
    throw new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
  }
  return { requests: [first, ...more], view, format, limit, sort };
}

function readView({ flags }: CommandInput, problems: string[]): SearchView {
  const asked = VIEWS.filter((view) => flags.has(view));
  if (asked.length > 1) problems.push(`${asked.map((view) => `--${view}`).join(' and ')}: give one of them.`);
  return asked[0] ?? 'hits';
}

function readFormat(input: CommandInput, problems: string[]): SearchFormat {
  const typed = input.values.get('format')?.at(-1) ?? 'txt';
  const format = SEARCH_FORMATS.find((one) => one === typed.toLowerCase());
  if (format === undefined) {
    problems.push(`format: there is no “${typed.slice(0, 60)}”; write ${SEARCH_FORMATS.join(', ')}.`);
  }
  return format ?? 'txt';
}

function readLimit(
  input: CommandInput,
  view: SearchView,
  format: SearchFormat,
  problems: string[],
): number | null {
  const typed = input.values.get('limit')?.at(-1);
  if (typed !== undefined && view !== 'hits' && view !== 'kwic') {
    problems.push(`limit: --${view} counts everything; leave --limit out.`);
  }
  if (typed === undefined) return format === 'txt' || format === 'md' ? USUAL_LIMIT : null;
  if (typed.toLowerCase() === 'all') return null;
  if (/^[1-9]\d{0,8}$/.test(typed)) return Number(typed);
  problems.push(
    `limit: “${typed.slice(0, 60)}” is no number of passages; write a whole number from 1, or all.`,
  );
  return null;
}

function readSort(input: CommandInput, view: SearchView, problems: string[]): ConcordanceSort {
  const typed = input.values.get('sort')?.at(-1);
  if (typed === undefined) return 'place';
  if (view !== 'kwic') problems.push('sort: only lines can be sorted by a side; add --kwic, or use --order.');
  const sort = CONCORDANCE_SORTS.find((one) => one === typed.toLowerCase());
  if (sort === undefined) {
    problems.push(`sort: “${typed.slice(0, 60)}” is not known; write ${CONCORDANCE_SORTS.join(', ')}.`);
  }
  return sort ?? 'place';
}

/** A trend takes each operand for a query; else they are one query, as if a space stood between them. */
async function readRequests(
  input: CommandInput,
  view: SearchView,
  workbench: Workbench,
  problems: string[],
): Promise<SearchRequest[]> {
  const queries = view === 'trend' ? input.operands : [input.operands.join(' ')];
  if (queries.length > MOST_SERIES) {
    problems.push(`QUERY: ${queries.length} are too many for one table; give at most ${MOST_SERIES}.`);
  }
  const some = queries.slice(0, MOST_SERIES);
  const isFiltered = FILTERS.some((name) => input.values.has(name));
  if (!isFiltered && (some.length === 0 || some.some((query) => query.trim() === ''))) {
    problems.push('QUERY: nothing is given to search for; type a word or a phrase, or name a filter.');
  }
  const values = (name: keyof SearchParameters): readonly string[] => input.values.get(name) ?? [];
  const requests: SearchRequest[] = [];
  for (const query of some.length === 0 ? [''] : some) {
    const reading = await workbench.readSearch({
      q: [query],
      years: values('years'),
      areas: values('areas'),
      topics: values('topics'),
      sections: values('sections'),
      order: values('order'),
      spellings: values('spellings'),
    });
    // The filters are the same for all: what is wrong with them is told once.
    if (requests.length === 0) problems.push(...reading.problems);
    requests.push(reading.request);
  }
  return requests;
}
