import type { DataFormat } from '../api/data-document.ts';
import type { ConcordanceSort } from '../domain/concordance.ts';
import { encodeText, formatSearch, type SearchRequest } from '../workbench/search/search-request.ts';
import type { GridSort } from '../workbench/search/sort-grid.ts';

/** What a trend counts. */
export type TrendMeasure = 'passages' | 'reports' | 'rate';

export const TREND_MEASURES: readonly TrendMeasure[] = ['passages', 'reports', 'rate'];

/** `/search/concordance?q=…&sort=left`; a cursor leads to a later page. */
export function concordanceAddress(
  request: SearchRequest,
  sort: ConcordanceSort,
  options: { readonly format?: DataFormat; readonly cursor?: string | null } = {},
): string {
  const parts = [formatSearch(request)];
  if (sort !== 'place') parts.push(`sort=${sort}`);
  if (options.cursor) parts.push(`cursor=${options.cursor}`);
  return viewAddress('concordance', parts, options.format);
}

/** `/search/grid?q=…&sort=last` */
export function gridAddress(request: SearchRequest, sort: GridSort, format?: DataFormat): string {
  const parts = [formatSearch(request)];
  if (sort !== 'area') parts.push(`sort=${sort}`);
  return viewAddress('grid', parts, format);
}

/** `/search/trend?q=…&q=…&measure=rate`; the filters are those of the first. */
export function trendAddress(
  requests: readonly SearchRequest[],
  measure: TrendMeasure,
  format?: DataFormat,
): string {
  const [first] = requests;
  const parts = requests.map(({ text }) => `q=${encodeText(text)}`);
  if (first !== undefined)
    parts.push(
      ...formatSearch({ ...first, text: '' })
        .split('&')
        .slice(1),
    );
  if (measure !== 'passages') parts.push(`measure=${measure}`);
  return viewAddress('trend', parts, format);
}

function viewAddress(view: string, parts: readonly string[], format: DataFormat | undefined): string {
  return `/search/${view}${format === undefined ? '' : `.${format}`}?${parts.join('&')}`;
}
