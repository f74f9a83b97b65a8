import { Problem } from './problem.ts';
import type { ReportId, VersionId } from './report.ts';
import type { SectionKey } from './section.ts';

/** The address of a report, a section or a passage: `2021/mli`, `2021/mli#1.c`, `2021/mli@0123456789ab#1.c:4`. */
export interface Address extends ReportId {
  /** Null: the newest version. */
  readonly version: VersionId | null;
  readonly section: SectionKey | null;
  readonly passage: number | null;
}

/** `2021/mli` */
export function formatReportId({ edition, area }: ReportId): string {
  return `${edition}/${area}`;
}

/** `2021/mli#1.c:4`; the version stands in it only where one is given. */
export function formatAddress(address: Partial<Address> & ReportId): string {
  const version = address.version ? `@${address.version}` : '';
  return `${formatReportId(address)}${version}${formatFragment(address.section ?? null, address.passage ?? null)}`;
}

/** `#1.c:4`, `#6/women`, or nothing. */
export function formatFragment(section: SectionKey | null, passage: number | null): string {
  if (section === null) return '';
  return passage === null ? `#${section}` : `#${section}:${passage}`;
}

const ADDRESS = /^(\d{4})\/([a-z]{3})(?:@([0-9a-f]{12}))?(?:#([a-z0-9./~-]+?)(?::([1-9]\d{0,5}))?)?$/;

/** @throws Problem invalid-input */
export function parseAddress(text: string): Address {
  const match = ADDRESS.exec(text);
  if (match === null) {
    throw new Problem('invalid-input', `“${text.slice(0, 80)}” is not the address of a report or passage.`, [
      'An address looks like 2021/mli, 2021/mli#1.c or 2021/mli#1.c:4.',
    ]);
  }
  const [, edition, area, version, section, passage] = match;
  return {
    edition: Number(edition),
    area: area ?? '',
    version: version ?? null,
    section: section ?? null,
    passage: passage === undefined ? null : Number(passage),
  };
}
