import { describe, expect, test } from 'vitest';
import { Problem } from '../../src/domain/problem.ts';
import { splitWords } from '../../src/domain/words.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import { loadCatalog } from '../../src/workbench/load-catalog.ts';
import { corpusFolder } from './corpus-folder.ts';
import { makeRandom, mutatePage } from './mutate-page.ts';
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
      try {
        const report = readPage(
          { bytes: new TextEncoder().encode(html), path, capturedAt: null, capturedAtSource: null },
          catalog,
        );
        taken += 1;
        // The page's letters without its tags and entities, white space dropped: the passages must be in them.
        const page = visibleLetters(html);
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

/** Every word that can be seen in the page, with tags taken as nothing and as a space; found by other means than the reader's. */
function visibleLetters(html: string): Set<string> {
  const plain = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const words = new Set<string>();
  for (const joint of ['', ' ']) {
    for (const word of splitWords(decodeEntities(plain.replace(/<\/?[a-z][^>]*>?/giu, joint))))
      words.add(word);
  }
  return words;
}

function decodeEntities(text: string): string {
  return text
    .replace(/&nbsp;?/g, '\u00a0')
    .replace(/&#(\d+);?/g, (_, code: string) =>
      String.fromCodePoint(Number(code) > 0x10ffff ? 0xfffd : Number(code)),
    )
    .replace(/&#x([0-9a-f]+);?/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, 16) || 0xfffd)),
    )
    .replace(/&quot;?/g, '"')
    .replace(/&lt;?/g, '<')
    .replace(/&gt;?/g, '>')
    .replace(/&amp;?/g, '&');
}
