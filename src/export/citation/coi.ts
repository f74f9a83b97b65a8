import { type Citation, citedTitle } from '../../domain/citation.ts';
import type { CitationRun } from '../../domain/citation-style.ts';
import { dayMonthYear, readDay } from './citation-dates.ts';
import { listNames } from './citation-names.ts';
import { describeEarlierText } from './citation-notes.ts';
import { inDoubleQuotes, listPinpointParts } from './citation-pinpoint.ts';
import { link, toRuns } from './citation-runs.ts';

/** As country-of-origin researchers write it: source, title, date, address, day of access. Common practice, no rule. */
export function renderCoi(citation: Citation): readonly CitationRun[] {
  const { bureau, department } = listNames(citation);
  const released = readDay(citation.releaseDate);
  const accessed = readDay(citation.capturedOn);
  const place = listPinpointParts(citation.pinpoint, {
    section: (label) => `section ${label}`,
    heading: inDoubleQuotes,
    passage: (number) => `para. ${number}`,
  });
  return toRuns([
    department === null ? bureau : `USDOS – ${department.undotted}`,
    `: ${citedTitle(citation)}, ${released === null ? 'undated' : dayMonthYear(released)}`,
    ...place.map((part) => `, ${part}`),
    citation.officialAddress === null ? null : ', ',
    link(citation.officialAddress),
    accessed === null ? null : ` (accessed on ${dayMonthYear(accessed)})`,
    describeEarlierText(citation),
  ]);
}
