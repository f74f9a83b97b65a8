import type { Catalog } from '../domain/catalog.ts';
import { formatYears } from '../domain/selection.ts';
import { type ProblemList, showValue } from './problem-list.ts';

/** Editions from values such as `2021`, `2016-2019` and `all`; oldest first, each once. */
export function readYears(values: readonly string[], catalog: Catalog, problems: ProblemList): number[] {
  const editions = catalog.editions.map(({ year }) => year);
  const found = new Set<number>();
  for (const value of values) {
    for (const year of readYearValue(value, editions, problems)) found.add(year);
  }
  return [...found].sort((a, b) => a - b);
}

function readYearValue(value: string, editions: readonly number[], problems: ProblemList): readonly number[] {
  if (value.toLowerCase() === 'all') return editions;
  const known = `the editions are ${formatYears(editions).replaceAll(',', ', ')}`;
  const match = /^(\d{4})(?:\s*[-‐‑‒–—]\s*(\d{4}))?$/u.exec(value);
  if (match === null) {
    problems.add(
      () => `years: ${showValue(value)} is not a year or range; write 2021, 2016-2019 or all (${known}).`,
    );
    return [];
  }
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  if (from > to) {
    problems.add(() => `years: ${showValue(value)} runs backwards; write ${to}-${from}.`);
    return [];
  }
  const unknown = [from, to].filter((year) => !editions.includes(year));
  if (unknown.length > 0) {
    const named = [...new Set(unknown)].join(' or ');
    problems.add(() => `years: there is no edition ${named}; ${known}.`);
  }
  return editions.filter((year) => year >= from && year <= to);
}
