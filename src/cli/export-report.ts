import { formatReportId, parseAddress } from '../domain/address.ts';
import { Problem } from '../domain/problem.ts';
import type { Publication } from '../domain/publication.ts';
import { publishReport } from '../workbench/publish-report.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../workbench/render-publication.ts';
import { type ExportPieces, type ExportWork, pickFormat } from './export-target.ts';
import { startProgress } from './progress.ts';
import { countOf } from './text-table.ts';

const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[];

/** So many reports take long enough to be worth a line. */
const MANY_REPORTS = 50;

/** Years × sections × areas. */
export async function exportCustomReport(work: ExportWork): Promise<ExportPieces> {
  const { input, workbench, target, terminal } = work;
  const format = pickFormat(target, FORMATS);
  const selection = await workbench.parseSelection({
    years: input.values.get('years') ?? [],
    sections: input.values.get('sections') ?? [],
    areas: input.values.get('areas') ?? [],
    order: input.values.get('order') ?? [],
  });
  const publication = await workbench.buildPublication(selection);
  const exported = exportPublication(publication, format, work);
  if (publication.gaps.length > 0) {
    terminal.say(
      `${countOf(publication.gaps.length, 'gap')}: asked for and not there; listed in the file, with the reasons.`,
    );
  }
  return exported;
}

/** A whole report, of whatever version. */
export async function exportReport(work: ExportWork): Promise<ExportPieces> {
  const { input, workbench, target } = work;
  const format = pickFormat(target, FORMATS);
  const address = parseAddress(input.operands[0] ?? '');
  if (address.section !== null) {
    throw new Problem('invalid-input', 'A report is exported whole.', [
      `For a section alone: variorum export --years ${address.edition} --sections ${address.section} --areas ${address.area} --to FILE; write ${formatReportId(address)} for the report.`,
    ]);
  }
  const view = await workbench.getReport(address, address.version);
  const edition = workbench.catalog.getEdition(address.edition);
  const publication = publishReport(view, edition, workbench.catalog, await workbench.getStamp());
  return exportPublication(publication, format, work);
}

function exportPublication(
  publication: Publication,
  format: ExportFormat,
  { workbench, target, terminal }: ExportWork,
): ExportPieces {
  if (publication.contents.length < MANY_REPORTS)
    return { pieces: workbench.renderPublication(publication, format, target.paper) };
  const progress = startProgress(terminal, 'Reports', publication.contents.length);
  const watched: Publication = {
    ...publication,
    async *readExcerpts() {
      let read = 0;
      for await (const excerpt of publication.readExcerpts()) {
        yield excerpt;
        read += 1;
        progress.update(read, 'read');
      }
    },
  };
  return {
    pieces: workbench.renderPublication(watched, format, target.paper),
    done: () => progress.stop(),
  };
}
