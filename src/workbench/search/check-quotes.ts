import { setImmediate as nextTurn } from 'node:timers/promises';
import { Problem } from '../../domain/problem.ts';
import type {
  CheckedSentence,
  PastedSentence,
  QuoteCheck,
  QuotePlace,
  QuoteVerdict,
} from '../../domain/quote-check.ts';
import { type Token, tokenise } from '../../domain/tokens.ts';
import { preparePattern, type WordPattern } from '../../domain/word-pattern.ts';
import { alignQuote, type QuoteAlignment } from '../../search/align-quote.ts';
import { mendPaste } from '../../search/mend-paste.ts';
import { splitSentences } from '../../search/split-sentences.ts';
import type { OpenIndex, SearchDesk } from './search-desk.ts';

export const MOST_PASTED = 50_000;

const FEWEST_WORDS = 5;
/** A full-text phrase of more words is no surer and only slower; what it finds is looked at as a whole. */
const LONGEST_PHRASE = 24;
const MOST_PLACES = 60;
/** Fewer words in common are no sign that one text was taken from the other; short sentences are alike by chance. */
const NEAR_ENOUGH = 0.5;
const NEAR_ENOUGH_IF_SHORT = 0.6;
const SHORT = 12;
/** For finding passages near to a sentence: its rarest words, fewer where they are not rare at all. */
const MOST_RARE_WORDS = 16;
const FEWEST_RARE_WORDS = 3;
const MOST_VOTES = 60_000;
const CANDIDATES = 16;
const LENGTH_COST = 0.2;
/** Passages of words asked for, remembered through one check; sixteen megabytes. */
const MOST_KEPT = 4_000_000;

/**
 * Says of each sentence in which passages it stands, word for word or nearly.
 * @throws Problem invalid-input if nothing or too much was pasted
 */
export async function checkQuotes(pasted: string, desk: SearchDesk): Promise<QuoteCheck> {
  if (pasted.length > MOST_PASTED) {
    throw new Problem('invalid-input', 'The text is too long to be checked at once.', [
      `text: ${pasted.length.toLocaleString('en-US')} characters; give at most ${MOST_PASTED.toLocaleString('en-US')}.`,
    ]);
  }
  const sentences = splitSentences(pasted);
  if (sentences.length === 0) {
    throw new Problem('invalid-input', 'There is nothing to check.', ['text: paste a sentence or more.']);
  }
  return desk.use(async (open) => {
    const checker = new QuoteChecker(open);
    const checked: CheckedSentence[] = [];
    for (const sentence of sentences) {
      checked.push(await checker.check(sentence));
      await nextTurn();
    }
    const count = (verdict: QuoteVerdict): number => checked.filter((one) => one.verdict === verdict).length;
    return {
      sentences: checked,
      counts: {
        verbatim: count('verbatim'),
        near: count('near'),
        'not-found': count('not-found'),
        'too-short': count('too-short'),
      },
      library: await open.snapshot.getStamp(),
    };
  });
}

/** Checks sentence after sentence over one state of the library. */
class QuoteChecker {
  readonly #open: OpenIndex;
  /** For each passage, what it has of the sentence's rare words; kept clear between sentences. */
  readonly #votes: Float32Array;
  /** The passages of words asked for before: common words come again and again. */
  readonly #postings = new Map<string, Int32Array>();
  #kept = 0;

  constructor(open: OpenIndex) {
    this.#open = open;
    this.#votes = new Float32Array(open.index.passages);
  }

