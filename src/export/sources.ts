import type { GatheredPublication } from '../domain/publication.ts';
import { listReportFacts, type ReportFact } from '../domain/report-facts.ts';

/** A report of a publication and where it comes from. */
export interface Source {
  readonly heading: string;
  readonly facts: readonly ReportFact[];
}

/** Every report of a publication once, in its order, however many excerpts it gives. */
export function listSources({ excerpts }: Pick<GatheredPublication, 'excerpts'>): Source[] {
  const sources = new Map<string, Source>();
  for (const { report, edition } of excerpts) {
    const key = `${report.edition}/${report.area}@${report.version}`;
    if (sources.has(key)) continue;
    sources.set(key, {
      heading: `${report.areaName}, ${report.edition}`,
      facts: listReportFacts(report, edition),
    });
  }
  return [...sources.values()];
}
