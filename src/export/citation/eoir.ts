import { type Citation, citedTitle } from '../../domain/citation.ts';
import type { CitationRun } from '../../domain/citation-style.ts';
import { describeBluebookPinpoint } from './bluebook.ts';
import { readDay, shortMonthDayYear } from './citation-dates.ts';
import { listNames } from './citation-names.ts';
import { describeEarlierText } from './citation-notes.ts';
import { italic, joinKnown, link, toAmericanRuns } from './citation-runs.ts';

/**
 * For immigration courts, which ask for no form: Appendix I of the practice manuals follows the Bluebook with less
 * formality, and prefers italics for titles. So the bureau’s name is whole, and “available at” stands before the address.
 */
export function renderEoir(citation: Citation): readonly CitationRun[] {
  const names = listNames(citation);
  const released = readDay(citation.releaseDate);
  return toAmericanRuns([
    joinKnown([names.bureau, names.department?.bluebook ?? null], ', '),
    ', ',
    italic(citedTitle(citation)),
    describeBluebookPinpoint(citation.pinpoint),
    ` (${released === null ? 'n.d.' : shortMonthDayYear(released)})`,
    citation.officialAddress === null ? null : ', available at ',
    link(citation.officialAddress),
    '.',
    describeEarlierText(citation),
  ]);
}
