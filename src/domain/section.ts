import type { TopicMatch } from './topic.ts';

/**
 * A section's place in its report's outline, in the words a reader would use: `executive-summary`, `1`, `1.c`,
 * `1.c/prison-and-detention-center-conditions`, `6/women`. Unique in a report: what is printed twice gets
 * `~2` behind it.
 */
export type SectionKey = string;

/** A heading of a report and its place in the tree; sections stand in the order of the page. */
export interface Section {
  readonly key: SectionKey;
  /** The section above it, or null. */
  readonly parent: SectionKey | null;
  /** 1 for a chapter or the summary, 2 for a lettered subsection, and so on. */
  readonly depth: number;
  /** The printed label, "Section 1." or "c.", or null. */
  readonly label: string | null;
  /** The heading without its label. */
  readonly heading: string;
  /** Label and heading exactly as the page prints them, white space collapsed. Empty if the page prints none. */
  readonly printed: string;
  readonly topics: readonly TopicMatch[];
  /**
   * The passages directly in this section are `firstPassage` … `firstPassage + passageCount - 1`, by their order
   * in the report (from 1). All passages of the section with everything beneath it end before `endPassage`.
   */
  readonly firstPassage: number;
  readonly passageCount: number;
  readonly endPassage: number;
}
