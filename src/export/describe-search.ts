import type { SearchCount, SearchedQuery } from '../domain/search-answer.ts';
import { countOf } from './front-matter.ts';

/** What every export of a search says of itself. */
export const WHAT_A_SEARCH_IS =
  'Passages found in the annual Country Reports on Human Rights Practices. Made with Variorum, which is no government service; unofficial copies, not certified; each passage names its report and the report’s official address.';

/** What was typed, or what is searched where nothing was. */
export function nameQuery({ text }: SearchedQuery): string {
  return text === '' ? 'all passages' : text;
}

/** How the query was read, in sentences: what was searched, what widened it, what counted as one, what was passed over. */
export function listQueryNotes({ text, understood, notes, widenings, forms }: SearchedQuery): string[] {
  return [
    ...(understood === '' || understood === text ? [] : [`Searched as: ${understood}`]),
    ...widenings.map(({ typed, added }) => `Related spellings of ${typed}: ${added.join(', ')}`),
    ...forms
      .filter((one) => one.forms.length > 1)
      .map((one) => `Word forms counted for ${one.word}: ${one.forms.join(', ')}`),
    ...notes,
  ];
}

/** "labor: labor, labors; union: union, unions": the forms counted as one, for a cell of a table. */
export function nameForms({ forms }: SearchedQuery): string {
  return forms.map((one) => `${one.word}: ${one.forms.join(', ')}`).join('; ');
}

/** "12 passages in 3 reports" */
export function describeCount({ passages, reports }: Pick<SearchCount, 'passages' | 'reports'>): string {
  return `${countOf(passages, 'passage')} in ${countOf(reports, 'report')}`;
}

/** "1,234 passages and 45,678 words in 56 reports" */
export function describeDenominator({ denominator }: Pick<SearchCount, 'denominator'>): string {
  const { passages, words, reports } = denominator;
  return `${countOf(passages, 'passage')} and ${countOf(words, 'word')} in ${countOf(reports, 'report')}`;
}

/** A count as data: exactly what makes a number that can be repeated. */
export function countToJson({ query, passages, reports, denominator, library }: SearchCount): {
  readonly query: string;
  readonly passages: number;
  readonly reports: number;
  readonly denominator: SearchCount['denominator'];
  readonly library: string;
} {
  return { query: query.text, passages, reports, denominator, library: library.version };
}

/** How the query was read, as data. */
export function queryToJson({ searched, typedFilters, notes, widenings, forms }: SearchedQuery): object {
  return { searched, typedFilters, notes, widenings, forms };
}
