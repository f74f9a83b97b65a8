import type { Address } from './address.ts';
import type { Area } from './area.ts';
import type { Correction } from './correction.ts';
import type { LibraryStamp } from './library-stamp.ts';

/**
 * `applies`: both texts stand in the newest versions held; `not-applicable`: one of them does not, and the
 * correction waits until it does again; `withdrawn`: somebody took it back.
 */
export type CorrectionState = 'applies' | 'not-applicable' | 'withdrawn';

export interface ListedCorrection {
  readonly correction: Correction;
  readonly state: CorrectionState;
  /** Why it does not apply, as a sentence; null of all others. */
  readonly reason: string | null;
  /** Where the two texts stand now; null unless it applies. */
  readonly now: { readonly left: Address; readonly right: Address } | null;
}

/** Corrections, the withdrawn ones too, in the order of saving. */
export interface CorrectionList {
  /** Null: of all areas. */
  readonly area: Area | null;
  /** Null: between any editions. */
  readonly editions: readonly [older: number, newer: number] | null;
  readonly corrections: readonly ListedCorrection[];
  readonly library: LibraryStamp;
}

/** As a reader reads them. */
export const STATE_WORDS: Readonly<Record<CorrectionState, string>> = {
  applies: 'stands',
  'not-applicable': 'stands, not applicable now',
  withdrawn: 'withdrawn',
};

/** "Velmora, 2021 and 2024: corrections of the alignment" */
export function describeListTitle({ area, editions }: Pick<CorrectionList, 'area' | 'editions'>): string {
  const where = [area?.name, editions?.join(' and ')].filter((part) => part !== undefined).join(', ');
  return where === '' ? 'Corrections of alignments' : `${where}: corrections of the alignment`;
}

/** What a correction is, said where they are listed. */
export const WHAT_CORRECTIONS_ARE =
  'A correction is what a reader says against the automatic alignment of two passages: that they belong together, or that they do not. The name is whatever the reader gave and is not checked. Nothing is ever deleted: a correction can be withdrawn, and the automatic result can always be shown.';
