import { formatAddress } from '../domain/address.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { Edition } from '../domain/edition.ts';
import type { LibraryStamp } from '../domain/library-stamp.ts';
import type { ContentsEntry, Publication } from '../domain/publication.ts';
import { describeSelection, formatSelection, type Selection } from '../domain/selection.ts';
import type { ReportView } from './read-report.ts';

/** One whole report, of whatever version, as a publication of its own, to be had in any format. */
export function publishReport(
  { report, area, versions }: Pick<ReportView, 'report' | 'area' | 'versions'>,
  edition: Edition,
  catalog: Catalog,
  library: LibraryStamp,
): Publication {
  const selection: Selection = {
    years: [edition.year],
    sections: [{ kind: 'all' }],
    areas: [{ kind: 'area', area: area.id }],
    order: 'area',
  };
  const entry: ContentsEntry = {
    report,
    edition,
    area,
    choice: null,
    heading: `${report.areaName}, ${edition.year}`,
    passages: report.passageCount,
    words: report.passageWords,
  };
  const isNewest = versions[0]?.version === report.version;
  const { edition: year, version } = report;
  return {
    selection,
    query: isNewest ? formatSelection(selection) : formatAddress({ edition: year, area: area.id, version }),
    description: describeSelection(selection, catalog),
    library,
    reports: 1,
    passages: report.passageCount,
    words: report.passageWords,
    contents: [entry],
    gaps: [],
    gapGroups: [],
    async *readExcerpts() {
      yield {
        report,
        newest: isNewest,
        edition,
        area,
        choice: null,
        heading: entry.heading,
        gaps: [],
        sections: report.sections.map((section) => ({
          section,
          context: false,
          passages: report.passages.slice(
            section.firstPassage - 1,
            section.firstPassage - 1 + section.passageCount,
          ),
        })),
      };
    },
  };
}
