import { type Citation, citedTitle } from '../../domain/citation.ts';
import type { CitationRun } from '../../domain/citation-style.ts';
import { readDay, yearMonthDay } from './citation-dates.ts';
import { listNames } from './citation-names.ts';
import { describeEarlierText } from './citation-notes.ts';
import { inDoubleQuotes, listPinpointParts } from './citation-pinpoint.ts';
import { italic, link, toAmericanRuns } from './citation-runs.ts';

/** APA 7, reference list: the whole report, its title in sentence case; the place stands in the text. */
export function renderApa(citation: Citation): readonly CitationRun[] {
  const { bureau, department } = listNames(citation);
  const released = readDay(citation.releaseDate);
  return toAmericanRuns([
    `${bureau}. (${released === null ? 'n.d.' : yearMonthDay(released)}). `,
    italic(citedTitle({ ...citation, series: citation.series.toLowerCase() })),
    '.',
    department === null ? null : ` ${department.dotted}.`,
    citation.officialAddress === null ? null : ' ',
    link(citation.officialAddress),
    describeEarlierText(citation),
  ]);
}

/** APA 7, in the text: author, year and place. */
export function renderApaInText(citation: Citation): readonly CitationRun[] {
  const { pinpoint } = citation;
  const unlabelled = pinpoint !== null && pinpoint.chapter === null && pinpoint.letter === null;
  const parts = listPinpointParts(pinpoint, {
    section: (label) => `Section ${label}`,
    heading: (heading) => (unlabelled ? `${heading} section` : inDoubleQuotes(heading)),
    passage: (number) => `para. ${number}`,
  });
  const year = readDay(citation.releaseDate)?.year ?? 'n.d.';
  return toAmericanRuns([`(${[listNames(citation).bureau, year, ...parts].join(', ')})`]);
}
