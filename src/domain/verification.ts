import { formatAddress } from './address.ts';
import type { EditionDigest } from './edition-digest.ts';
import type { LibraryStamp } from './library-stamp.ts';
import type { Passage } from './passage.ts';
import type { Excerpt, Publication } from './publication.ts';
import type { ReportHead } from './report.ts';

/** Digests of a report's passages: all of them, by section and number, or where they are many one for a section. */
export interface VerifiedReport {
  /** With the version: `2021/mli@0123456789ab`. */
  readonly address: string;
  /** SHA-256 of the captured page. */
  readonly captured: string;
  /** Section → number → the first 16 hexadecimal digits of the SHA-256 of the passage's text. */
  readonly passages: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What an export says of itself to a program: from which library, of which selection, and what it quotes. */
export interface Verification {
  readonly kind: 'variorum-verification';
  readonly schema: 1;
  readonly library: string;
  /** The canonical query string. */
  readonly selection: string;
  /** The address that gives it again, without a host. */
  readonly link: string;
  readonly reports: readonly VerifiedReport[];
  /** False where there are so many passages that only the reports are named. */
  readonly complete: boolean;
  /** The digests of the editions it takes from, where they were worked out for it. */
  readonly editions?: readonly EditionDigest[];
}

/** What the data is called where it is a file within a file. */
export const VERIFICATION_FILE = 'variorum-verification.json';

/** Above so many passages only the reports are named, with no word of what is quoted of each. */
export const MOST_VERIFIED = 5_000;

/** Gathers a verification while excerpts are written. */
export interface VerificationNotes {
  add(excerpt: Excerpt): void;
  finish(): Verification;
}

export function startVerification({
  query,
  library,
  passages,
}: Pick<Publication, 'query' | 'library' | 'passages'>): VerificationNotes {
  const reports = new GatheredReports(passages <= MOST_VERIFIED);
  return {
    add({ report, sections }) {
      reports.add(
        report,
        sections.flatMap((section) => section.passages),
      );
    },
    finish: () => ({
      kind: 'variorum-verification',
      schema: 1,
      library: library.version,
      selection: query,
      link: query.includes('=') ? `/report?${query}` : `/${query}`,
      ...reports.finish(),
    }),
  };
}

/** The verification of a publication whose text is there. */
export function describeVerification(
  publication: Pick<Publication, 'query' | 'library' | 'passages'> & {
    readonly excerpts: readonly Excerpt[];
  },
  editions: readonly EditionDigest[] = [],
): Verification {
  const notes = startVerification(publication);
  for (const excerpt of publication.excerpts) notes.add(excerpt);
  return { ...notes.finish(), ...nameEditions(editions) };
}

/** The verification of what is no publication: passages of reports, from whatever was asked for. */
export function verifyQuoted(
  about: { readonly library: LibraryStamp; readonly selection: string; readonly link: string },
  quoted: readonly QuotedPassages[],
  editions: readonly EditionDigest[] = [],
): Verification {
  const passages = quoted.reduce((sum, one) => sum + one.passages.length, 0);
  const reports = new GatheredReports(passages <= MOST_VERIFIED);
  for (const one of quoted) reports.add(one.report, one.passages);
  const { library, selection, link } = about;
  return {
    kind: 'variorum-verification',
    schema: 1,
    library: library.version,
    selection,
    link,
    ...reports.finish(),
    ...nameEditions(editions),
  };
}

/** As much of a passage as names it. */
export type NamedPassage = Pick<Passage, 'section' | 'number' | 'digest'>;

/** Passages of one report that are quoted. */
export interface QuotedPassages {
  readonly report: ReportHead;
  readonly passages: readonly NamedPassage[];
}

function nameEditions(editions: readonly EditionDigest[]): Pick<Verification, 'editions'> {
  return editions.length === 0 ? {} : { editions };
}

class GatheredReports {
  readonly #complete: boolean;
  readonly #reports = new Map<
    string,
    { captured: string; passages: Record<string, Record<string, string>> }
  >();

  constructor(complete: boolean) {
    this.#complete = complete;
  }

  add({ edition, area, version, provenance }: ReportHead, quoted: readonly NamedPassage[]): void {
    const address = formatAddress({ edition, area, version });
    const known = this.#reports.get(address) ?? { captured: provenance.sha256, passages: {} };
    this.#reports.set(address, known);
    if (!this.#complete) return;
    for (const { section, number, digest } of quoted) {
      const digests = known.passages[section] ?? {};
      digests[number] = digest;
      known.passages[section] = digests;
    }
  }

  finish(): Pick<Verification, 'reports' | 'complete'> {
    return {
      reports: [...this.#reports].map(([address, rest]) => ({ address, ...rest })),
      complete: this.#complete,
    };
  }
}

/** A verification as it was found in a file; null if it is none. */
export function readVerification(data: unknown): Verification | null {
  if (!isRecord(data) || data.kind !== 'variorum-verification') return null;
  const { library, selection, link, reports, complete } = data;
  if (typeof library !== 'string' || typeof selection !== 'string' || !Array.isArray(reports)) return null;
  const read: VerifiedReport[] = [];
  for (const report of reports as readonly unknown[]) {
    if (!isRecord(report) || typeof report.address !== 'string' || typeof report.captured !== 'string')
      return null;
    if (!isRecord(report.passages)) return null;
    const passages: Record<string, Record<string, string>> = {};
    for (const [section, digests] of Object.entries(report.passages)) {
      if (!isRecord(digests)) return null;
      passages[section] = Object.fromEntries(Object.entries(digests).map(([key, one]) => [key, String(one)]));
    }
    read.push({ address: report.address, captured: report.captured, passages });
  }
  return {
    kind: 'variorum-verification',
    schema: 1,
    library,
    selection,
    link: typeof link === 'string' ? link : '',
    reports: read,
    complete: complete === true,
    ...nameEditions(readEditions(data.editions)),
  };
}

function readEditions(data: unknown): EditionDigest[] {
  if (!Array.isArray(data)) return [];
  return (data as readonly unknown[]).flatMap((one) => {
    if (!isRecord(one)) return [];
    const { year, reports, digest } = one;
    return typeof year === 'number' && typeof reports === 'number' && typeof digest === 'string'
      ? [{ year, reports, digest }]
      : [];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
