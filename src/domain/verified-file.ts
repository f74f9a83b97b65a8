import type { LibraryStamp } from './library-stamp.ts';
import type { CheckedSentence, QuotePiece } from './quote-check.ts';

/**
 * `stands`: word for word; `differs`: the file has other words; `missing`: the file says that it quotes the passage,
 * and its text is not there; `unknown`: this library has no such passage.
 */
export type PassageVerdict = 'stands' | 'differs' | 'missing' | 'unknown';

export const PASSAGE_VERDICTS: readonly PassageVerdict[] = ['stands', 'differs', 'missing', 'unknown'];

export interface VerifiedPassage {
  /** With the version where the file names one. */
  readonly address: string;
  readonly verdict: PassageVerdict;
  /** What a reader has to know besides, or null. */
  readonly note: string | null;
  /** Both texts side by side, where they differ. */
  readonly pieces: readonly QuotePiece[] | null;
}

/** What the file says of a report, beside what this library holds. */
export interface ClaimedReport {
  readonly address: string;
  /** `other-capture`: the same text, read from another copy of the page. */
  readonly held: 'same' | 'other-capture' | 'other-version' | 'not-held';
}

/** What an export says of itself. */
export interface CheckedClaims {
  readonly library: string;
  /** The library it was made from had the same texts. */
  readonly sameLibrary: boolean;
  readonly selection: string;
  readonly link: string;
  readonly reports: readonly ClaimedReport[];
  readonly complete: boolean;
}

/** What was found of a file. */
export interface VerifiedFile {
  readonly name: string;
  readonly format: string;
  readonly library: LibraryStamp;
  /** Null: the file does not say that it comes from Variorum. */
  readonly claims: CheckedClaims | null;
  readonly passages: readonly VerifiedPassage[];
  readonly counts: Readonly<Record<PassageVerdict, number>>;
  /** Sentences outside those passages, looked for in the whole library. */
  readonly sentences: readonly CheckedSentence[];
  /** Characters of text that were too many to be looked for. */
  readonly leftOut: number;
}

/** True if nothing of what the file quotes is other than in this library. */
export function isVerified({ counts, sentences, leftOut }: VerifiedFile): boolean {
  const foreign = sentences.some(({ verdict }) => verdict === 'near' || verdict === 'not-found');
  return counts.differs + counts.missing + counts.unknown === 0 && !foreign && leftOut === 0;
}
