import type { PreparedReport } from './prepare-report.ts';

/**
 * The words of each sentence of a passage that has so many of them, function words included, as numbers of the
 * lexicon in lower case.
 */
export function listSentences(report: PreparedReport, passage: number, leastWords: number): number[][] {
  const { tokens, tokenFrom, lexicon } = report;
  const end = tokenFrom[passage + 1] ?? 0;
  const sentences: number[][] = [];
  let words: number[] = [];
  const close = (): void => {
    if (words.length >= leastWords) sentences.push(words);
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

/** The distinct features of a sentence, as those of a passage. */
export function listFeatures(words: readonly number[], { lexicon }: PreparedReport): Int32Array {
  const features = new Int32Array(words.length * 2);
  let count = 0;
  const add = (feature: number): void => {
    // A sentence is short: to look through what there is costs less than a set.
    if (count > 0 && features.lastIndexOf(feature, count - 1) !== -1) return;
    features[count] = feature;
    count += 1;
  };
  let last = -1;
  for (const word of words) {
    if (!lexicon.isFunctionWord(word)) add(word * 2);
    if (last !== -1) add(lexicon.pairs.numberOf(last, word) * 2 + 1);
    last = word;
  }
  return features.subarray(0, count);
}
