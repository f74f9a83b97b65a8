import { assertNever } from '../../domain/assert-never.ts';
import type { ComparisonFilter } from '../../domain/comparison-filter.ts';
import type { ComparisonView } from '../../domain/comparison-view.ts';
import type { EditionDigest } from '../../domain/edition-digest.ts';
import type { Packet } from '../../domain/packet.ts';
import type { Paper } from '../../domain/paper.ts';
import type { GatheredPublication } from '../../domain/publication.ts';
import type { GatheredRemovals } from '../../domain/removals.ts';
import type { WholeFormat } from '../../export/export-format.ts';
import { packParts } from '../../export/pdf/packed-parts.ts';
import { renderComparisonPdf } from '../../export/pdf/render-comparison-pdf.ts';
import { renderPacketPdf } from '../../export/pdf/render-packet-pdf.ts';
import { renderPdf } from '../../export/pdf/render-pdf.ts';
import { renderRemovalsPdf } from '../../export/pdf/render-removals-pdf.ts';
import { renderComparisonDocx } from '../../export/render-comparison-docx.ts';
import { renderDocx } from '../../export/render-docx.ts';
import { renderEpub } from '../../export/render-epub.ts';
import { renderPacketDocx } from '../../export/render-packet-docx.ts';
import { renderParquet } from '../../export/render-parquet.ts';
import { type ChartedRemovals, renderRemovalsDocx } from '../../export/render-removals-docx.ts';
import { renderXlsx } from '../../export/render-xlsx.ts';

/** What is to be made into a file. */
export type PressJob = PressedText & {
  /** Of the editions the file takes from; without them, none are named. */
  readonly digests?: readonly EditionDigest[];
};

type PressedText =
  | {
      readonly kind: 'publication';
      readonly format: WholeFormat;
      readonly publication: GatheredPublication;
      readonly paper: Paper;
    }
  | {
      readonly kind: 'comparison';
      readonly format: 'pdf' | 'docx';
      readonly view: ComparisonView;
      readonly filter: ComparisonFilter;
      readonly paper: Paper;
    }
  | {
      readonly kind: 'removals';
      readonly format: 'pdf';
      readonly removals: GatheredRemovals;
      readonly paper: Paper;
    }
  | {
      readonly kind: 'removals';
      readonly format: 'docx';
      readonly removals: ChartedRemovals;
      readonly paper: Paper;
    }
  | { readonly kind: 'packet'; readonly format: 'pdf' | 'docx'; readonly packet: Packet };

/** The bytes of the file; the same job gives the same bytes. Of a packet as PDF, its parts packed into one. */
export async function makeFile(job: PressJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'publication':
      return makePublication(job);
    case 'comparison':
      return job.format === 'pdf'
        ? renderComparisonPdf(job.view, job)
        : renderComparisonDocx(job.view, job.filter, job.paper, job.digests);
    case 'removals':
      return job.format === 'pdf'
        ? renderRemovalsPdf(job.removals, job)
        : renderRemovalsDocx(job.removals, job.paper, job.digests);
    case 'packet':
      return job.format === 'pdf'
        ? packParts(await renderPacketPdf(job.packet, job.digests))
        : renderPacketDocx(job.packet, job.digests);
    default:
      return assertNever(job);
  }
}

async function makePublication({
  format,
  publication,
  paper,
  digests = [],
}: Extract<PressJob, { readonly kind: 'publication' }>): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return renderPdf(publication, { paper, digests });
    case 'docx':
      return renderDocx(publication, paper, digests);
    case 'epub':
      return renderEpub(publication, digests);
    case 'xlsx':
      return renderXlsx(publication);
    case 'parquet':
      return renderParquet(publication);
    default:
      return assertNever(format);
  }
}
