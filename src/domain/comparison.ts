import type { Passage } from './passage.ts';
import type { Report } from './report.ts';
import type { TopicId } from './topic.ts';
import type { WordDifference } from './word-difference.ts';

/** As much of a report as a comparison looks at. */
export type ReportText = Pick<Report, 'edition' | 'area' | 'version' | 'sections' | 'passages'>;

/**
 * What became of a passage. `same`: word for word, punctuation included; only white space and the form of quotes and
 * dashes may differ. `edited`: reworded, shortened, lengthened, split or merged.
 */
export type Change = 'same' | 'edited' | 'added' | 'removed';

/**
 * `section`: stands under another heading with another topic. `order`: stands in the corresponding section, but
 * before or behind passages that it used to follow or precede. Null: where a reader would look for it.
 */
export type Move = 'section' | 'order';

/** How many passages of either side belong together. `split`: one to several; `merge`: several to one. */
export type PairShape = 'single' | 'split' | 'merge' | 'regrouped';

/**
 * Passages that are each other's earlier and later form; on one side none, if added or removed. Passages are named by
 * their order in their report. Every passage of both reports is in exactly one pair.
 */
export interface Pair {
  readonly change: Change;
  readonly shape: PairShape;
  readonly moved: Move | null;
  /** Words that both sides have in the same order: 1 if the same, 0 if added or removed. */
  readonly score: number;
  /** In the order of the older report. */
  readonly left: readonly number[];
  /** In the order of the newer report. */
  readonly right: readonly number[];
  /** Which passage is whose later form; more than one only where several belong together. */
  readonly links: readonly PassageLink[];
  /** Between the texts of both sides, those of several passages joined by one line break; null unless edited. */
  readonly difference: WordDifference | null;
  /** For what is removed, null otherwise. */
  readonly absence: Absence | null;
}

/** Two passages by their order in their reports. */
export interface PassageLink {
  readonly left: number;
  readonly right: number;
  /** Word for word the same, whatever else belongs to them. */
  readonly same: boolean;
  /** Words that these two alone have in the same order; of a pair of single passages, the pair's score. */
  readonly score: number;
}

/** What is known about a passage that was not found in the newer report. */
export interface Absence {
  /** The passage of the newer report that is most like it, however little; null if they have no word in common. */
  readonly nearest: NearestPassage | null;
  /** Topics of the passage on which the newer report still has text. */
  readonly topicsWithText: readonly TopicId[];
  /** Topics of the passage on which it has none. */
  readonly topicsWithout: readonly TopicId[];
}

export interface NearestPassage {
  /** Its order in the newer report. */
  readonly order: number;
  readonly score: number;
  readonly difference: WordDifference;
}

/** Two reports on one area, aligned passage by passage; the older is on the left. */
export interface Comparison {
  readonly left: Pick<ReportText, 'edition' | 'area' | 'version'>;
  readonly right: Pick<ReportText, 'edition' | 'area' | 'version'>;
  /** By this and both versions a comparison can be kept and known to be current. */
  readonly algorithm: number;
  /** In the order of the older report; what was added stands behind what precedes it in the newer report. */
  readonly pairs: readonly Pair[];
}

/** The text on which a pair's difference is computed. */
export function joinPassages(passages: readonly Pick<Passage, 'text'>[]): string {
  return passages.map(({ text }) => text).join('\n');
}
