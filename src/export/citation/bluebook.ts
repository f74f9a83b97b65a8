import { type Citation, citedTitle, type Pinpoint } from '../../domain/citation.ts';
import type { CitationRun } from '../../domain/citation-style.ts';
import { readDay, shortMonthDayYear } from './citation-dates.ts';
import { listNames } from './citation-names.ts';
import { describeEarlierText } from './citation-notes.ts';
import { inDoubleQuotes, listPinpointParts, type PinpointForm } from './citation-pinpoint.ts';
import { italic, joinKnown, link, smallCaps, toAmericanRuns } from './citation-runs.ts';

/** For courts: the title in italics. */
export function renderBluebook(citation: Citation): readonly CitationRun[] {
  return compose(citation, (who) => who, italic);
}

/** For law reviews: author and title in large and small capitals, as of books and reports. */
export function renderBluebookLawReview(citation: Citation): readonly CitationRun[] {
  return compose(citation, smallCaps, smallCaps);
}

function compose(
  citation: Citation,
  setAuthor: (text: string) => CitationRun | string,
  setTitle: (text: string) => CitationRun,
): readonly CitationRun[] {
  const names = listNames(citation);
  const released = readDay(citation.releaseDate);
  return toAmericanRuns([
    setAuthor(joinKnown([names.shortBureau, names.department?.bluebook ?? null], ', ')),
    ', ',
    setTitle(citedTitle(citation)),
    describeBluebookPinpoint(citation.pinpoint),
    ` (${released === null ? 'n.d.' : shortMonthDayYear(released)})`,
    citation.officialAddress === null ? null : ', ',
    link(citation.officialAddress),
    ...(citation.copyAddress === null ? [] : [' [', link(citation.copyAddress), ']']),
    '.',
    describeEarlierText(citation),
  ]);
}

/** A section stands behind the title without a comma, a heading alone with one. Paragraphs bear no numbers, so no “¶”. */
export function describeBluebookPinpoint(pinpoint: Pinpoint | null): string {
  const parts = listPinpointParts(pinpoint, BLUEBOOK_FORM);
  if (parts.length === 0) return '';
  return `${parts[0]?.startsWith('§') === true ? ' ' : ', '}${parts.join(', ')}`;
}

const BLUEBOOK_FORM: PinpointForm = {
  section: (label) => `§ ${label}`,
  heading: inDoubleQuotes,
  passage: (number) => `para. ${number}`,
};
