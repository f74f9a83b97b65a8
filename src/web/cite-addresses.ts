import type { Address } from '../domain/address.ts';
import { formatFragment } from '../domain/address.ts';
import type { DataStyle } from '../domain/citation-style.ts';
import type { ReportId } from '../domain/report.ts';
import { reportAddress } from './addresses.ts';

/** A file that programs which manage references read. */
export interface CiteFile {
  /** Without the dot in front. */
  readonly ending: string;
  readonly style: DataStyle;
  readonly name: string;
  readonly type: string;
}

/** The media types are those by which programs know the files. */
export const CITE_FILES: readonly CiteFile[] = [
  { ending: 'bib', style: 'bibtex', name: 'BibTeX', type: 'application/x-bibtex' },
  { ending: 'biblatex.bib', style: 'biblatex', name: 'BibLaTeX', type: 'application/x-bibtex' },
  { ending: 'ris', style: 'ris', name: 'RIS', type: 'application/x-research-info-systems' },
  {
    ending: 'csl.json',
    style: 'csl-json',
    name: 'CSL-JSON',
    type: 'application/vnd.citationstyles.csl+json',
  },
];

/** `/2021/mli/cite`, `/2021/mli/1.c:4/cite`, or with an ending the file: `/2021/mli/1.c:4/cite.ris`. */
export function citePlaceAddress(
  { edition, area, version = null, section = null, passage = null }: Partial<Address> & ReportId,
  ending: string | null = null,
): string {
  const place = section === null ? '' : `/${formatFragment(section, passage).slice(1)}`;
  return `${reportAddress({ edition, area }, version)}${place}/cite${ending === null ? '' : `.${ending}`}`;
}

/** `/report/cite?years=…`: all reports of a custom report. */
export function customCiteAddress(query: string): string {
  return `/report/cite?${query}`;
}

/** `/cite?pins=2021/mli%231.c:4,2022/mli`: places chosen one by one. */
export function pinsAddress(pins: readonly string[], ending: string | null = null): string {
  const query = pins.map((pin) => pin.replaceAll('#', '%23')).join(',');
  return `/cite${ending === null ? '' : `.${ending}`}${query === '' ? '' : `?pins=${query}`}`;
}

/** The records of a page, for programs that look for them in its head. @param address that of the citation’s page */
export function listCiteAlternates(
  address: string,
): readonly { readonly type: string; readonly address: string }[] {
  const [path = '', query] = address.split('?');
  return CITE_FILES.filter(({ style }) => style !== 'biblatex').map(({ type, ending }) => ({
    type,
    address: `${path}.${ending}${query === undefined ? '' : `?${query}`}`,
  }));
}
