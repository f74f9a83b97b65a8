import { type Citation, citedTitle, type Pinpoint } from '../../domain/citation.ts';
import type { CitationRun } from '../../domain/citation-style.ts';
import { dayMonthYear, readDay } from './citation-dates.ts';
import { listNames } from './citation-names.ts';
import { describeEarlierText } from './citation-notes.ts';
import { inSingleQuotes, listPinpointParts } from './citation-pinpoint.ts';
import { italic, joinKnown, link, toRuns } from './citation-runs.ts';

/** OSCOLA, for the United Kingdom and Ireland: abbreviations without full stops, subsections in parentheses. */
export function renderOscola(citation: Citation): readonly CitationRun[] {
  const { bureau, department } = listNames(citation);
  const released = readDay(citation.releaseDate);
  const accessed = readDay(citation.capturedOn);
  const imprint = [department?.undotted ?? null, released === null ? 'nd' : dayMonthYear(released)];
  return toRuns([
    `${bureau}, `,
    italic(citedTitle(citation)),
    ` (${joinKnown(imprint, ', ')})`,
    describePlace(citation.pinpoint),
    ...(citation.officialAddress === null ? [] : [' <', link(citation.officialAddress), '>']),
    accessed === null || citation.officialAddress === null ? null : ` accessed ${dayMonthYear(accessed)}`,
    '.',
    describeEarlierText(citation),
  ]);
}

function describePlace(pinpoint: Pinpoint | null): string | null {
  const parts = listPinpointParts(pinpoint, {
    section: (label) => `s ${label.replace(/^(\d+)\.([a-z])$/, '$1($2)')}`,
    heading: inSingleQuotes,
    passage: (number) => `para ${number}`,
  });
  return parts.length === 0 ? null : ` ${parts.join(', ')}`;
}
