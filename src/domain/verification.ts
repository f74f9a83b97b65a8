import { formatAddress } from './address.ts';
import type { Excerpt, Publication } from './publication.ts';

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
}

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
  const complete = passages <= MOST_VERIFIED;
  const reports = new Map<string, { captured: string; passages: Record<string, Record<string, string>> }>();
  return {
    add({ report, sections }) {
      const { edition, area, version, provenance } = report;
      const address = formatAddress({ edition, area, version });
      const known = reports.get(address) ?? { captured: provenance.sha256, passages: {} };
      reports.set(address, known);
      if (!complete) return;
      for (const { section, passages: quoted } of sections) {
        if (quoted.length === 0) continue;
        const digests = known.passages[section.key] ?? {};
        for (const { number, digest } of quoted) digests[number] = digest;
        known.passages[section.key] = digests;
      }
    },
    finish: () => ({
      kind: 'variorum-verification',
      schema: 1,
      library: library.version,
      selection: query,
      link: query.includes('=') ? `/report?${query}` : `/${query}`,
      reports: [...reports].map(([address, rest]) => ({ address, ...rest })),
      complete,
    }),
  };
}

/** The verification of a publication whose text is there. */
export function describeVerification(
  publication: Pick<Publication, 'query' | 'library' | 'passages'> & {
    readonly excerpts: readonly Excerpt[];
  },
): Verification {
  const notes = startVerification(publication);
  for (const excerpt of publication.excerpts) notes.add(excerpt);
  return notes.finish();
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
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
