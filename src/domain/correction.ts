import { formatAddress } from './address.ts';
import type { AreaId } from './area.ts';
import type { ReportId, VersionId } from './report.ts';
import type { SectionKey } from './section.ts';

/** `pair`: these two belong together; `part`: they do not. */
export type CorrectionKind = 'pair' | 'part';

/**
 * A passage as it was judged. The judgement is on its text: it holds wherever the text stands in the report of that
 * edition. Where it stood, and in which version, is kept for who wants to look.
 */
export interface JudgedPassage extends ReportId {
  readonly version: VersionId;
  readonly section: SectionKey;
  readonly passage: number;
  readonly digest: string;
  /** Of passages with the very same text in one report, which: the first is 1. */
  readonly copy: number;
}

/** Who took a correction back, and when. */
export interface Withdrawal {
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What a reader says against the automatic alignment of two passages. Nothing of it ever changes but `withdrawn`. */
export interface Correction {
  /** First 12 hexadecimal digits of the SHA-256 of all that follows, `withdrawn` excepted. */
  readonly id: string;
  readonly kind: CorrectionKind;
  /** Of the older report. */
  readonly left: JudgedPassage;
  readonly right: JudgedPassage;
  /** A free name. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly note: string | null;
  /** Null: it stands. */
  readonly withdrawn: Withdrawal | null;
}

/** What a correction says of two reports: the passages by their order. */
export interface CorrectedLink {
  readonly kind: CorrectionKind;
  readonly left: number;
  readonly right: number;
}

/** A correction whose two texts both stand in the reports that are compared. */
export interface ResolvedCorrection extends CorrectedLink {
  readonly correction: Correction;
}

/** Narrows a list of corrections; null means any. Editions are those of both sides. */
export interface CorrectionFilter {
  readonly area: AreaId | null;
  readonly editions: readonly [older: number, newer: number] | null;
}

/** What saving a correction did, and which one says so now: the one given, or one that said the same before. */
export interface CorrectionOutcome {
  readonly outcome: 'added' | 'unchanged' | 'withdrawn';
  readonly id: string;
}

export const LONGEST_NAME = 80;
export const LONGEST_NOTE = 500;
/** Who gives no name. */
export const ANONYMOUS = 'anonymous';

export function isStanding({ withdrawn }: Correction): boolean {
  return withdrawn === null;
}

/** True if both speak of the same two passages. */
export function isOfSamePassages(one: Correction, other: Correction): boolean {
  return isSameText(one.left, other.left) && isSameText(one.right, other.right);
}

function isSameText(one: JudgedPassage, other: JudgedPassage): boolean {
  return (
    one.edition === other.edition &&
    one.area === other.area &&
    one.digest === other.digest &&
    one.copy === other.copy
  );
}

/** The standing correction that says the opposite of the same two passages, or null. */
export function findContradicted(correction: Correction, known: readonly Correction[]): Correction | null {
  return (
    known.find(
      (one) => isStanding(one) && one.kind !== correction.kind && isOfSamePassages(one, correction),
    ) ?? null
  );
}

/** The standing correction that says the same, or null. */
export function findEqual(correction: Correction, known: readonly Correction[]): Correction | null {
  return (
    known.find(
      (one) => isStanding(one) && one.kind === correction.kind && isOfSamePassages(one, correction),
    ) ?? null
  );
}

/** "To pair 2023/mli#1.c:4 with 2024/mli#1.c:3 contradicts correction 0123456789ab, by which …" */
export function describeContradiction(correction: Correction, standing: Correction): string {
  const wish = correction.kind === 'pair' ? 'To pair' : 'To part';
  const [left, right] = nameJudged(correction);
  return `${wish} ${left} ${correction.kind === 'pair' ? 'with' : 'from'} ${right} contradicts correction ${standing.id}, by which ${standing.by} ${KIND_WORDS[standing.kind]} them on ${formatMoment(standing.at)}; that one would have to be withdrawn first.`;
}

/** As a reader reads them. */
export const KIND_WORDS: Readonly<Record<CorrectionKind, string>> = { pair: 'paired', part: 'parted' };

/** `2023/mli#1.c:4` of either side, with the version where the edition alone would not tell them apart. */
export function nameJudged({
  left,
  right,
}: Pick<Correction, 'left' | 'right'>): [left: string, right: string] {
  const name = ({ edition, area, version, section, passage }: JudgedPassage): string =>
    formatAddress({
      edition,
      area,
      section,
      passage,
      version: left.edition === right.edition ? version : null,
    });
  return [name(left), name(right)];
}

/** `2026-11-24T10:12:30.000Z` → "2026-11-24, 10:12 UTC" */
export function formatMoment(at: string): string {
  return `${at.slice(0, 10)}, ${at.slice(11, 16)} UTC`;
}
