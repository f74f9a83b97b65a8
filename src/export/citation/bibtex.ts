import { type Citation, citedTitle } from '../../domain/citation.ts';
import { readDay } from './citation-dates.ts';
import { listRecords } from './citation-keys.ts';
import { listNames } from './citation-names.ts';
import { describeRecordNote } from './citation-notes.ts';
import { describePlainPinpoint } from './citation-pinpoint.ts';
import { escapeTex, escapeTexAddress, escapeTexAscii } from './tex-text.ts';

type TexField = readonly [name: string, value: string | null];

/** Names of months are macros of every BibTeX style, and stand without braces. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** BibTeX records. The author stands in double braces, for BibTeX splits names at “and”. */
export function renderBibtex(citations: readonly Citation[]): string {
  return listRecords(citations)
    .map(({ key, citation }) => {
      const { bureau, department } = listNames(citation);
      const released = readDay(citation.releaseDate);
      return writeEntry('techreport', key, [
        ['author', `{${escapeTexAscii(bureau)}}`],
        ['title', `{${escapeTexAscii(citedTitle(citation))}}`],
        // A technical report without an institution is refused by BibTeX’s own styles.
        ['institution', escapeTexAscii(department?.dotted ?? bureau)],
        ['type', 'Country report'],
        ['year', released === null ? null : String(released.year)],
        ['month', released === null ? null : (MONTHS[released.month - 1] ?? null)],
        ['url', writeAddress(citation)],
        ['note', escapeTexAscii(describeRecordNote(citation))],
        ['annote', writePlace(citation, escapeTexAscii)],
      ]);
    })
    .join('\n');
}

/** BibLaTeX records, in UTF-8, with whole dates. */
export function renderBiblatex(citations: readonly Citation[]): string {
  return listRecords(citations)
    .map(({ key, citation }) => {
      const { bureau, department } = listNames(citation);
      return writeEntry('report', key, [
        ['author', `{${escapeTex(bureau)}}`],
        ['title', `{${escapeTex(citedTitle(citation))}}`],
        ['institution', escapeTex(department?.dotted ?? bureau)],
        ['type', 'Country report'],
        ['location', department === null ? null : 'Washington, DC'],
        ['date', citation.releaseDate],
        ['url', writeAddress(citation)],
        ['urldate', citation.officialAddress === null ? null : citation.capturedOn],
        ['note', escapeTex(describeRecordNote(citation))],
        ['annotation', writePlace(citation, escapeTex)],
        ['langid', 'english'],
      ]);
    })
    .join('\n');
}

function writeEntry(type: string, key: string, fields: readonly TexField[]): string {
  const known = fields.flatMap(([name, value]) =>
    value === null ? [] : [`  ${name} = ${name === 'month' ? value : `{${value}}`}`],
  );
  return `@${type}{${key},\n${known.join(',\n')}\n}\n`;
}

function writeAddress({ officialAddress }: Citation): string | null {
  return officialAddress === null ? null : escapeTexAddress(officialAddress);
}

/** The place belongs into the command that cites; here it only reminds of it. */
function writePlace({ pinpoint }: Citation, write: (text: string) => string): string | null {
  const place = describePlainPinpoint(pinpoint);
  return place === null ? null : write(place);
}
