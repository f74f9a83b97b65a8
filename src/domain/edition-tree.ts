import { formatAddress } from './address.ts';
import { type Hash, merklePath, merkleRoot, type PathStep, toHex } from './merkle.ts';
import type { Report, ReportHead } from './report.ts';
import type { Section } from './section.ts';

// The leaves of an edition's tree of hashes. Each is a few lines of UTF-8, and no value in it can hold a line break:
// addresses and hashes never do, and white space in printed headings is collapsed.

/** `passage`, the address, the SHA-256 of the text as UTF-8. */
export function passageLeaf(address: string, textHash: string): string {
  return `passage\n${address}\n${textHash}`;
}

/** `section`, the address, the heading as printed, the root over the passages directly in it. */
export function sectionLeaf(address: string, printed: string, root: string): string {
  return `section\n${address}\n${printed}\n${root}`;
}

/** `report`, the address with its version, the SHA-256 of the captured bytes, the root over its sections. */
export function reportLeaf(address: string, capturedHash: string, root: string): string {
  return `report\n${address}\n${capturedHash}\n${root}`;
}

type HashedReport = Pick<Report, 'edition' | 'area' | 'version' | 'provenance' | 'sections' | 'passages'>;

/** A report's leaf in its edition's tree. */
export function hashReport(report: HashedReport, hash: Hash): string {
  const root = merkleRoot(listSectionLeaves(report, hash), hash);
  return reportLeaf(formatAddress(versioned(report)), report.provenance.sha256, root);
}

/** An edition's digest: the root over its reports' leaves, by area id. */
export function hashEdition(leaves: readonly string[], hash: Hash): string {
  return merkleRoot(leaves, hash);
}

/** That one passage stands in an edition: enough to come from its text to the edition's digest. */
export interface PassageProof {
  readonly passage: { readonly address: string; readonly text: string; readonly path: readonly PathStep[] };
  readonly section: {
    readonly address: string;
    readonly printed: string;
    readonly path: readonly PathStep[];
  };
  readonly report: {
    readonly address: string;
    readonly captured: string;
    readonly path: readonly PathStep[];
  };
  readonly edition: { readonly year: number; readonly reports: number; readonly digest: string };
}

/**
 * @param order of the passage in the report
 * @param leaves of all reports of the edition
 * @param place of the report among them
 */
export function provePassage(
  report: HashedReport,
  order: number,
  leaves: readonly string[],
  place: number,
  hash: Hash,
): PassageProof {
  const passage = report.passages[order - 1];
  const at = report.sections.findIndex(({ key }) => key === passage?.section);
  const section = report.sections[at];
  if (passage === undefined || section === undefined) throw new RangeError(`There is no passage ${order}.`);
  return {
    passage: {
      address: addressOf(report, passage.section, passage.number),
      text: passage.text,
      path: merklePath(listPassageLeaves(report, section, hash), order - section.firstPassage, hash),
    },
    section: {
      address: addressOf(report, section.key),
      printed: section.printed,
      path: merklePath(listSectionLeaves(report, hash), at, hash),
    },
    report: {
      address: formatAddress(versioned(report)),
      captured: report.provenance.sha256,
      path: merklePath(leaves, place, hash),
    },
    edition: { year: report.edition, reports: leaves.length, digest: hashEdition(leaves, hash) },
  };
}

export function hashText(text: string, hash: Hash): string {
  return toHex(hash(new TextEncoder().encode(text)));
}

function listSectionLeaves(report: HashedReport, hash: Hash): string[] {
  return report.sections.map((section) =>
    sectionLeaf(
      addressOf(report, section.key),
      section.printed,
      merkleRoot(listPassageLeaves(report, section, hash), hash),
    ),
  );
}

function listPassageLeaves(report: HashedReport, section: Section, hash: Hash): string[] {
  const start = section.firstPassage - 1;
  return report.passages
    .slice(start, start + section.passageCount)
    .map(({ number, text }) => passageLeaf(addressOf(report, section.key, number), hashText(text, hash)));
}

function addressOf(
  { edition, area }: Pick<ReportHead, 'edition' | 'area'>,
  section: string,
  passage?: number,
) {
  return formatAddress({ edition, area, section, passage: passage ?? null });
}

function versioned({ edition, area, version }: Pick<ReportHead, 'edition' | 'area' | 'version'>) {
  return { edition, area, version };
}
