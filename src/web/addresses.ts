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

/** `/compare/mli/2023/2024`, or with a format the file: `/compare/mli/2023/2024.csv`. */
export function comparisonAddress(
  area: AreaId,
  from: ComparedEdition,
  to: ComparedEdition,
  query = '',
  format: string | null = null,
): string {
  return `/compare/${area}/${pairAddress(from, to)}${format === null ? '' : `.${format}`}${query === '' ? '' : `?${query}`}`;
}

/** `/removed/mli/2016/2024` */
export function removalsAddress(
  area: AreaId,
  from: ComparedEdition,
  to: ComparedEdition,
  query = '',
  format: string | null = null,
): string {
  return `/removed/${area}/${pairAddress(from, to)}${format === null ? '' : `.${format}`}${query === '' ? '' : `?${query}`}`;
}

function pairAddress(from: ComparedEdition, to: ComparedEdition): string {
  return [from, to]
    .map(({ edition, version }) => `${edition}${version === null ? '' : `@${version}`}`)
    .join('/');
}

/** `/2021/mli/1.c:4/history`, or with a format the file. */
export function historyAddress(
  { edition, area, version = null, section, passage }: Partial<Address> & ReportId,
  format: string | null = null,
): string {
  const ending = format === null ? '' : `.${format}`;
  return `${reportAddress({ edition, area }, version)}/${section}:${passage}/history${ending}`;
}

/** `/areas/mali/last-reported` */
export function lastReportedAddress(area: Area): string {
  return `${areaAddress(area)}/last-reported`;
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
