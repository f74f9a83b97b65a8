import type { Change, Pair } from './comparison.ts';

/** What can be asked for alone. */
export type ChangeChoice = Change | 'moved';

/** In the order in which they are listed for readers. */
export const CHANGE_CHOICES: readonly ChangeChoice[] = ['removed', 'edited', 'added', 'moved', 'same'];

/**
 * Which pairs are asked for. `only`: those, or null for what is usual. `all`: also the text of what stayed as it
 * was, where `only` does not say otherwise.
 */
export interface ComparisonFilter {
  readonly only: readonly ChangeChoice[] | null;
  readonly all: boolean;
}

/** Everything that is not word for word the same in the same place. */
export function isChange({ change, moved }: Pick<Pair, 'change' | 'moved'>): boolean {
  return change !== 'same' || moved !== null;
}

/** True if a pair is to be shown with its text. */
export function isAskedFor(pair: Pick<Pair, 'change' | 'moved'>, { only, all }: ComparisonFilter): boolean {
  if (only === null) return all || isChange(pair);
  return only.includes(pair.change) || (pair.moved !== null && only.includes('moved'));
}

/** What is shown of a topic: a pair with its text, or a run of pairs that stayed as they were, in one line. */
export type ComparisonRow =
  | { readonly kind: 'pair'; readonly pair: Pair }
  | { readonly kind: 'kept'; readonly pairs: readonly Pair[] };

/** The rows of a topic. What stayed is mentioned only where nothing is asked for by name. */
export function listRows(pairs: readonly Pair[], filter: ComparisonFilter): ComparisonRow[] {
  const rows: ComparisonRow[] = [];
  let run: Pair[] = [];
  const endRun = (): void => {
    if (run.length > 0 && filter.only === null) rows.push({ kind: 'kept', pairs: run });
    run = [];
  };
  for (const pair of pairs) {
    if (isAskedFor(pair, filter)) {
      endRun();
      rows.push({ kind: 'pair', pair });
    } else if (filter.only === null) run.push(pair);
  }
  endRun();
  return rows;
}
