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

/** `2016–2019, 2021` */
export function describeYears(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(', ');
}

/** `1.3 MB` */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${formatNumber(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const COVERAGE_WORDS: Readonly<Record<CoverageState, string>> = {
  held: 'held',
  'published-not-held': 'published, not held',
  'not-published': 'not published',
};

export const RELATION_WORDS: Readonly<Record<MappingRelation, string>> = {
  exact: 'same subject',
  close: 'nearly the same subject',
  broad: 'wider than the subject',
  narrow: 'part of the subject',
};

export const ORDER_WORDS: Readonly<Record<SelectionOrder, string>> = {
  area: 'By country or area, then by year',
  year: 'By year, then by country or area',
  section: 'By section, then by country or area',
};

export const AREA_KIND_WORDS: Readonly<Record<Area['kind'], string>> = {
  country: 'Country',
  area: 'Area',
  part: 'Part of another country or area, with a page of its own',
  sample: 'Invented, for trying the software',
};

export const UNOFFICIAL_NOTICE =
  'Variorum is not a government site. What it shows are unofficial copies of reports published by the U.S. Department of State; each one links the official address.';
