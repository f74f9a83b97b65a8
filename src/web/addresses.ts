import { formatReportId } from '../domain/address.ts';
import { type Area, areaSlug } from '../domain/area.ts';
import type { ReportId, VersionId } from '../domain/report.ts';
import { formatSelection, type Selection } from '../domain/selection.ts';
import type { TopicId } from '../domain/topic.ts';

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

/** The builder with some choices made. */
export function builderAddress(choices: Readonly<Record<string, string | number>>): string {
  const query = Object.entries(choices).map(([name, value]) => `${name}=${value}`);
  return query.length === 0 ? '/' : `/?${query.join('&')}`;
}

/** Only what leads out by http or https is made a link. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(address);
}
