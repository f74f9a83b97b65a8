import {
  numberOf,
  shareOf,
  WIDE_NUMBERS,
  type WideMeasure,
  type WideNumber,
  type WideRow,
} from './wide-view.ts';

/**
 * By what rows stand in order: `area` and `region` by name, `share` by the measure shown, one of the table's numbers,
 * or a topic by its id. What is greatest comes first; with a hyphen before it, the other way round.
 */
export interface WideSort {
  readonly by: string;
  readonly turned: boolean;
}

export const USUAL_SORT: WideSort = { by: 'area', turned: false };

export function formatSort({ by, turned }: WideSort): string {
  return turned ? `-${by}` : by;
}

export function isNumber(by: string): by is WideNumber {
  return WIDE_NUMBERS.some((one) => one === by);
}

/** Rows as given where they are equal; those without a number last. @param rows in their own order */
export function sortWideRows(
  rows: readonly WideRow[],
  { by, turned }: WideSort,
  measure: WideMeasure,
): readonly WideRow[] {
  if (by === 'area') return turned ? rows.toReversed() : rows;
  if (by === 'region') {
    const order = turned ? -1 : 1;
    return rows.toSorted((a, b) => order * a.area.region.localeCompare(b.area.region, 'en'));
  }
  const measureRow = (row: WideRow): number | null => {
    if (isNumber(by)) return numberOf(row.counts, by);
    return shareOf(by === 'share' ? row.counts : row.byTopic.get(by), measure);
  };
  return rows
    .map((row) => ({ row, value: measureRow(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return turned ? a.value - b.value : b.value - a.value;
    })
    .map(({ row }) => row);
}
