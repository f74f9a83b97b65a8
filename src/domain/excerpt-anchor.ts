import type { ContentsEntry } from './publication.ts';
import { formatSectionChoice } from './selection.ts';

/**
 * The id of an excerpt on a page of several reports, `2021-mli`; the ids of its passages are it, a hyphen and the
 * fragment: `2021-mli-1.c:4`. With the order by section one report may stand on the page several times, so the
 * choice stands before it.
 */
export function excerptAnchor({ report, choice }: Pick<ContentsEntry, 'report' | 'choice'>): string {
  return `${choice === null ? '' : `${formatSectionChoice(choice)}-`}${report.edition}-${report.area}`;
}
