import { hashText, type PassageProof, passageLeaf, reportLeaf, sectionLeaf } from './edition-tree.ts';
import { followPath, type Hash } from './merkle.ts';

/** What a proof comes to. */
export interface CheckedProof {
  readonly address: string;
  /** The digest that the text, its headings and the hashes beside them come to. */
  readonly digest: string;
  /** The digest that the proof itself names. */
  readonly claimed: string;
  /** Both are the same. */
  readonly holds: boolean;
}

/**
 * From the text to the edition's digest, with nothing but the proof. That it holds says that the proof is whole; what
 * it is worth depends on whether its digest is the one the edition has elsewhere.
 */
export function checkProof({ passage, section, report, edition }: PassageProof, hash: Hash): CheckedProof {
  const inSection = followPath(
    passageLeaf(passage.address, hashText(passage.text, hash)),
    passage.path,
    hash,
  );
  const inReport = followPath(sectionLeaf(section.address, section.printed, inSection), section.path, hash);
  const digest = followPath(reportLeaf(report.address, report.captured, inReport), report.path, hash);
  const belongs =
    passage.address.startsWith(`${section.address}:`) &&
    section.address.split('#')[0] === report.address.split('@')[0] &&
    report.address.startsWith(`${edition.year}/`);
  return {
    address: passage.address,
    digest,
    claimed: edition.digest,
    holds: belongs && digest === edition.digest,
  };
}

/** A proof as it stands in a file, or null if it is none. */
export function readProof(data: unknown): PassageProof | null {
  if (!isRecord(data)) return null;
  const { passage, section, report, edition } = data;
  if (!hasTexts(passage, 'address', 'text') || !hasPath(passage)) return null;
  if (!hasTexts(section, 'address', 'printed') || !hasPath(section)) return null;
  if (!hasTexts(report, 'address', 'captured') || !hasPath(report)) return null;
  if (!hasTexts(edition, 'digest') || typeof edition.year !== 'number') return null;
  // Every part that is read was looked at above.
  return data as unknown as PassageProof;
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function hasTexts(value: unknown, ...names: readonly string[]): value is Fields {
  return isRecord(value) && names.every((name) => typeof value[name] === 'string');
}

function hasPath({ path }: Fields): boolean {
  return (
    Array.isArray(path) &&
    path.length <= 64 &&
    path.every(
      (step: unknown) =>
        isRecord(step) &&
        (step.side === 'left' || step.side === 'right') &&
        typeof step.hash === 'string' &&
        /^[0-9a-f]{64}$/.test(step.hash),
    )
  );
}
