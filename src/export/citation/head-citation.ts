import { citeReport } from '../../domain/citation.ts';
import type { CitationRun, ProseStyle } from '../../domain/citation-style.ts';
import type { Edition } from '../../domain/edition.ts';
import type { ReportHead } from '../../domain/report.ts';
import { renderCitation } from './render-citations.ts';

/** A report, and whether its text is the newest there is of it. */
export interface CitedHead {
  readonly report: ReportHead;
  readonly edition: Edition;
  readonly newest: boolean;
}

/** How a document names a report it takes from; without a style, a full note of the Chicago manual. */
export function citeHead(
  { report, edition, newest }: CitedHead,
  style: ProseStyle = 'chicago-note',
): readonly CitationRun[] {
  return renderCitation(citeReport(report, edition, newest), style);
}
