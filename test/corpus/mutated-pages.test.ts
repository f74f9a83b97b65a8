import { hash } from 'node:crypto';
import { decodeHTML } from 'entities';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../src/domain/problem.ts';
import { splitWords } from '../../src/domain/words.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import { loadCatalog } from '../../src/workbench/load-catalog.ts';
import { makeRandom } from '../random.ts';
import { corpusFolder } from './corpus-folder.ts';
import { mutatePage } from './mutate-page.ts';
import { listCorpusPages, readCorpusPage } from './pages.ts';

const SEED = 20_250_814;
const PAGES = 2000;

describe.skipIf(corpusFolder === null)('pages broken in many ways', () => {
  test(`${PAGES} of them never crash the reader and never yield text that the page does not have`, () => {
    const catalog = loadCatalog();
    const random = makeRandom(SEED);
    const files = listCorpusPages();
    let taken = 0;
    let refused = 0;
    for (let i = 0; i < PAGES; i += 1) {
      const path = files[Math.floor(random() * files.length)] ?? '';
      const html = mutatePage(new TextDecoder().decode(readCorpusPage(path)), random);
      const bytes = new TextEncoder().encode(html);
      try {
        const report = readPage(
          {
            bytes,
            sha256: hash('sha256', bytes, 'hex'),
            path,
            address: null,
            capturedAt: null,
            capturedAtSource: null,
          },
          catalog,
        );
        taken += 1;
        // The page's letters without its tags and entities, white space dropped: the passages must be in them.
        const page = new VisibleWords(html);
        for (const { text } of report.passages) {
          const missing = splitWords(text).find((word) => !page.has(word));
          expect(missing, `page ${i}, from ${path}`).toBeUndefined();
        }
      } catch (error) {
        if (!(error instanceof Problem))
          throw new Error(`Page ${i}, from ${path}, broke the reader.`, { cause: error });
        refused += 1;
      }
    }
    expect(taken + refused).toBe(PAGES);
    // Both must happen, or the mutations are too mild or too wild to show anything.
    expect(taken).toBeGreaterThan(PAGES / 10);
    expect(refused).toBeGreaterThan(PAGES / 10);
  });
});

/** The words that can be seen in a page, found by cutting out tags: by other means than the reader's. */
class VisibleWords {
  readonly #words: ReadonlySet<string>;
  /** The page's letters without any white space, for words that stand across tags which swallowed the space. */
  readonly #letters: string;

  constructor(html: string) {
    const cut = (joint: string): string => decodeHTML(html.replace(/<\/?[a-z][^>]*>?/giu, joint));
    this.#words = new Set([...splitWords(cut('')), ...splitWords(cut(' '))]);
    this.#letters = splitWords(cut('')).join('');
  }

  has(word: string): boolean {
    return this.#words.has(word) || this.#letters.includes(word);
  }
}
