import { assertNever } from '../../domain/assert-never.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { FilterNode, QueryNode, Term } from '../../domain/query.ts';
import type { AreaChoice } from '../../domain/selection.ts';
import { type Token, tokenise } from '../../domain/tokens.ts';
import { preparePattern, type WordPattern } from '../../domain/word-pattern.ts';
import type { HitFilter } from '../../search/filter-hits.ts';
import type { HitQuery } from '../../search/hit-query.ts';
import { maskPlaces, maskReports, type PassageIndex, type Place } from '../../search/passage-index.ts';
import type { WordList } from '../../search/word-list.ts';
import { isAskedSection } from '../pick-passages.ts';
import type { ProblemList } from '../problem-list.ts';
import { readAreas } from '../read-areas.ts';
import { readSections } from '../read-sections.ts';
import { readYears } from '../read-years.ts';
import { splitValues } from '../typed-values.ts';
import type { SearchRequest } from './search-request.ts';

/** What a query is resolved against. */
export interface ResolveInput {
  readonly catalog: Catalog;
  readonly index: PassageIndex;
  readonly words: WordList;
  readonly isHeldSection: (key: string) => boolean;
  readonly problems: ProblemList;
}

/** Words get their forms, filters and headings their passages. */
export function resolveQuery(node: QueryNode, input: ResolveInput): HitQuery {
  switch (node.kind) {
    case 'term':
      return node.field === 'heading'
        ? { kind: 'mask', mask: maskHeadings(node, input) }
        : { kind: 'words', pattern: toPattern(node, input.words) };
    case 'near': {
      const patterns = (terms: readonly Term[]): WordPattern[] =>
        terms.map((term) => toPattern(term, input.words));
      const { left, right, distance } = node;
      return { kind: 'near', pattern: { left: patterns(left), right: patterns(right), distance } };
    }
    case 'filter':
      return { kind: 'mask', mask: maskFilter(node, input) };
    case 'not':
      return { kind: 'not', node: resolveQuery(node.node, input) };
    case 'and':
    case 'or':
      return { kind: node.kind, nodes: node.nodes.map((one) => resolveQuery(one, input)) };
    default:
      return assertNever(node);
  }
}

/** The filters beside the query. */
export function resolveFilter(request: SearchRequest, { catalog, index }: ResolveInput): HitFilter {
  const { years, areas, topics, sections } = request;
  const isArea = prepareAreas(areas, catalog);
  const mark = <T>(all: readonly T[], isWanted: (one: T) => boolean): Uint8Array =>
    Uint8Array.from(all, (one) => (isWanted(one) ? 1 : 0));
  return {
    years: years.length === 0 ? null : mark(index.heads, ({ edition }) => years.includes(edition)),
    areas: areas.length === 0 ? null : mark(index.heads, ({ area }) => isArea(area)),
    topics: topics.length === 0 ? null : mark(index.places, isInTopics(topics)),
    sections: sections.length === 0 ? null : mark(index.places, isInSections(sections)),
  };
}

function toPattern({ words, form, prefix }: Term, list: WordList): WordPattern {
  const last = prefix ? (words.at(-1) ?? '') : null;
  const whole = prefix ? words.slice(0, -1) : words;
  return { places: whole.map((word) => (form === 'stem' ? list.formsOf(word) : [word])), prefix: last };
}

function maskHeadings(term: Term, { index, words }: ResolveInput): Uint8Array {
  const finder = preparePattern(toPattern(term, words));
  const known = new Map<string, boolean>();
  const has = (heading: string): boolean => {
    const before = known.get(heading);
    if (before !== undefined) return before;
    const tokens: readonly Token[] = tokenise(heading);
    const found = finder.find(tokens).length > 0;
    known.set(heading, found);
    return found;
  };
  return maskPlaces(index, ({ headings }) => headings.some(has));
}

function maskFilter({ field, value }: FilterNode, input: ResolveInput): Uint8Array {
  const { catalog, index, problems } = input;
  const values = splitValues(field, [value], problems) ?? [];
  switch (field) {
    case 'year': {
      const years = readYears(values, catalog, problems);
      return maskReports(index, ({ edition }) => years.includes(edition));
    }
    case 'area': {
      const isArea = prepareAreas(readAreas(values, catalog, problems), catalog);
      return maskReports(index, ({ area }) => isArea(area));
    }
    case 'topic':
    case 'section': {
      const choices = readSections(values, catalog, input.isHeldSection, problems);
      const topics = choices.flatMap((choice) => (choice.kind === 'topic' ? choice.topic : []));
      const keys = choices.flatMap((choice) => (choice.kind === 'section' ? choice.key : []));
      const all = choices.some(({ kind }) => kind === 'all');
      const inTopics = isInTopics(topics);
      const inSections = isInSections(keys);
      return maskPlaces(index, (place) => all || inTopics(place) || inSections(place));
    }
    default:
      return assertNever(field);
  }
}

function prepareAreas(choices: readonly AreaChoice[], catalog: Catalog): (area: string) => boolean {
  const wanted = new Set(
    choices.flatMap((choice) => {
      switch (choice.kind) {
        case 'all':
          return catalog.areas.map(({ id }) => id);
        case 'region':
          return catalog.areas.flatMap(({ id, region }) => (region === choice.region ? id : []));
        case 'area':
          return [choice.area];
        default:
          return assertNever(choice);
      }
    }),
  );
  return (area) => wanted.has(area);
}

/** A place has all broader topics of its own, so that asking for one brings the narrower ones. */
function isInTopics(topics: readonly string[]): (place: Place) => boolean {
  return (place) => topics.some((topic) => place.topics.includes(topic));
}

/** A place has the keys of the sections above it, so that asking for one brings all beneath it. */
function isInSections(asked: readonly string[]): (place: Place) => boolean {
  return ({ keys }) => asked.some((one) => keys.some((key) => isAskedSection(key, one)));
}
