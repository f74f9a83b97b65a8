import { type Citation, citedTitle } from '../../domain/citation.ts';
import type { CitationRun } from '../../domain/citation-style.ts';
import { dayShortMonthYear, readDay } from './citation-dates.ts';
import { listNames } from './citation-names.ts';
import { describeEarlierText } from './citation-notes.ts';
import { inDoubleQuotes, listPinpointParts } from './citation-pinpoint.ts';
import { italic, joinKnown, link, toAmericanRuns } from './citation-runs.ts';

/** MLA 9, works cited: the government as author, from the widest body to the narrowest; the place stands in the text. */
export function renderMla(citation: Citation): readonly CitationRun[] {
  const released = readDay(citation.releaseDate);
  const accessed = readDay(citation.capturedOn);
  return toAmericanRuns([
    `${nameAuthor(citation)}. `,
    italic(citedTitle(citation)),
    '.',
    released === null ? null : ` ${dayShortMonthYear(released)}`,
    citation.officialAddress === null ? null : released === null ? ' ' : ', ',
    link(citation.officialAddress),
    released === null && citation.officialAddress === null ? null : '.',
    accessed === null ? null : ` Accessed ${dayShortMonthYear(accessed)}.`,
    describeEarlierText(citation),
  ]);
}

/** MLA 9, in the text: author and place. */
export function renderMlaInText(citation: Citation): readonly CitationRun[] {
  const parts = listPinpointParts(citation.pinpoint, {
    section: (label) => `sec. ${label}`,
    heading: inDoubleQuotes,
    passage: (number) => `par. ${number}`,
  });
  return toAmericanRuns([`(${[nameAuthor(citation), ...parts].join(', ')})`]);
}

function nameAuthor(citation: Citation): string {
  const { bureau, department } = listNames(citation);
  return joinKnown([department?.mla ?? null, bureau], ', ');
}
