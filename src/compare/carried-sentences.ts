import type { Links } from './links.ts';
import { listFeatures, listSentences } from './list-sentences.ts';
import { countMarkedRuns, markRuns } from './marked-runs.ts';
import { findHolder, partIn, type SentenceView } from './sentence-view.ts';

/** Words from which a sentence is a statement of its own. */
const LEAST_WORDS = 7;
/** Runs of four words that the other report has: with fewer, no sentence of a passage stands in it. */
const LEAST_RUNS = 2;
/** Part of a sentence's weight that must stand in one passage of the other report. */
const CARRIED = { inPlace: 0.6, elsewhere: 0.85 };
/** And if that passage has it from another as well: only where sections correspond, for elsewhere it is boilerplate. */
const REPEATED = 0.8;

/**
 * Links passages that are still called removed or added although one of their sentences stands in a passage of the
 * other report, nearly in the same words. Whoever looks for a removed statement would find it there.
 */
export function linkCarriedSentences(views: readonly SentenceView[], links: Links): void {
  for (const view of views) {
    const inOther = markRuns(view.other);
    for (let passage = 0; passage < view.own.count; passage += 1) {
      if (view.partnersOf(passage).length > 0) continue;
      if (countMarkedRuns(view.own, passage, inOther) < LEAST_RUNS) continue;
      for (const words of listSentences(view.own, passage, LEAST_WORDS)) {
        const holder = findCarrier(listFeatures(words, view.own), passage, view);
        if (holder !== null) links.add(view.linkOf(passage, holder));
      }
    }
  }
}

function findCarrier(sentence: Int32Array, passage: number, view: SentenceView): number | null {
  const holder = findHolder(sentence, passage, CARRIED, view);
  if (holder === null) return null;
  const isRepeated = view
    .partnersOfOther(holder.passage)
    .some((partner) => partIn(sentence, view.own, [partner], view) >= CARRIED.inPlace);
  if (isRepeated && (holder.part < REPEATED || !view.inPlace(passage, holder.passage))) return null;
  return holder.passage;
}
