import type { Publication } from '../domain/publication.ts';

/** Said on the last page of a document: by what it can be proved, and how anybody can do it again. */
export const HOW_TO_RECOMPUTE = [
  'SHA-256 is that of the bytes captured from the address given with it, as any program for SHA-256 works it out from the same bytes.',
  'The version of a report is the first 12 hexadecimal digits of the SHA-256 of its words; the library version is the first 12 of the SHA-256 over the sorted lines “2021/mli@version” of all reports held.',
  'The same question asked of a library of the same version gives this file again, byte for byte.',
] as const;

/** The selection as the end of an address, `/report?years=…`; of an older version of a report, its own address. */
export function selectionAddress({ query }: Pick<Publication, 'query'>): string {
  return query.includes('=') ? `/report?${query}` : `/${query}`;
}
