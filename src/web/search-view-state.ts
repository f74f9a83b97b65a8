import type { Context } from 'hono';
import { Problem } from '../domain/problem.ts';
import type { SearchParameters } from '../workbench/search/search-request.ts';
import { rawQuery } from './desk.ts';

/** A search as it came in an address. */
export function readSearchQuery(query: URLSearchParams): SearchParameters {
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

/** @throws Problem invalid-input if the value is none of those known */
export function readChoice<T extends string>(
  query: URLSearchParams,
  name: string,
  known: readonly T[],
  usual: T,
): T {
  const value = (query.get(name) ?? '').trim().toLowerCase();
  if (value === '') return usual;
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new Problem('invalid-input', 'What was asked for cannot be understood.', [
    `${name}: “${value.slice(0, 40)}” is not known; write ${known.join(' or ')}.`,
  ]);
}

/** Programs write the same characters in several ways: that is the same address, not one to lead away from. */
export function isSameAddress(c: Context, canonical: string): boolean {
  const asked = rawQuery(c);
  const wanted = canonical.slice(canonical.indexOf('?') + 1);
  if (asked === wanted) return true;
  try {
    return decodeURIComponent(asked) === decodeURIComponent(wanted);
  } catch {
    return false;
  }
}
