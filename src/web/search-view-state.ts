import type { Context } from 'hono';
import { Problem } from '../domain/problem.ts';
import { rawQuery } from './desk.ts';

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
