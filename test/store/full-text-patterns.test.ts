import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { type Token, tokenise } from '../../src/domain/tokens.ts';
import { prepareNear, preparePattern, type WordPattern } from '../../src/domain/word-pattern.ts';
import { FullText } from '../../src/store/sqlite/full-text.ts';
import { canOverlap } from '../../src/store/sqlite/overlapping-patterns.ts';
import { passageId } from '../../src/store/sqlite/passage-id.ts';
import { type Random, seed } from '../search/random.ts';

const WORDS: readonly [string, ...string[]] = ['a', 'b', 'c', 'da', 'db', 'dab', 'e'];
const REPORTS = 5;
const PASSAGES = 60;

/** A full text of random words; the version saved last is of the report that comes first. */
function makeFullText(random: Random) {
  const database = new Database(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE full_text USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')`,
  );
  const insert = database.prepare('INSERT INTO full_text (rowid, text) VALUES (?, ?)');
  const texts: { report: number; order: number; tokens: Token[] }[] = [];
  for (let report = 0; report < REPORTS; report += 1) {
    for (let order = 1; order <= PASSAGES; order += 1) {
      const text = random.many(random.upTo(14), () => random.pick(WORDS)).join(' ');
      insert.run(passageId(REPORTS - report, order), text);
      texts.push({ report, order, tokens: tokenise(text) });
    }
  }
  const placeOf = new Map(texts.map(({ report }) => [REPORTS - report, report]));
  return { fullText: new FullText(database), texts, placeOf };
}

function makePattern(random: Random): WordPattern {
  const prefix = random.upTo(4) === 0 ? random.pick(['d', 'da', 'a', 'x']) : null;
  const places = random.many(random.upTo(3) + (prefix === null ? 1 : 0), () => [
    ...new Set(random.many(1 + random.upTo(3), () => random.pick([...WORDS, 'never']))),
  ]);
  return { places, prefix };
}

const list = ({ reports, orders }: { reports: Int32Array; orders: Int32Array }): string[] =>
  Array.from(reports, (report, i) => `${report}:${orders[i]}`);

describe('the full text', () => {
  it('finds words in a row where a walk over all texts finds them, in the order of the reports', () => {
    const random = seed(31);
    const { fullText, texts, placeOf } = makeFullText(random);
    for (let i = 0; i < 400; i += 1) {
      const pattern = makePattern(random);
      const finder = preparePattern(pattern);
      const found = texts
        .map((one) => ({ ...one, count: finder.find(one.tokens).length }))
        .filter(({ count }) => count > 0);
      const postings = fullText.findWords(pattern, placeOf);
      expect(list(postings), JSON.stringify(pattern)).toEqual(
        found.map(({ report, order }) => `${report}:${order}`),
      );
      if (postings.counts !== null) expect([...postings.counts]).toEqual(found.map(({ count }) => count));
    }
  });

  it('finds what stands near each other where a walk over all texts finds it, the same word on both sides too', () => {
    const random = seed(32);
    const { fullText, texts, placeOf } = makeFullText(random);
    let shared = 0;
    for (let i = 0; i < 400; i += 1) {
      const side = (): WordPattern[] => random.many(1 + random.upTo(2), () => makePattern(random));
      const pattern = { left: side(), right: side(), distance: random.upTo(6) };
      if (canOverlap(pattern)) shared += 1;
      const finder = prepareNear(pattern);
      const found = texts.filter(({ tokens }) => finder.find(tokens).length > 0);
      expect(list(fullText.findNear(pattern, placeOf)), JSON.stringify(pattern)).toEqual(
        found.map(({ report, order }) => `${report}:${order}`),
      );
    }
    expect(shared).toBeGreaterThan(100);
    expect(shared).toBeLessThan(380);
  });

  it('finds words with many forms without trying each combination', () => {
    const { fullText, texts, placeOf } = makeFullText(seed(33));
    const forms = [...WORDS, ...Array.from({ length: 40 }, (_, i) => `form${i}`)];
    const pattern = { places: [forms, forms, forms, ['e']], prefix: null };
    const finder = preparePattern(pattern);
    expect(list(fullText.findWords(pattern, placeOf))).toHaveLength(
      texts.filter(({ tokens }) => finder.find(tokens).length > 0).length,
    );
  });

  it('takes whatever stands between quotation marks for words', () => {
    const { fullText, placeOf } = makeFullText(seed(34));
    for (const word of ['"', '" OR "a', '*', 'NEAR(a b)', "'"]) {
      const pattern = { places: [[word], [word]], prefix: null };
      expect(list(fullText.findWords(pattern, placeOf)), word).toEqual([]);
    }
  });
});
