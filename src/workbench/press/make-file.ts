import { assertNever } from '../../domain/assert-never.ts';
import type { ComparisonFilter } from '../../domain/comparison-filter.ts';
import type { ComparisonView } from '../../domain/comparison-view.ts';
import type { Paper } from '../../domain/paper.ts';
import type { GatheredPublication } from '../../domain/publication.ts';
import type { WholeFormat } from '../../export/export-format.ts';
import { renderComparisonDocx } from '../../export/render-comparison-docx.ts';
import { renderDocx } from '../../export/render-docx.ts';
import { renderEpub } from '../../export/render-epub.ts';
import { type ChartedRemovals, renderRemovalsDocx } from '../../export/render-removals-docx.ts';
import { renderXlsx } from '../../export/render-xlsx.ts';

/** What is to be made into a file. Without a paper, the usual one. */
export type PressJob =
  | {
      readonly kind: 'publication';
      readonly format: WholeFormat;
      readonly publication: GatheredPublication;
      readonly paper?: Paper;
    }
  | {
      readonly kind: 'comparison';
      readonly format: 'docx';
      readonly view: ComparisonView;
      readonly filter: ComparisonFilter;
      readonly paper?: Paper;
    }
  | {
      readonly kind: 'removals';
      readonly format: 'docx';
      readonly removals: ChartedRemovals;
      readonly paper?: Paper;
    };

/** The bytes of the file; the same job gives the same bytes. */
export function makeFile(job: PressJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'publication':
      return makePublication(job.format, job.publication, job.paper);
    case 'comparison':
      return renderComparisonDocx(job.view, job.filter, job.paper);
    case 'removals':
      return renderRemovalsDocx(job.removals, job.paper);
    default:
      return assertNever(job);
  }
}

function makePublication(
  format: WholeFormat,
  publication: GatheredPublication,
  paper: Paper | undefined,
): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return renderXlsx(publication);
    case 'docx':
      return renderDocx(publication, paper);
    case 'epub':
      return renderEpub(publication);
    default:
      return assertNever(format);
  }
}
