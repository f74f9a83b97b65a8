import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import { describeHistoryGaps, describeLife, HOW_HISTORIES_ARE_MADE } from '../domain/describe-history.ts';
import { isAbsentSomewhere, type PassageHistory } from '../domain/passage-history.ts';
import { describeYears } from '../domain/selection.ts';

/** What every export of a history says of itself. */
export const WHAT_A_HISTORY_IS =
  'One passage of the annual Country Reports on Human Rights Practices through its editions. Made with Variorum, which is no government service; each report names its official address.';

/** What became of the passage; that absence is no evidence, where an edition lacks it; what is not held. */
export function listLife(history: PassageHistory): readonly string[] {
  return [
    ...describeLife(history),
    ...(isAbsentSomewhere(history) ? [ABSENCE_NOTE] : []),
    ...describeHistoryGaps(history),
  ];
}

/** How it was made, and from which library. */
export function listMaking({ held, library }: PassageHistory): readonly string[] {
  return [
    HOW_HISTORIES_ARE_MADE,
    `Editions held of this country or area: ${describeYears(held)}. Library version: ${library.version}`,
  ];
}

/** How differences are marked where there is nothing but letters. */
export const HISTORY_MARKS =
  'Marks: [-words that only the edition before has-] {+words that are new in this one+}; all else stands in both.';
