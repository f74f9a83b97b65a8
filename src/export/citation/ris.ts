import { type Citation, citedTitle } from '../../domain/citation.ts';
import { listRecords } from './citation-keys.ts';
import { listNames } from './citation-names.ts';
import { describeRecordNote } from './citation-notes.ts';
import { describePlainPinpoint } from './citation-pinpoint.ts';

/**
 * RIS records: `TY` first, `ER` last, lines that end in CR and LF. A comma in `AU` would mean family name and given
 * name, so the department is the author there and the bureau the publisher.
 */
export function renderRis(citations: readonly Citation[]): string {
  return listRecords(citations)
    .map(({ key, citation }) => {
      const { bureau, department } = listNames(citation);
      const fields: readonly (readonly [tag: string, value: string | null])[] = [
        ['TY', 'RPRT'],
        ['ID', key],
        ['AU', department?.dotted ?? bureau],
        ['TI', citedTitle(citation)],
        ['PY', citation.releaseDate?.slice(0, 4) ?? null],
        ['DA', citation.releaseDate?.replaceAll('-', '/') ?? null],
        ['CY', department === null ? null : 'Washington, DC'],
        ['PB', department === null ? null : bureau],
        ['M3', 'Country report'],
        ['SE', describePlainPinpoint(citation.pinpoint)],
        ['N1', describeRecordNote(citation)],
        ['LA', 'en'],
        ['UR', citation.officialAddress],
        ['Y2', citation.capturedOn?.replaceAll('-', '/') ?? null],
      ];
      const lines = fields.flatMap(([tag, value]) =>
        value === null ? [] : [`${tag}  - ${oneLine(value)}\r\n`],
      );
      return `${lines.join('')}ER  - \r\n`;
    })
    .join('\r\n');
}

/** A line break would begin another field. */
function oneLine(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return value.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
}
