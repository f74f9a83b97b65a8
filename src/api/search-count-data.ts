import type { SearchCount } from '../domain/search-answer.ts';

/** A count as data: what makes it a number that can be repeated, and how the query was read. */
export function describeSearchCount({ query, passages, reports, denominator, library }: SearchCount): object {
  const { text, searched, typedFilters, notes, widenings } = query;
  return {
    query: text,
    passages,
    reports,
    denominator,
    library: library.version,
    searched,
    typedFilters,
    notes,
    widenings,
  };
}

/** The same in sentences: "12 passages in 3 of 9 reports", how the query was read, and the library. */
export function listCountNotes(count: SearchCount): string[] {
  const { query, passages, reports, denominator, library } = count;
  const read = [query.searched, ...query.typedFilters].filter((part) => part !== null).join(' AND ');
  return [
    `${number(passages)} passages in ${number(reports)} of ${number(denominator.reports)} reports; ${number(denominator.passages)} passages and ${number(denominator.words)} words searched; library version ${library.version}.`,
    ...(read === '' ? [] : [`Searched: ${read}`]),
    ...query.widenings.map(({ typed, added }) => `Related spellings of ${typed}: ${added.join(', ')}`),
    ...query.notes,
  ];
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
