import type { DataFormat } from '../api/data-document.ts';
import { type Address, formatFragment, formatReportId } from '../domain/address.ts';
import { type Area, type AreaId, areaSlug } from '../domain/area.ts';
import type { Passage } from '../domain/passage.ts';
import type { ReportId, VersionId } from '../domain/report.ts';
import { formatSelection, type Selection } from '../domain/selection.ts';
import type { TopicId } from '../domain/topic.ts';
import { encodeText, formatSearch, type SearchRequest } from '../workbench/search/search-request.ts';

// Where everything stands. These addresses last for ever.

export function reportAddress(id: ReportId, version: VersionId | null = null): string {
  return `/${formatReportId(id)}${version === null ? '' : `@${version}`}`;
}

export function areaAddress(area: Area): string {
  return `/areas/${areaSlug(area)}`;
}

export function editionAddress(year: number): string {
  return `/editions/${year}`;
}

export function topicAddress(id: TopicId): string {
  return `/topics/${id}`;
}

/** `/report?years=…`, or with a format the file: `/report.csv?years=…`. */
export function customReportAddress(selection: Selection | string, format: string | null = null): string {
  const query = typeof selection === 'string' ? selection : formatSelection(selection);
  return `/report${format === null ? '' : `.${format}`}?${query}`;
}

/** `/side-by-side?years=2021&sections=…&areas=mli,ner`, or with a format the file. */
export function sideBySideAddress(selection: Selection | string, format: string | null = null): string {
  const query = typeof selection === 'string' ? selection : formatSelection(selection);
  return `/side-by-side${format === null ? '' : `.${format}`}${query === '' ? '' : `?${query}`}`;
}

/** `/search?q=…`, or with a format all hits as data: `/search.csv?q=…`. */
export function searchAddress(request: SearchRequest | string, format: DataFormat | null = null): string {
  const query = typeof request === 'string' ? request : formatSearch(request);
  return `/search${format === null ? '' : `.${format}`}?${query}`;
}

/** A report with the same words marked as in a search: `/2021/mli?q=prison+food#1.c:4`. */
export function markedReportAddress(
  report: ReportId,
  { text, spellings }: Pick<SearchRequest, 'text' | 'spellings'>,
  passage: Pick<Passage, 'section' | 'number'> | null = null,
): string {
  const query = text === '' ? '' : `?q=${encodeText(text)}${spellings ? '' : '&spellings=off'}`;
  const fragment = passage === null ? '' : formatFragment(passage.section, passage.number);
  return `${reportAddress(report)}${query}${fragment}`;
}

/** The builder with some choices made. */
export function builderAddress(choices: Readonly<Record<string, string | number>>): string {
  const query = Object.entries(choices).map(([name, value]) => `${name}=${value}`);
  return query.length === 0 ? '/' : `/?${query.join('&')}`;
}

/** Only what leads out by http or https is made a link. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(address);
}

/** An edition of a comparison, and its version where one is named. */
export interface ComparedEdition {
  readonly edition: number;
  readonly version: VersionId | null;
}

/** The address of something about two editions: area, editions, query without its question mark, and format. */
export type PairAddress = (
  area: AreaId,
  from: ComparedEdition,
  to: ComparedEdition,
  query?: string,
  format?: string | null,
) => string;

/** `/compare/mli/2023/2024`, or with a format the file: `/compare/mli/2023/2024.csv`. */
export const comparisonAddress: PairAddress = pairAddressUnder('/compare');

/** `/compare/mli/2023/2024/correct?left=1.c:4`: where a passage, and what it is paired with, can be corrected. */
export function correctAddress(
  area: AreaId,
  from: ComparedEdition,
  to: ComparedEdition,
  side: 'left' | 'right',
  { section, number }: Pick<Passage, 'section' | 'number'>,
): string {
  return `${comparisonAddress(area, from, to)}/correct?${side}=${section}:${number}`;
}

/** `/compare/mli/2023/2024/corrections` */
export function correctionsAddress(area: AreaId, from: ComparedEdition, to: ComparedEdition): string {
  return `${comparisonAddress(area, from, to)}/corrections`;
}

/** `/removed/mli/2016/2024` */
export const removalsAddress: PairAddress = pairAddressUnder('/removed');

/** `/removed?from=2023&to=2024&areas=africa`, a further page of it, or with a format all of it as a file. */
export function removalsListAddress(query: string, page = 1, format: string | null = null): string {
  const ending = format === null ? '' : `.${format}`;
  return `/removed${ending}?${query}${page === 1 || format !== null ? '' : `&page=${page}`}`;
}

function pairAddressUnder(part: string): PairAddress {
  const name = ({ edition, version }: ComparedEdition): string =>
    `${edition}${version === null ? '' : `@${version}`}`;
  return (area, from, to, query = '', format = null) =>
    `${part}/${area}/${name(from)}/${name(to)}${format === null ? '' : `.${format}`}${query === '' ? '' : `?${query}`}`;
}

/** `/2021/mli/1.c:4/history`, or with a format the file. */
export function historyAddress(
  { edition, area, version = null, section, passage }: Partial<Address> & ReportId,
  format: string | null = null,
): string {
  const ending = format === null ? '' : `.${format}`;
  return `${reportAddress({ edition, area }, version)}/${section}:${passage}/history${ending}`;
}

/** `/areas/mali/last-reported`, narrowed `?topics=women`, or with a format the file. */
export function lastReportedAddress(area: Area, query = '', format: string | null = null): string {
  return `${areaAddress(area)}/last-reported${format === null ? '' : `.${format}`}${query === '' ? '' : `?${query}`}`;
}

/** `/compare/all/2023/2024`: all areas; `/compare/mli`: all editions of one. */
export function wideAddress(
  of: { readonly from: number; readonly to: number } | { readonly area: AreaId },
  query = '',
  format: string | null = null,
): string {
  const path = 'area' in of ? of.area : `all/${of.from}/${of.to}`;
  return `/compare/${path}${format === null ? '' : `.${format}`}${query === '' ? '' : `?${query}`}`;
}
