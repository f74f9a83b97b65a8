import type { ContentsEntry } from '../domain/publication.ts';
import { formatSectionChoice } from '../domain/selection.ts';

/**
 * The id of an excerpt on the page of a custom report, `2021-mli`; the ids of its passages begin with it and a
 * hyphen. With the order by section one report may stand there several times, so the choice stands before it.
 */
export function excerptAnchor({ report, choice }: Pick<ContentsEntry, 'report' | 'choice'>): string {
  return `${choice === null ? '' : `${formatSectionChoice(choice)}-`}${report.edition}-${report.area}`;
}
