import { type Citation, citedTitle } from '../../domain/citation.ts';
import { readDay } from './citation-dates.ts';
import { listRecords } from './citation-keys.ts';
import { listNames } from './citation-names.ts';
import { describeRecordNote } from './citation-notes.ts';
import { describePlainPinpoint } from './citation-pinpoint.ts';

/** CSL-JSON, as a list of items; `custom` holds what the schema has no variable for. */
export function renderCslJson(citations: readonly Citation[]): string {
  return `${JSON.stringify(listRecords(citations).map(toItem), null, 2)}\n`;
}

function toItem({ key, citation }: { readonly key: string; readonly citation: Citation }): object {
  const { bureau, department } = listNames(citation);
  const { officialAddress, pinpoint, copyAddress } = citation;
  const place = describePlainPinpoint(pinpoint);
  return {
    id: key,
    type: 'report',
    title: citedTitle(citation),
    author: [{ literal: bureau }],
    genre: 'Country report',
    ...(department === null ? {} : { publisher: department.dotted, 'publisher-place': 'Washington, DC' }),
    ...listDate('issued', citation.releaseDate),
    ...listDate('accessed', citation.capturedOn),
    ...(officialAddress === null ? {} : { URL: officialAddress }),
    language: 'en',
    note: describeRecordNote(citation),
    custom: {
      address: citation.addressText,
      version: citation.version,
      sha256: citation.sha256,
      ...(copyAddress === null ? {} : { copiedFrom: copyAddress }),
      ...(place === null ? {} : { place }),
      ...(pinpoint?.passageDigest ? { passageDigest: pinpoint.passageDigest } : {}),
    },
  };
}

function listDate(name: string, date: string | null): object {
  const day = readDay(date);
  return day === null ? {} : { [name]: { 'date-parts': [[day.year, day.month, day.day]] } };
}
