import { type Citation, citedTitle } from '../../domain/citation.ts';
import type { CitationRun } from '../../domain/citation-style.ts';
import { monthDayYear, readDay } from './citation-dates.ts';
import { listNames } from './citation-names.ts';
import { describeEarlierText } from './citation-notes.ts';
import { inDoubleQuotes, listPinpointParts } from './citation-pinpoint.ts';
import { italic, joinKnown, link, toAmericanRuns } from './citation-runs.ts';

/** Chicago 17, a full note. */
export function renderChicagoNote(citation: Citation): readonly CitationRun[] {
  const { bureau, department } = listNames(citation);
  const parts = listPinpointParts(citation.pinpoint, {
    section: (label) => `sec. ${label}`,
    heading: inDoubleQuotes,
    passage: (number) => `para. ${number}`,
  });
  return toAmericanRuns([
    `${joinKnown([department?.undotted ?? null, bureau], ', ')}, `,
    italic(citedTitle(citation)),
    ` (${describeImprint(citation)})`,
    ...parts.map((part) => `, ${part}`),
    citation.officialAddress === null ? null : ', ',
    link(citation.officialAddress),
    '.',
    describeEarlierText(citation),
  ]);
}

/** Chicago 17, bibliography: the whole report; the place stands in the note. */
export function renderChicagoBibliography(citation: Citation): readonly CitationRun[] {
  const { bureau, department } = listNames(citation);
  return toAmericanRuns([
    `${joinKnown([department?.undotted ?? null, bureau], '. ')}. `,
    italic(citedTitle(citation)),
    `. ${describeImprint(citation).replace(/\.$/, '')}.`,
    citation.officialAddress === null ? null : ' ',
    link(citation.officialAddress),
    citation.officialAddress === null ? null : '.',
    describeEarlierText(citation),
  ]);
}

function describeImprint(citation: Citation): string {
  const released = readDay(citation.releaseDate);
  const place = listNames(citation).department === null ? null : 'Washington, DC';
  return joinKnown([place, released === null ? 'n.d.' : monthDayYear(released)], ', ');
}
