import type { Citation } from '../../domain/citation.ts';

/**
 * `usdos-mli-2021`, `usdos-mli-2021-1.c-4`: from the address alone, so that it is the same in every file. Made of
 * letters, digits, full stops and hyphens, which every program takes for a key.
 */
export function citationKey({ address, newest, version, sample }: Citation): string {
  const { area, edition, section, passage } = address;
  return [
    sample ? 'sample' : 'usdos',
    area,
    String(edition),
    ...(newest ? [] : [`v${version}`]),
    ...(section === null ? [] : [section.replaceAll('/', '.').replaceAll('~', '-again-')]),
    ...(passage === null ? [] : [String(passage)]),
  ].join('-');
}

/** One record for each key: who asks for a place twice gets it once. */
export function listRecords(
  citations: readonly Citation[],
): readonly { readonly key: string; readonly citation: Citation }[] {
  const records = new Map<string, Citation>();
  for (const citation of citations) {
    const key = citationKey(citation);
    if (!records.has(key)) records.set(key, citation);
  }
  return [...records].map(([key, citation]) => ({ key, citation }));
}
