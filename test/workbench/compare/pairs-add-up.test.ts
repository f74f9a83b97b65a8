import { expect, test } from 'vitest';
import { readCsv } from '../../web/search-reader.ts';
import { makeReport } from '../small-library.ts';
import { openEditions } from './small-editions.ts';

const BEFORE =
  'Guards beat prisoners in two jails; see the list at https://www.velmora.example/prison-deaths/2021/list for names of all.';
const AFTER = BEFORE.replace('two jails', 'nine jails');

interface Sums {
  readonly counts: { readonly wordsKept: number; readonly left: { readonly words: number } };
  readonly pairs: readonly {
    readonly wordsKept: number;
    readonly difference: { readonly wordsKept: number };
  }[];
}

test('the words that still stand in each pair add up to those of the summary, in JSON and in CSV', async () => {
  const section = { key: '1', printed: 'Section 1.', topic: 'integrity' };
  const workbench = await openEditions([
    makeReport(2021, 'vel', [{ ...section, texts: [BEFORE] }]),
    makeReport(2024, 'vel', [{ ...section, texts: [AFTER] }]),
  ]);
  const view = await workbench.compareReports({ area: 'vel', from: 2021, to: 2024 });
  const render = async (format: 'json' | 'csv'): Promise<string> => {
    let text = '';
    for await (const piece of workbench.renderComparison(view, { only: null, all: true }, format))
      text += piece;
    return text;
  };
  const json: Sums = JSON.parse(await render('json'));
  // Otherwise this would show nothing: a comparison cuts an address into words, a report counts it as one.
  expect(json.pairs[0]?.difference.wordsKept).not.toBe(json.counts.wordsKept);
  expect(json.pairs.reduce((sum, pair) => sum + pair.wordsKept, 0)).toBe(json.counts.wordsKept);
  const [header = [], ...rows] = readCsv(await render('csv'));
  const sum = (column: string): number =>
    rows.reduce((total, row) => total + Number(row[header.indexOf(column)]), 0);
  expect([sum('words_kept'), sum('left_words')]).toEqual([json.counts.wordsKept, json.counts.left.words]);
});
