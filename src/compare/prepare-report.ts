import type { ReportText } from '../domain/comparison.ts';
import { Lexicon } from './lexicon.ts';
import { makeTokenLists, NumberList, scanTokens } from './scan-tokens.ts';

/** A run has this many words; a passage with fewer is one run. */
export const RUN_LENGTH = 4;

/** A report cut into tokens, words and runs, all as numbers of a lexicon; passages are counted from 0. */
export interface PreparedReport {
  readonly report: ReportText;
  readonly lexicon: Lexicon;
  readonly count: number;
  /** Tokens of passage i: `tokenFrom[i]` up to `tokenFrom[i + 1]`. */
  readonly tokens: Int32Array;
  readonly ends: Int32Array;
  readonly tokenFrom: Int32Array;
  /** Words without punctuation, in lower case. */
  readonly words: Int32Array;
  readonly wordFrom: Int32Array;
  /** What each passage is recognised by: its distinct words of content and pairs of neighbouring words. */
  readonly features: Int32Array;
  readonly featureFrom: Int32Array;
  /** Distinct runs of words. */
  readonly runs: Int32Array;
  readonly runFrom: Int32Array;
  /** So many of a passage's first features and runs lie in its run-in label. */
  readonly labelFeatures: Int32Array;
  readonly labelRuns: Int32Array;
}

/** Reports that are to be compared must be prepared with one lexicon. */
export function prepareReport(report: ReportText, lexicon: Lexicon = new Lexicon()): PreparedReport {
  const { passages } = report;
  const count = passages.length;
  const lists = makeTokenLists(passages.reduce((sum, { text }) => sum + text.length, 0));
  const tokenFrom = new Int32Array(count + 1);
  passages.forEach(({ text }, i) => {
    scanTokens(text, lexicon, lists);
    tokenFrom[i + 1] = lists.tokens.length;
  });
  const tokens = lists.tokens.finish();
  const words = new NumberList(tokens.length);
  const wordFrom = new Int32Array(count + 1);
  const labelWords = new Int32Array(count);
  const ends = lists.ends.finish();
  for (let i = 0; i < count; i += 1) {
    const end = tokenFrom[i + 1] ?? 0;
    const labelEnd = passages[i]?.label?.length ?? 0;
    for (let at = tokenFrom[i] ?? 0; at < end; at += 1) {
      const token = tokens[at] ?? 0;
      if (!lexicon.isWord(token)) continue;
      words.push(lexicon.foldOf(token));
      if ((ends[at] ?? 0) <= labelEnd) labelWords[i] = (labelWords[i] ?? 0) + 1;
    }
    wordFrom[i + 1] = words.length;
  }
  const text = { report, lexicon, count, tokens, ends, tokenFrom };
  return { ...text, ...findRuns(words.finish(), wordFrom, labelWords, lexicon) };
}

type Runs = Omit<PreparedReport, 'report' | 'lexicon' | 'count' | 'tokens' | 'ends' | 'tokenFrom'>;

/** A word's feature is twice its number, a pair's twice its number and one. */
function findRuns(words: Int32Array, wordFrom: Int32Array, labelWords: Int32Array, lexicon: Lexicon): Runs {
  const count = wordFrom.length - 1;
  const { pairs, runs: runTable } = lexicon;
  const features = new NumberList(words.length * 2);
  const runs = new NumberList(words.length);
  const featureFrom = new Int32Array(count + 1);
  const runFrom = new Int32Array(count + 1);
  const labelFeatures = new Int32Array(count);
  const labelRuns = new Int32Array(count);
  const [seen, seenRuns] = [new SeenNumbers(), new SeenNumbers()];
  const addRun = (run: number): void => {
    if (seenRuns.add(run)) runs.push(run);
  };
  for (let i = 0; i < count; i += 1) {
    seen.clear();
    seenRuns.clear();
    const from = wordFrom[i] ?? 0;
    const end = wordFrom[i + 1] ?? 0;
    const labelEnd = from + (labelWords[i] ?? 0);
    let [two, one, last] = [-1, -1, -1];
    for (let at = from; at < end; at += 1) {
      if (at === labelEnd) {
        labelFeatures[i] = features.length - (featureFrom[i] ?? 0);
        labelRuns[i] = runs.length - (runFrom[i] ?? 0);
      }
      const word = words[at] ?? 0;
      if (!lexicon.isFunctionWord(word) && seen.add(word * 2)) features.push(word * 2);
      const pair = at > from ? pairs.numberOf(last, word) : -1;
      if (pair >= 0 && seen.add(pair * 2 + 1)) features.push(pair * 2 + 1);
      if (at - from >= RUN_LENGTH - 1) addRun(runTable.numberOf(two, pair));
      [two, one, last] = [one, pair, word];
    }
    // A text of nothing but a function word still has something to be recognised by.
    if (end > from && features.length === featureFrom[i]) features.push(last * 2);
    // A text of one, two or three words: its word, its pair, its two pairs.
    if (end - from === 1) addRun(runTable.numberOf(last, -1));
    else if (end - from === 2) addRun(runTable.numberOf(one, -2));
    else if (end - from === 3) addRun(runTable.numberOf(runTable.numberOf(two, one), -3));
    featureFrom[i + 1] = features.length;
    runFrom[i + 1] = runs.length;
  }
  return {
    words,
    wordFrom,
    features: features.finish(),
    featureFrom,
    runs: runs.finish(),
    runFrom,
    labelFeatures,
    labelRuns,
  };
}

/** A set of numbers from 0 that is cleared at no cost. */
class SeenNumbers {
  #stamps = new Int32Array(1 << 14);
  #stamp = 0;

  clear(): void {
    this.#stamp += 1;
  }

  /** True if it is new. */
  add(number: number): boolean {
    if (number >= this.#stamps.length) {
      const grown = new Int32Array(Math.max(number + 1, this.#stamps.length * 2));
      grown.set(this.#stamps);
      this.#stamps = grown;
    }
    if (this.#stamps[number] === this.#stamp) return false;
    this.#stamps[number] = this.#stamp;
    return true;
  }
}
