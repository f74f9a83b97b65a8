import { assertNever } from '../../domain/assert-never.ts';
import type { GridRow } from './find-grid.ts';

/** By what the rows of a grid stand in order; with a hyphen before it, the other way round. */
export type GridSort = 'area' | '-area' | 'last' | '-last' | 'total' | '-total';

export const GRID_SORTS: readonly GridSort[] = ['area', '-area', 'last', '-last', 'total', '-total'];

/**
 * @param rows by name. `last`: what was reported latest first, what was never reported behind all; `total`: most
 *   passages first; those that are equal stand by name
 */
export function sortGrid(rows: readonly GridRow[], sort: GridSort): readonly GridRow[] {
  const found = (row: GridRow): number => (row.last === null ? 1 : 0);
  switch (sort) {
    case 'area':
      return rows;
    case '-area':
      return rows.toReversed();
    case 'last':
      return rows.toSorted((a, b) => found(a) - found(b) || (b.last ?? 0) - (a.last ?? 0));
    case '-last':
      return rows.toSorted((a, b) => found(a) - found(b) || (a.last ?? 0) - (b.last ?? 0));
    case 'total':
      return rows.toSorted((a, b) => b.passages - a.passages);
    case '-total':
      return rows.toSorted((a, b) => a.passages - b.passages);
    default:
      return assertNever(sort);
  }
}
