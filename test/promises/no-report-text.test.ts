import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusFolder } from '../corpus/corpus-folder.ts';
import { joinWords, RunFinder } from './run-finder.ts';
import { readTrackedFiles } from './tracked-files.ts';

describe('runs of words that stand in two texts', () => {
  const text = 'So: One two three four five six,\nseven “eight” nine TEN eleven twelve';
  const finder = new RunFinder([{ path: 'a.md', text }]);

  it('are found whatever their spelling, punctuation and line breaks', () => {
    expect(finder.find('zero one two three four five six seven eight nine ten eleven twelve')).toEqual([
      { path: 'a.md', run: 'one two three four five six seven eight nine ten eleven twelve' },
    ]);
  });

  it('are not found if a word differs', () => {
    expect(finder.find('one two three four five six seven eight nine ten eleven dozen')).toEqual([]);
  });
});

describe.skipIf(corpusFolder === null)('the repository', () => {
  it('holds no sentence of the real reports', () => {
    const finder = new RunFinder(readTrackedFiles());
    const found = new Map<string, string>();
    const headings = new Set<string>();
    let pages = 0;
    for (const entry of readdirSync(corpusFolder ?? '', { recursive: true, encoding: 'utf8' })) {
      if (!entry.endsWith('.html')) continue;
      pages += 1;
      const html = readReport(join(corpusFolder ?? '', entry));
      for (const [heading] of html.matchAll(HEADING)) headings.add(joinWords(dropMarkup(heading)));
      for (const { path, run } of finder.find(dropMarkup(html))) found.set(run, path);
    }
    expect(pages).toBeGreaterThan(100);
    // Headings and run-in labels are the outline’s, and some are printed without their markup.
    for (const heading of headings) {
      for (const run of found.keys()) {
        // An outline's key or a table's column may stand before it: “6/women”, “subsection,Women”.
        if (heading.includes(run.replace(/^(?:\d+|subsection) /, ''))) found.delete(run);
      }
    }
    expect([...found].map(([run, path]) => `${path}: ${run}`)).toEqual([]);
  });
});

const HEADING = /<(h[1-6]|b|strong|u)\b[\s\S]*?<\/\1>/g;

/** What stands before it is the publisher's frame. */
function readReport(path: string): string {
  const html = readFileSync(path, 'utf8');
  return html.slice(Math.max(0, html.indexOf('report__main')));
}

function dropMarkup(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/(p|h\d|div|section|li)>/g, ' ¶ ')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&amp;/g, '&');
}
