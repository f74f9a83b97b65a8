import type { Catalog } from '../../domain/catalog.ts';
import { Problem } from '../../domain/problem.ts';
import type { SectionKey } from '../../domain/section.ts';
import { type AreaChoice, formatAreaChoice, formatYears } from '../../domain/selection.ts';
import type { TopicId } from '../../domain/topic.ts';
import { HIT_ORDERS, type HitOrder } from '../../search/order-hits.ts';
import { ProblemList, showValue } from '../problem-list.ts';
import { readAreas } from '../read-areas.ts';
import { readSections } from '../read-sections.ts';
import { readYears } from '../read-years.ts';
import { splitValues } from '../typed-values.ts';

/** A search as typed; each parameter may stand several times and hold several values between commas. */
export interface SearchParameters {
  readonly q: readonly string[];
  readonly years: readonly string[];
  readonly areas: readonly string[];
  readonly topics: readonly string[];
  readonly sections: readonly string[];
  readonly order: readonly string[];
  /** `off`: related spellings are not looked for. */
  readonly spellings: readonly string[];
}

/** What is searched and where. Empty lists are no filter. Its canonical query string is its address. */
export interface SearchRequest {
  /** As typed, white space at the ends taken off. */
  readonly text: string;
  readonly years: readonly number[];
  readonly areas: readonly AreaChoice[];
  readonly topics: readonly TopicId[];
  readonly sections: readonly SectionKey[];
  readonly order: HitOrder;
  readonly spellings: boolean;
}

/** What could be understood of it, for filling a form again, and every problem there is. */
export interface SearchReading {
  readonly request: SearchRequest;
  readonly problems: readonly string[];
}

/** @throws Problem invalid-input, with every single thing that is wrong */
export function parseSearch(
  parameters: SearchParameters,
  catalog: Catalog,
  isHeldSection: (key: string) => boolean,
): SearchRequest {
  const { request, problems } = readSearch(parameters, catalog, isHeldSection);
  if (problems.length > 0)
    throw new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
  return request;
}

/** Reads what can be understood and names what cannot; never throws. */
export function readSearch(
  parameters: SearchParameters,
  catalog: Catalog,
  isHeldSection: (key: string) => boolean,
): SearchReading {
  const problems = new ProblemList();
  const values = (name: keyof SearchParameters): readonly string[] =>
    splitValues(name, parameters[name], problems) ?? [];
  const years = readYears(values('years'), catalog, problems);
  const areas = readAreas(values('areas'), catalog, problems);
  const choices = [...values('topics'), ...values('sections')];
  const sections = readSections(choices, catalog, isHeldSection, problems);
  const request: SearchRequest = {
    // What cannot be seen stands between words, as in the texts; a lone surrogate could not be written into an address.
    text: parameters.q
      .join(' ')
      .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
      .replace(/\p{Cs}/gu, '\uFFFD')
      .trim(),
    years: years.length === catalog.editions.length ? [] : years,
    areas: areas.some(({ kind }) => kind === 'all') ? [] : areas,
    topics: sections.flatMap((choice) => (choice.kind === 'topic' ? choice.topic : [])),
    sections: sections.flatMap((choice) => (choice.kind === 'section' ? choice.key : [])),
    order: readOne('order', values('order'), HIT_ORDERS, 'relevance', problems),
    spellings: readOne('spellings', values('spellings'), ['on', 'off'], 'on', problems) === 'on',
  };
  return { request, problems: problems.lines };
}

/** True if there is neither a word nor a filter: nothing is asked. */
export function isEmptySearch({ text, years, areas, topics, sections }: SearchRequest): boolean {
  return text === '' && [years, areas, topics, sections].every((some) => some.length === 0);
}

/** `q=prison+food&years=2019-2023&areas=mli&topics=torture&order=newest`; what is as usual is left out. */
export function formatSearch(request: SearchRequest): string {
  const parts = [`q=${encodeText(request.text)}`];
  if (request.years.length > 0) parts.push(`years=${formatYears(request.years)}`);
  if (request.areas.length > 0) parts.push(`areas=${request.areas.map(formatAreaChoice).join(',')}`);
  if (request.topics.length > 0) parts.push(`topics=${request.topics.join(',')}`);
  if (request.sections.length > 0) parts.push(`sections=${request.sections.join(',')}`);
  if (request.order !== 'relevance') parts.push(`order=${request.order}`);
  if (!request.spellings) parts.push('spellings=off');
  return parts.join('&');
}

/** As forms send it, but for what can stand in an address as it is and reads better so. */
export function encodeText(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/%(?:3A|2C|2F)/g, (code) => decodeURIComponent(code));
}

function readOne<T extends string>(
  name: string,
  values: readonly string[],
  known: readonly T[],
  usual: T,
  problems: ProblemList,
): T {
  const found = values.flatMap((value) => {
    const one = known.find((word) => word === value.toLowerCase());
    if (one === undefined)
      problems.add(() => `${name}: ${showValue(value)} is not known; write ${known.join(' or ')}.`);
    return one ?? [];
  });
  return found[0] ?? usual;
}
