import type { Citation } from '../../domain/citation.ts';
import { dayMonthYear, readDay } from './citation-dates.ts';

/** Said behind a citation of a text that was changed since, for its address now shows other words; else nothing. */
export function describeEarlierText({ newest, capturedOn, version, sample }: Citation): string | null {
  if (newest) return null;
  const day = readDay(capturedOn);
  const captured = day === null ? '' : `, as captured on ${dayMonthYear(day)}`;
  return ` [Earlier text of this ${sample ? 'sample' : 'report'}${captured}; Variorum version ${version}.]`;
}

/** "Covers events of 2021. Released 12 April 2022. Accessed 14 August 2025": what records have no field for. */
export function describeRecordNote(citation: Citation): string {
  const released = readDay(citation.releaseDate);
  const captured = readDay(citation.capturedOn);
  return [
    ...(citation.sample ? ['Invented sample, not a publication of any government'] : []),
    `Covers events of ${citation.coversEventsOf}`,
    ...(released === null ? [] : [`Released ${dayMonthYear(released)}`]),
    ...(captured === null ? [] : [`Accessed ${dayMonthYear(captured)}`]),
    ...(citation.copyAddress === null ? [] : [`Copied from ${citation.copyAddress}`]),
    ...(citation.newest ? [] : [`Earlier text, Variorum version ${citation.version}`]),
  ].join('. ');
}
