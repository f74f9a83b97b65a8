import { readdirSync } from 'node:fs';
import type { Report } from '../../../src/domain/report.ts';
import type { SearchParameters } from '../../../src/workbench/search/search-request.ts';
import type { Workbench } from '../../../src/workbench/workbench.ts';

/** A search's parameters, most of them left out. */
export function ask(q: string, more: Partial<SearchParameters> = {}): SearchParameters {
  return { q: [q], years: [], areas: [], topics: [], sections: [], order: [], spellings: [], ...more };
}

/** Every report of a library with its text, for counting without any index. */
export async function readAll(workbench: Workbench): Promise<Report[]> {
  const heads = await workbench.listReports({});
  const reports: Report[] = [];
  for (const head of heads) reports.push((await workbench.getReport(head, null)).report);
  return reports;
}

/** How many passages of a report a pattern finds. */
export function countPassages({ passages }: Report, pattern: RegExp): number {
  return passages.filter(({ text }) => pattern.test(text)).length;
}

/** The pages that ship with the software, by edition. */
export function samplePages(folder: string, edition: number): number {
  return readdirSync(`${folder}/${edition}`).length;
}
