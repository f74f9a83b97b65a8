import type { CorrespondingSections } from './corresponding-sections.ts';
import type { Links } from './links.ts';
import { featuresOf, type OverlapRow, type PassageOverlap } from './passage-overlap.ts';
import type { PreparedReport } from './prepare-report.ts';

/** Words from which a sentence is a statement of its own. */
const LEAST_WORDS = 7;
/** Part of a sentence's weight that must stand in one passage of the other report, where sections correspond. */
const CARRIED = 0.6;
/** And where they do not. */
const CARRIED_ELSEWHERE = 0.85;

/**
 * Links passages that are still called removed or added although one of their sentences stands in a passage of the
 * other report, nearly in the same words. Whoever looks for a removed statement would find it there.
 */
export function linkCarriedSentences(
  overlap: PassageOverlap,
  links: Links,
  sections: CorrespondingSections,
): void {
  const { left, right } = overlap;
  for (let l = 0; l < left.count; l += 1) {
    if (links.hasLeft(l)) continue;
    for (const sentence of listSentences(left, l)) {
      const r = findHolder(sentence, overlap, overlap.fromLeftFeatures(sentence), (other) =>
        isInPlace(overlap, sections, l, other),
      );
      if (r !== -1 && isNews(sentence, overlap, left, links.ofRight(r))) links.add({ left: l, right: r });
    }
  }
  for (let r = 0; r < right.count; r += 1) {
    if (links.hasRight(r)) continue;
    for (const sentence of listSentences(right, r)) {
      const l = findHolder(sentence, overlap, overlap.fromRightFeatures(sentence), (other) =>
        isInPlace(overlap, sections, other, r),
      );
      if (l !== -1 && isNews(sentence, overlap, right, links.ofLeft(l))) links.add({ left: l, right: r });
    }
  }
}

/** The passage in which most of the sentence stands, or -1. */
function findHolder(
  sentence: Int32Array,
  overlap: PassageOverlap,
  { touched, shared }: OverlapRow,
  inPlace: (other: number) => boolean,
): number {
  const weight = weigh(sentence, overlap);
  let holder = -1;
  let most = CARRIED * weight;
  for (const other of touched) {
    const part = shared[other] ?? 0;
    if (part <= most || (part < CARRIED_ELSEWHERE * weight && !inPlace(other))) continue;
    most = part;
    holder = other;
  }
  return holder;
}

/** False if the sentence came from one of the holder's partners as well: then it stood twice, and still stands. */
function isNews(
  sentence: Int32Array,
  overlap: PassageOverlap,
  own: PreparedReport,
  partners: readonly number[],
): boolean {
  const weight = weigh(sentence, overlap);
  return partners.every((partner) => {
    const inPartner = new Set(featuresOf(own, partner));
    return (
      weigh(
        sentence.filter((feature) => inPartner.has(feature)),
        overlap,
      ) <
      CARRIED * weight
    );
  });
}

function weigh(features: Int32Array, { weightOf }: PassageOverlap): number {
  let weight = 0;
  for (const feature of features) weight += weightOf(feature);
  return weight;
}

function isInPlace(
  { left, right }: PassageOverlap,
  sections: CorrespondingSections,
  l: number,
  r: number,
): boolean {
  const one = left.report.passages[l];
  const other = right.report.passages[r];
  return one !== undefined && other !== undefined && sections.correspond(one, other);
}

/** The features of each sentence that is long enough. */
function listSentences(report: PreparedReport, passage: number): Int32Array[] {
  const { tokens, tokenFrom, lexicon } = report;
  const end = tokenFrom[passage + 1] ?? 0;
  const sentences: Int32Array[] = [];
  let words: number[] = [];
  const close = (): void => {
    if (words.length >= LEAST_WORDS) sentences.push(listFeatures(words, report));
    words = [];
  };
  for (let at = tokenFrom[passage] ?? 0; at < end; at += 1) {
    const token = tokens[at] ?? 0;
    if (lexicon.isWord(token)) words.push(lexicon.foldOf(token));
    else if (lexicon.boundaryOf(token) === 2) close();
  }
  close();
  return sentences;
}

function listFeatures(words: readonly number[], { lexicon }: PreparedReport): Int32Array {
  const features = new Set<number>();
  words.forEach((word, i) => {
    if (!lexicon.isFunctionWord(word)) features.add(word * 2);
    const last = words[i - 1];
    if (last !== undefined) features.add(lexicon.pairs.numberOf(last, word) * 2 + 1);
  });
  return Int32Array.from(features);
}
