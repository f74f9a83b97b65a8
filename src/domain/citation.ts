import { type Address, formatAddress } from './address.ts';
import type { Edition } from './edition.ts';
import type { Passage } from './passage.ts';
import type { ReportHead } from './report.ts';
import { BUREAU } from './report-facts.ts';
import type { Section } from './section.ts';

/** The place meant inside a report. */
export interface Pinpoint {
  /** Chapter and letter as printed, `1` and `c`; null where the page prints none. */
  readonly chapter: string | null;
  readonly letter: string | null;
  /** The headings without a label that lead there, as printed: "Women"; those of labelled sections are left out. */
  readonly headings: readonly string[];
  /** The second time that the report prints this label or heading: 2; null where it stands once. */
  readonly repeat: number | null;
  /** The passage's place in its section, counted by us, for the reports number none; null: the section. */
  readonly passage: number | null;
  /** Of the passage's text; see `Passage`. */
  readonly passageDigest: string | null;
}

/** All that a style may say of a report or of a place in it. What is not known is null, and no style makes it up. */
export interface Citation {
  readonly address: Address;
  /** The address in this library, `2021/mli#1.c:4`; the version stands in it where the newest is not meant. */
  readonly addressText: string;
  readonly edition: number;
  readonly coversEventsOf: number;
  /** "2021 Country Reports on Human Rights Practices", and the area as this report prints it. */
  readonly series: string;
  readonly areaName: string;
  /** Null for an invented sample. */
  readonly bureau: string | null;
  /** `YYYY-MM-DD` */
  readonly releaseDate: string | null;
  readonly officialAddress: string | null;
  /** Where the copy was taken from, if that is another address than the official one. */
  readonly copyAddress: string | null;
  /** The day of the capture in UTC, `YYYY-MM-DD`. */
  readonly capturedOn: string | null;
  readonly version: string;
  readonly sha256: string;
  readonly newest: boolean;
  readonly pinpoint: Pinpoint | null;
  readonly sample: boolean;
}

/** How to name a report. Nothing of an invented sample is laid at anybody's door: it has no bureau, date or address. */
export function citeReport(
  head: ReportHead,
  edition: Edition,
  newest: boolean,
  pinpoint: Pinpoint | null = null,
  place: Pick<Address, 'section' | 'passage'> = { section: null, passage: null },
): Citation {
  const { provenance, sample, version } = head;
  const address: Address = {
    edition: head.edition,
    area: head.area,
    version: newest ? null : version,
    section: place.section,
    passage: place.passage,
  };
  return {
    address,
    addressText: formatAddress(address),
    edition: edition.year,
    coversEventsOf: edition.coversEventsOf,
    series: edition.title,
    areaName: head.areaName,
    bureau: sample ? null : BUREAU,
    releaseDate: sample ? null : edition.releaseDate,
    officialAddress: sample ? null : provenance.address,
    copyAddress:
      sample || provenance.capturedAddress === provenance.address ? null : provenance.capturedAddress,
    capturedOn: sample ? null : (/^\d{4}-\d{2}-\d{2}/.exec(provenance.capturedAt ?? '')?.[0] ?? null),
    version,
    sha256: provenance.sha256,
    newest,
    pinpoint,
    sample,
  };
}

/** @param path the sections that lead to the place, the chapter first; at least one */
export function describePinpoint(path: readonly Section[], passage: Passage | null): Pinpoint {
  const labels = path.flatMap(({ label }) => label ?? []);
  const chapter = labels.map((label) => /^section\s+(\d+)/i.exec(label)?.[1]).find((one) => one) ?? null;
  const letter = labels.map((label) => /^([a-z])\.$/i.exec(label)?.[1]).find((one) => one) ?? null;
  return {
    chapter,
    letter: letter?.toLowerCase() ?? null,
    headings: path.flatMap(({ label, heading }) => (label === null ? heading : [])),
    repeat: findRepeat(path),
    passage: passage?.number ?? null,
    passageDigest: passage?.digest ?? null,
  };
}

/** "2021 Country Reports on Human Rights Practices: Mali" */
export function citedTitle({
  series,
  areaName,
  sample,
}: Pick<Citation, 'series' | 'areaName' | 'sample'>): string {
  const title = `${series}: ${areaName}`;
  return sample ? `${title} [invented sample, not a publication of any government]` : title;
}

/** `1.c`, `6`; null where the place has no printed label. */
export function sectionLabel({ chapter, letter }: Pinpoint): string | null {
  return chapter === null ? letter : letter === null ? chapter : `${chapter}.${letter}`;
}

/** The `~2` of a section's key, the last one on its way. */
function findRepeat(path: readonly Section[]): number | null {
  const key = path.at(-1)?.key ?? '';
  const found = [...key.matchAll(/~(\d+)/g)].at(-1)?.[1];
  return found === undefined ? null : Number(found);
}
