import type { Edition } from './edition.ts';
import type { CaptureTimeSource } from './provenance.ts';
import type { ReportHead } from './report.ts';

/** The office that writes the reports. */
export const BUREAU = 'Bureau of Democracy, Human Rights, and Labor';

/** Said of every report in every export. */
export const UNOFFICIAL_NOTICE =
  'Unofficial copy prepared from the official publication at the address above; not certified.';

/** Said instead of an invented report. */
export const SAMPLE_NOTICE = 'Invented sample, not a publication of any government.';

/** One thing to be stated of a report: a label, its value, and an address where the value is one. */
export interface ReportFact {
  readonly label: string;
  readonly value: string;
  readonly href: string | null;
}

const TIME_SOURCES: Readonly<Record<CaptureTimeSource, string>> = {
  'archive-address': 'from the archive’s address',
  'archive-entry': 'from the archive file',
  'file-time': 'from the file’s time stamp',
  'warc-record': 'from the web archive',
  fetch: 'when it was fetched',
};

/** What must stand on every copy of a report: what it is, who released it when, where and when it was captured. */
export function listReportFacts(head: ReportHead, edition: Edition): readonly ReportFact[] {
  const { provenance, sample } = head;
  const facts = [fact('Edition', `${edition.year}, covers events of ${edition.coversEventsOf}`)];
  if (!sample) {
    facts.push(fact('Bureau', BUREAU));
    facts.push(fact('Released', describeRelease(edition)));
  }
  facts.push(fact('Captured', describeCapture(head)));
  facts.push(
    sample
      ? fact('Address in the sample page', provenance.address)
      : fact('Official address', provenance.address, provenance.address),
  );
  facts.push(fact('Captured from', provenance.host));
  if (provenance.capturedAddress !== null && provenance.capturedAddress !== provenance.address) {
    facts.push(
      fact('Address of the copy', provenance.capturedAddress, sample ? null : provenance.capturedAddress),
    );
  }
  facts.push(fact('SHA-256 of the captured bytes', provenance.sha256), fact('Version', head.version));
  return facts;
}

/** The sentence that says what kind of copy this is; stands after the facts. */
export function noticeFor({ sample }: Pick<ReportHead, 'sample'>): string {
  return sample ? SAMPLE_NOTICE : UNOFFICIAL_NOTICE;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2022-04-12` → "12 April 2022". Anything else stays as it is. */
export function formatDay(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? date : `${Number(day)} ${name} ${year}`;
}

/** `2025-08-14T09:12:33.000Z` → "14 August 2025, 09:12:33 UTC". Anything else stays as it is. */
export function formatInstant(instant: string): string {
  const time = /^\d{4}-\d{2}-\d{2}T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/.exec(instant)?.[1];
  return time === undefined ? instant : `${formatDay(instant)}, ${time} UTC`;
}

function describeRelease({ releaseDate, releaseDateNote }: Edition): string {
  const note = releaseDateNote === null ? '' : ` (${releaseDateNote.replace(/\.$/, '')})`;
  return `${releaseDate === null ? 'date not known' : formatDay(releaseDate)}${note}`;
}

function describeCapture({ provenance: { capturedAt, capturedAtSource } }: ReportHead): string {
  if (capturedAt === null) return 'time not known';
  const source = capturedAtSource === null ? '' : ` (${TIME_SOURCES[capturedAtSource]})`;
  return `${formatInstant(capturedAt)}${source}`;
}

function fact(label: string, value: string, href: string | null = null): ReportFact {
  return { label, value, href };
}
