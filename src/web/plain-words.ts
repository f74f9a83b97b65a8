import type { Area } from '../domain/area.ts';
import type { CoverageState } from '../domain/coverage.ts';
import type { SelectionOrder } from '../domain/selection.ts';
import type { MappingRelation } from '../domain/topic.ts';

// Numbers, dates and the product's own terms as a reader reads them.

/** `12,345` */
export function formatNumber(number: number): string {
  return String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 report`, `2,000 reports` */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

export const COVERAGE_WORDS: Readonly<Record<CoverageState, string>> = {
  held: 'held',
  'published-not-held': 'published, not held',
  'not-published': 'not published',
};

export const RELATION_WORDS: Readonly<Record<MappingRelation, string>> = {
  exact: 'same topic',
  close: 'nearly the same topic',
  broad: 'wider than the topic',
  narrow: 'part of the topic',
};

export const ORDER_WORDS: Readonly<Record<SelectionOrder, string>> = {
  area: 'Country by country',
  year: 'Year by year',
  section: 'Section by section',
};

export const AREA_KIND_WORDS: Readonly<Record<Area['kind'], string>> = {
  country: 'Country',
  area: 'Area',
  part: 'Part of another country or area, with a page of its own',
  sample: 'Invented, for trying the software',
};

export const UNOFFICIAL_NOTICE =
  'Variorum is not a government site. What it shows are unofficial copies of reports published by the U.S. Department of State; each one links the official address.';
