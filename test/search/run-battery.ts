import { readFileSync } from 'node:fs';
import type { Workbench } from '../../src/workbench/workbench.ts';
import { BATTERY } from './battery.ts';
import { scanPassages } from './scan-passages.ts';

/** Passages and reports with a hit. */
export type Counts = readonly [passages: number, reports: number];

const NOTHING = { years: [], areas: [], topics: [], sections: [], order: [], spellings: [] };

/** The counts that were reviewed, in the battery's order. */
export function readExpected(library: 'sample' | 'corpus'): Counts[] {
  const lines = readFileSync(new URL('./battery.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [, ...numbers] = /^(.*),(\d+),(\d+),(\d+),(\d+)$/.exec(line) ?? [];
    const [sample, sampleReports, corpus, corpusReports] = numbers.slice(1).map(Number);
    return library === 'sample' ? [sample ?? -1, sampleReports ?? -1] : [corpus ?? -1, corpusReports ?? -1];
  });
}

export function countBySearch(workbench: Workbench): Promise<Counts[]> {
  return Promise.all(
    BATTERY.map(async ({ typed, beside = {} }): Promise<Counts> => {
      const more = Object.fromEntries(Object.entries(beside).map(([name, value]) => [name, [value]]));
      const request = await workbench.parseSearch({ ...NOTHING, ...more, q: [typed] });
      const { passages, reports } = await workbench.searchPassages(request, { cursor: null, size: 1 });
      return [passages, reports];
    }),
  );
}

/** Goes over every passage with plain means. */
export async function countByScan(workbench: Workbench): Promise<Counts[]> {
  const passages = BATTERY.map(() => 0);
  const reports = BATTERY.map(() => new Set<string>());
  for await (const passage of scanPassages(workbench)) {
    BATTERY.forEach(({ proof }, i) => {
      if (!proof(passage)) return;
      passages[i] = (passages[i] ?? 0) + 1;
      reports[i]?.add(`${passage.report.edition}/${passage.report.area}`);
    });
  }
  return passages.map((count, i): Counts => [count, reports[i]?.size ?? 0]);
}

/** For reading a difference: each query beside its counts. */
export function label(counts: readonly Counts[]): string[] {
  return BATTERY.map(
    ({ typed, beside = {} }, i) =>
      `${[typed, ...Object.entries(beside).flat()].join(' ')}: ${counts[i]?.join(' in ')}`,
  );
}
