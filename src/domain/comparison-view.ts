import { formatAddress } from './address.ts';
import type { Area } from './area.ts';
import type { ChangeCounts } from './change-counts.ts';
import type { Comparison, Pair } from './comparison.ts';
import { joinPassages } from './comparison.ts';
import type { ComparisonCorrections } from './corrected-comparison.ts';
import type { Edition } from './edition.ts';
import type { LibraryStamp } from './library-stamp.ts';
import type { Passage } from './passage.ts';
import type { ReportHead } from './report.ts';
import type { Section } from './section.ts';
import type { Topic, TopicId } from './topic.ts';

/** One of the two reports compared, with its whole text. */
export interface ComparedReport {
  readonly head: ReportHead;
  readonly edition: Edition;
  readonly sections: readonly Section[];
  /** Passage `order` stands at `order - 1`. */
  readonly passages: readonly Passage[];
}

/** What became of the passages on one topic. */
export interface TopicChanges {
  /** Null: under headings that the crosswalk takes to no topic. */
  readonly topic: Topic | null;
  /** In the order of the comparison. */
  readonly pairs: readonly Pair[];
  readonly counts: ChangeCounts;
  /** The headings under which the topic's passages stand, in the order of their report. */
  readonly leftSections: readonly Section[];
  readonly rightSections: readonly Section[];
}

/** Two reports on one area laid side by side; the older is on the left. */
export interface ComparisonView {
  readonly area: Area;
  readonly left: ComparedReport;
  readonly right: ComparedReport;
  readonly comparison: Comparison;
  readonly library: LibraryStamp;
  readonly corrections: ComparisonCorrections;
  /** Of all pairs in `topics`. */
  readonly counts: ChangeCounts;
  /**
   * Every pair in exactly one topic: that of its older passages, or of its newer ones if it has no older. In the
   * order of the older outline; what only the newer report has follows in the order of that.
   */
  readonly topics: readonly TopicChanges[];
  /** The topics it was narrowed to, or null for all. */
  readonly narrowedTo: readonly Topic[] | null;
  readonly topicLabels: ReadonlyMap<TopicId, string>;
}

export type Side = 'left' | 'right';

export function nameOtherSide(side: Side): Side {
  return side === 'left' ? 'right' : 'left';
}

/** The passages of a pair on one side. */
export function listPassages(view: ComparisonView, pair: Pair, side: Side): readonly Passage[] {
  const { passages } = view[side];
  return pair[side].flatMap((order) => passages[order - 1] ?? []);
}

/** How many words a pair has on one side. */
export function countWords(view: ComparisonView, pair: Pair, side: Side): number {
  return listPassages(view, pair, side).reduce((sum, { words }) => sum + words, 0);
}

/** The text on which a pair's word difference was computed. */
export function sideText(view: ComparisonView, pair: Pair, side: Side): string {
  return joinPassages(listPassages(view, pair, side));
}

/** True if a report is compared with itself: one edition, one version. */
export function isWithItself(view: ComparisonView): boolean {
  return isWithinEdition(view) && view.left.head.version === view.right.head.version;
}

/** True if two versions of one edition are compared, or one with itself. */
export function isWithinEdition({ left, right }: Pick<ComparisonView, 'left' | 'right'>): boolean {
  return left.edition.year === right.edition.year;
}

/** `2023/mli#1.c:4`; the version stands in it where the edition alone would not tell the sides apart. */
export function passageAddress(
  view: ComparisonView,
  side: Side,
  { section, number }: Pick<Passage, 'section' | 'number'>,
): string {
  const { edition, area, version } = view[side].head;
  return formatAddress({
    edition,
    area,
    section,
    passage: number,
    version: isWithinEdition(view) ? version : null,
  });
}

/** `from-1.c:4` for what the older report has, `to-3.a:2` for what only the newer one has: the pair's place. */
export function pairId(view: ComparisonView, pair: Pair): string {
  const [older] = listPassages(view, pair, 'left');
  if (older !== undefined) return `from-${older.section}:${older.number}`;
  const [newer] = listPassages(view, pair, 'right');
  return newer === undefined ? 'pair' : `to-${newer.section}:${newer.number}`;
}

/** The section a passage stands in. */
export function findSection(report: ComparedReport, { section }: Pick<Passage, 'section'>): Section | null {
  return report.sections.find(({ key }) => key === section) ?? null;
}
