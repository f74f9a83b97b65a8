import type { Area } from './area.ts';
import type { ComparisonFilter } from './comparison-filter.ts';
import type { ComparisonView } from './comparison-view.ts';
import type { LibraryStamp } from './library-stamp.ts';
import type { Gap } from './publication.ts';

/** The comparison of an area's two reports, or why there is none. */
export type RemovalsItem =
  | { readonly kind: 'compared'; readonly view: ComparisonView }
  | { readonly kind: 'gap'; readonly gap: Gap; readonly text: string };

/** What is gone between two editions, area by area. */
export interface Removals {
  readonly from: number;
  readonly to: number;
  readonly library: LibraryStamp;
  /** Labels of the topics it was narrowed to, or null for all. */
  readonly topics: readonly string[] | null;
  /** What is shown: as a rule what is removed, and besides what is reworded if it was asked for. */
  readonly filter: ComparisonFilter;
  /** Areas of which both reports are held, in order. */
  readonly areas: readonly Area[];
  /** Reports asked for and not there. */
  readonly gaps: readonly Gap[];
  /** Words of the reports of both editions that are compared. */
  readonly words: number;
  /** Reads and compares; may be called again. */
  readItems(): AsyncIterable<RemovalsItem>;
}

/** Removals with all their comparisons, as a plain value that can be handed to another thread. */
export interface GatheredRemovals extends Omit<Removals, 'readItems'> {
  readonly items: readonly RemovalsItem[];
}

/** Said of every removals chart. */
export const WHAT_REMOVALS_ARE =
  'Passages of the older of two annual Country Reports on Human Rights Practices that were looked for in the whole newer report and not found, each beside the nearest passage that remains. Made with Variorum, which is no government service; each report names its official address.';

export function describeRemovalsTitle({ from, to }: Pick<Removals, 'from' | 'to'>): string {
  return `Removed between ${from} and ${to}`;
}
