import { describe, expect, test } from 'vitest';
import { tokenWords } from '../../src/domain/tokens.ts';
import { stem } from '../../src/search/stem.ts';
import { loadSpellings } from '../../src/workbench/load-catalog.ts';
import { corpusFolder } from './corpus-folder.ts';
import { listCorpusPages, readCorpusPage } from './pages.ts';

describe.skipIf(corpusFolder === null)('the related spellings', () => {
  test('stand in the real pages, each form of them, or their group says why they are here', () => {
    const missing = new Map(
      loadSpellings()
        .filter(({ note }) => note === null)
        .flatMap(({ id, forms }) => forms.map((form) => [`${id}: ${form}`, readForm(form)] as const)),
    );
    expect(missing.size).toBeGreaterThan(200);
    for (const path of listCorpusPages()) {
      const words = tokenWords(readText(path));
      const written = prepare(words);
      const stemmed = prepare(words.map(stem));
      for (const [name, { exact, row }] of missing) {
        if ((exact ? written : stemmed)(row)) missing.delete(name);
      }
    }
    expect([...missing.keys()]).toEqual([]);
  });
});

function readForm(form: string): { readonly exact: boolean; readonly row: readonly string[] } {
  const exact = form.startsWith('"');
  const words = tokenWords(form);
  return { exact, row: exact ? words : words.map(stem) };
}

/** Asks whether words stand in a text in a row; most are told by themselves to be absent. */
function prepare(words: readonly string[]): (row: readonly string[]) => boolean {
  const known = new Set(words);
  const text = ` ${words.join(' ')} `;
  return (row) => row.every((word) => known.has(word)) && text.includes(` ${row.join(' ')} `);
}

/** The text of a page's report, good enough for looking words up. */
function readText(path: string): string {
  const page = new TextDecoder().decode(readCorpusPage(path));
  return page
    .slice(page.indexOf('report__main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(?:8217|039|39);|&rsquo;|&apos;/g, '’')
    .replace(/&nbsp;|&#160;/g, ' ');
}
