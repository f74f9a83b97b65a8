import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type CapturedRun, run } from './captured-run.ts';
import { SAMPLE } from './sample-folder.ts';

/** A library of the sample editions, for searching it from the command line. */
export interface SearchedSample {
  /** Its folder; there once the tests of the file run. */
  readonly library: string;
  /** Every passage, as a custom report of everything gives it: for counting without an index. */
  readonly texts: readonly SampleText[];
  search(...typed: readonly string[]): Promise<CapturedRun>;
  quote(...typed: readonly string[]): Promise<CapturedRun>;
  countTexts(pattern: RegExp): { readonly passages: number; readonly reports: number };
}

interface SampleText {
  readonly edition: number;
  readonly area: string;
  readonly text: string;
}

/** Imports the sample before the tests of a file, and removes it behind them. */
export function searchSample(): SearchedSample {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  const library = join(folder, 'library');
  let texts: readonly SampleText[] = [];
  beforeAll(async () => {
    await run('import', SAMPLE, '--library', library, '--workers', '0');
    texts = await readTexts(library);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    library,
    get texts() {
      return texts;
    },
    search: (...typed) => run('search', '--library', library, ...typed),
    quote: (...typed) => run('quote', '--library', library, ...typed),
    countTexts(pattern) {
      const found = texts.filter(({ text }) => pattern.test(text));
      const reports = new Set(found.map(({ edition, area }) => `${edition}/${area}`));
      return { passages: found.length, reports: reports.size };
    },
  };
}

async function readTexts(library: string): Promise<SampleText[]> {
  const all = ['--years', 'all', '--sections', 'all', '--areas', 'all', '--format', 'json'];
  const { out } = await run('report', ...all, '--library', library);
  const { reports } = JSON.parse(out) as {
    reports: { edition: number; area: string; sections: { passages: { text: string }[] }[] }[];
  };
  return reports.flatMap(({ edition, area, sections }) =>
    sections.flatMap(({ passages }) => passages.map(({ text }) => ({ edition, area, text }))),
  );
}

/** Fields of a table none of whose cells has a comma or a line break in it. */
export function readPlainCsv(out: string): string[][] {
  return out
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
}
