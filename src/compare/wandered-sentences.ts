import type { Link, Links } from './links.ts';
import { listFeatures, listSentences } from './list-sentences.ts';
import { countMarkedRuns, markRuns } from './marked-runs.ts';
import { runsOf, wordsOf } from './passage-overlap.ts';
import type { PreparedReport } from './prepare-report.ts';
import { findHolder, partIn, type SentenceView } from './sentence-view.ts';

/** Words from which a sentence is a statement of its own. */
const LEAST_WORDS = 7;
/** Part of a sentence's weight that must stand in the passage to which it went. */
const WANDERED = { inPlace: 0.7, elsewhere: 0.85 };
/** A sentence of which so much stands in its passage's partners did not leave them. */
const STAYED = 0.5;
/** So much of its words of content is enough to know that without weighing them. */
const STAYED_WORDS = 0.8;
/** Runs of four words that the other report has, but not in the partners: with fewer, no sentence went elsewhere. */
const LEAST_RUNS = 2;
/** More passages than this are not joined for a sentence: nobody could read what differs between them. */
const MOST_TOGETHER = 10;

interface Wandered {
  readonly link: Link;
  readonly part: number;
}

/**
 * Links passages that have partners once more, where a whole sentence of one is in none of its own partners but stands
 * nearly word for word in another passage, which has it from none of its own.
 */
export function linkWanderedSentences(views: readonly SentenceView[], links: Links): void {
  const found = views.flatMap(findWandered);
  found.sort((a, b) => b.part - a.part || a.link.left - b.link.left || a.link.right - b.link.right);
  for (const { link } of found) if (links.countTogether(link) <= MOST_TOGETHER) links.add(link);
}

function findWandered(view: SentenceView): Wandered[] {
  const { own, other } = view;
  const found: Wandered[] = [];
  const inOther = markRuns(other);
  const inPartners = new Uint8Array(own.lexicon.size);
  for (let passage = 0; passage < own.count; passage += 1) {
    const partners = view.partnersOf(passage);
    if (partners.length === 0 || countRunsElsewhere(passage, partners, view, inOther) < LEAST_RUNS) continue;
    markWords(inPartners, other, partners, 1);
    for (const words of listSentences(own, passage, LEAST_WORDS)) {
      if (hasStayed(words, inPartners, own)) continue;
      const sentence = listFeatures(words, own);
      if (partIn(sentence, other, partners, view) >= STAYED) continue;
      const holder = findHolder(sentence, passage, WANDERED, view);
      if (holder === null) continue;
      const { passage: there, part } = holder;
      if (partIn(sentence, own, view.partnersOfOther(there), view) >= STAYED) continue;
      found.push({ link: view.linkOf(passage, there), part });
    }
    markWords(inPartners, other, partners, 0);
  }
  return found;
}

/** @param inOther 1 for every run of the other report; as before when done */
function countRunsElsewhere(
  passage: number,
  partners: readonly number[],
  { own, other }: SentenceView,
  inOther: Uint8Array,
): number {
  for (const partner of partners) for (const run of runsOf(other, partner)) inOther[run] = 0;
  const count = countMarkedRuns(own, passage, inOther);
  for (const partner of partners) for (const run of runsOf(other, partner)) inOther[run] = 1;
  return count;
}

function markWords(
  marks: Uint8Array,
  report: PreparedReport,
  passages: readonly number[],
  mark: number,
): void {
  for (const passage of passages) for (const word of wordsOf(report, passage)) marks[word] = mark;
}

function hasStayed(sentence: readonly number[], marks: Uint8Array, { lexicon }: PreparedReport): boolean {
  let [content, stayed] = [0, 0];
  for (const word of sentence) {
    if (lexicon.isFunctionWord(word)) continue;
    content += 1;
    stayed += marks[word] ?? 0;
  }
  return stayed >= STAYED_WORDS * content;
}
