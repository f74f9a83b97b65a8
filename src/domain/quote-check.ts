import type { LibraryStamp } from './library-stamp.ts';
import type { ReportHead } from './report.ts';
import type { SectionKey } from './section.ts';

/** A sentence of a pasted text. */
export interface PastedSentence {
  /** UTF-16 offsets into what was pasted, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** It stands between quotation marks. */
  readonly quoted: boolean;
}

/**
 * `verbatim`: its words stand in a report, all of them, in this order, nothing between them (case, punctuation and
 * diacritics aside; where the sentence marks an omission, each part by itself); `near`: most of them do; `too-short`:
 * fewer than five words, which prove nothing.
 */
export type QuoteVerdict = 'verbatim' | 'near' | 'not-found' | 'too-short';

/** A passage in which a sentence stands. */
export interface QuotePlace {
  readonly report: ReportHead;
  readonly section: SectionKey;
  readonly number: number;
}

/** A piece of two texts laid side by side: what both have, what only the pasted one has, what only the report has. */
export interface QuotePiece {
  readonly kind: 'same' | 'pasted' | 'report';
  readonly text: string;
}

/** The passage nearest to a sentence that stands nowhere as pasted. */
export interface NearestPassage extends QuotePlace {
  /** Words that both have in the same order, as a part of the words of the longer: 0 to 1. */
  readonly score: number;
  readonly pieces: readonly QuotePiece[];
}

export interface CheckedSentence {
  readonly sentence: PastedSentence;
  readonly verdict: QuoteVerdict;
  /** Oldest edition first; not more than are shown. */
  readonly places: readonly QuotePlace[];
  /** All places, those not listed included. */
  readonly placeCount: number;
  /** All editions in which it stands, oldest first. */
  readonly editions: readonly number[];
  /** Only for `near`. */
  readonly nearest: NearestPassage | null;
}

export interface QuoteCheck {
  readonly sentences: readonly CheckedSentence[];
  readonly counts: Readonly<Record<QuoteVerdict, number>>;
  readonly library: LibraryStamp;
}
