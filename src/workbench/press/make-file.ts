import { assertNever } from '../../domain/assert-never.ts';
import type { ComparisonFilter } from '../../domain/comparison-filter.ts';
import type { ComparisonView } from '../../domain/comparison-view.ts';
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
import { renderXlsx } from '../../export/render-xlsx.ts';

/** What is to be made into a file. */
export type PressJob = PublicationJob | ComparisonJob | RemovalsJob | PacketJob;

export interface PublicationJob {
  readonly kind: 'publication';
  readonly format: WholeFormat;
  readonly publication: GatheredPublication;
  /** For what is set in pages; without it, US Letter. */
  readonly paper?: Paper;
}

export interface ComparisonJob {
  readonly kind: 'comparison';
  readonly format: 'pdf';
  readonly view: ComparisonView;
  readonly filter: ComparisonFilter;
  readonly paper: Paper;
}

export interface RemovalsJob {
  readonly kind: 'removals';
  readonly format: 'pdf';
  readonly removals: GatheredRemovals;
  readonly paper: Paper;
}

export interface PacketJob {
  readonly kind: 'packet';
  readonly format: 'pdf';
  readonly packet: Packet;
}

/** The bytes of the file; the same job gives the same bytes. Of a packet, its parts packed into one. */
export async function makeFile(job: PressJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'publication':
      return makePublication(job);
    case 'comparison':
      return renderComparisonPdf(job.view, job);
    case 'removals':
      return renderRemovalsPdf(job.removals, job);
    case 'packet':
      return packParts(await renderPacketPdf(job.packet));
    default:
      return assertNever(job);
  }
}

function makePublication({ format, publication, paper = 'letter' }: PublicationJob): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return renderXlsx(publication);
    case 'pdf':
      return renderPdf(publication, { paper });
    default:
      return assertNever(format);
  }
}