  async check(sentence: PastedSentence): Promise<CheckedSentence> {
    const mended = mendPaste(sentence.text, (word) => this.#open.words.has(word, 'exact'));
    const tokens = tokenise(mended);
    const nothing = { sentence, places: [], placeCount: 0, editions: [], nearest: null };
    if (tokens.length < FEWEST_WORDS) return { ...nothing, verdict: 'too-short' };
    // What was taken for a footnote's number may have been one of the text's own.
    for (const text of new Set([mended, sentence.text])) {
      const ids = await this.#findVerbatim(splitOmissions(text).map(tokenise));
      if (ids.length > 0) return { ...nothing, verdict: 'verbatim', ...(await this.#placesOf(ids)) };
    }
    const found = await this.#findNearest({ text: mended, tokens });
    if (found === null) return { ...nothing, verdict: 'not-found' };
    const places = await this.#placesOf(found.ids);
    const [first] = places.places;
    if (first === undefined) return { ...nothing, verdict: 'not-found' };
    const { score, pieces } = found.alignment;
    return { sentence, verdict: 'near', ...places, nearest: { ...first, score, pieces } };
  }

  async #placesOf(
    ids: readonly number[],
  ): Promise<Pick<CheckedSentence, 'places' | 'placeCount' | 'editions'>> {
    const { index } = this.#open;
    const editions = new Set(ids.map((id) => index.heads[index.reportOf[id] ?? 0]?.edition ?? 0));
    return {
      places: await this.#describe(ids.slice(0, MOST_PLACES)),
      placeCount: ids.length,
      editions: [...editions].sort((a, b) => a - b),
    };
  }

  /** Numbers of the passages in which all parts stand, one behind the other; ascending, and so oldest first. */
  async #findVerbatim(parts: readonly (readonly Token[])[]): Promise<number[]> {
    const patterns = parts.map(
      (tokens): WordPattern => ({
        places: tokens.map(({ word }) => [word]),
        prefix: null,
      }),
    );
    let ids: number[] | null = null;
    for (const { places } of patterns) {
      // A part of one or two words would find half the library; it is looked at when the texts are.
      if (places.length < 3 && patterns.length > 1) continue;
      const found: number[] = await this.#findPhrase({
        places: places.slice(0, LONGEST_PHRASE),
        prefix: null,
      });
      const held: ReadonlySet<number> = new Set(ids ?? found);
      ids = found.filter((id) => held.has(id));
      if (ids.length === 0) return [];
    }
    const isPlain = patterns.length === 1 && (patterns[0]?.places.length ?? 0) <= LONGEST_PHRASE;
    return isPlain || ids === null ? (ids ?? []) : this.#keepInOrder(ids, patterns);
  }

  async #findPhrase(pattern: WordPattern): Promise<number[]> {
    const { snapshot, index } = this.#open;
    const { reports, orders } = await snapshot.findWords(pattern);
    return Array.from(reports, (report, i) => (index.starts[report] ?? 0) + (orders[i] ?? 0) - 1);
  }

  async #keepInOrder(ids: readonly number[], patterns: readonly WordPattern[]): Promise<number[]> {
    const finders = patterns.map(preparePattern);
    const kept: number[] = [];
    for (const id of ids) {
      const { text } = await this.#readPassage(id);
      const tokens = tokenise(text);
      let from = -1;
      const inOrder = finders.every((finder) => {
        const span = finder.find(tokens).find(({ first }) => first > from);
        if (span !== undefined) from = span.last;
        return span !== undefined;
      });
      if (inOrder) kept.push(id);
    }
    return kept;
  }

  /** The passages that are as near as any, oldest first. */
  async #findNearest(pasted: {
    readonly text: string;
    readonly tokens: readonly Token[];
  }): Promise<{ readonly ids: readonly number[]; readonly alignment: QuoteAlignment } | null> {
    let ids: number[] = [];
    let best: QuoteAlignment | null = null;
    const least = pasted.tokens.length < SHORT ? NEAR_ENOUGH_IF_SHORT : NEAR_ENOUGH;
    for (const id of await this.#listCandidates(pasted.tokens)) {
      const { text } = await this.#readPassage(id);
      const alignment = alignQuote(pasted, { text, tokens: tokenise(text) });
      const other: QuoteAlignment | null = best;
      if (alignment.score < (other?.score ?? least)) continue;
      const isEqual: boolean = alignment.score === other?.score;
      ids = isEqual ? [...ids, id] : [id];
      if (!isEqual) best = alignment;
    }
    return best === null ? null : { ids: ids.sort((a, b) => a - b), alignment: best };
  }

  /** Passages that have most of the sentence's rare words, rarer ones counting for more; the oldest of equals first. */
  async #listCandidates(tokens: readonly Token[]): Promise<number[]> {
    const words = [...new Set(tokens.map(({ word }) => word))];
    const counts = await this.#open.snapshot.countPassages(words);
    const known = words
      .map((word, i) => ({ word, count: counts[i] ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.count - b.count || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_RARE_WORDS);
    const touched: number[] = [];
    let votes = 0;
    for (const [i, { word, count }] of known.entries()) {
      votes += count;
      if (i >= FEWEST_RARE_WORDS && votes > MOST_VOTES) break;
      const worth = Math.log(1 + this.#open.index.passages / count);
      for (const id of await this.#passagesWith(word)) {
        if (this.#votes[id] === 0) touched.push(id);
        this.#votes[id] = (this.#votes[id] ?? 0) + worth;
      }
    }
    const { lengths } = this.#open.index;
    for (const id of touched) {
      // A long passage has any word sooner or later.
      const length = Math.max(1, (lengths[id] ?? 0) / tokens.length);
      this.#votes[id] = (this.#votes[id] ?? 0) / (1 + LENGTH_COST * Math.log2(length));
    }
    const best = pickBest(touched, this.#votes);
    for (const id of touched) this.#votes[id] = 0;
    return best;
  }

  async #passagesWith(word: string): Promise<Int32Array> {
    const known = this.#postings.get(word);
    if (known !== undefined) return known;
    const found = Int32Array.from(await this.#findPhrase({ places: [[word]], prefix: null }));
    if (this.#kept + found.length <= MOST_KEPT) {
      this.#kept += found.length;
      this.#postings.set(word, found);
    }
    return found;
  }

  async #readPassage(id: number): Promise<{ readonly text: string } & Omit<QuotePlace, 'report'>> {
    const { index, snapshot } = this.#open;
    const report = index.reportOf[id] ?? 0;
    const head = index.heads[report];
    const order = id - (index.starts[report] ?? 0) + 1;
    const [passage] =
      head === undefined ? [] : await snapshot.readPassages(head, [{ first: order, last: order }]);
    if (passage === undefined) throw new Error(`The index names a passage that is not there: ${id}.`);
    return passage;
  }

  async #describe(ids: readonly number[]): Promise<QuotePlace[]> {
    const { index } = this.#open;
    const places: QuotePlace[] = [];
    for (const id of ids) {
      const report = index.heads[index.reportOf[id] ?? 0];
      const { section, number } = await this.#readPassage(id);
      if (report !== undefined) places.push({ report, section, number });
    }
    return places;
  }
}

/** The passages with the most votes; of equals the one with the smaller number, which is the older. */
function pickBest(ids: readonly number[], votes: Float32Array): number[] {
  const best: number[] = [];
  const isBetter = (a: number, b: number): boolean =>
    (votes[a] ?? 0) > (votes[b] ?? 0) || (votes[a] === votes[b] && a < b);
  for (const id of ids) {
    const last = best.at(-1);
    if (best.length === CANDIDATES && last !== undefined && !isBetter(id, last)) continue;
    const at = best.findIndex((one) => isBetter(id, one));
    best.splice(at === -1 ? best.length : at, 0, id);
    if (best.length > CANDIDATES) best.pop();
  }
  return best;
}

/** The parts of a sentence between marks of omission: "…", "...", "[…]"; those without a word left out. */
function splitOmissions(text: string): string[] {
  return text.split(/\[?\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s*\]?/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
}
