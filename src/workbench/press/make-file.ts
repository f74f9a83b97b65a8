import { assertNever } from '../../domain/assert-never.ts';
import type { GatheredPublication } from '../../domain/publication.ts';
import type { WholeFormat } from '../../export/export-format.ts';
import { renderParquet } from '../../export/render-parquet.ts';
import { renderXlsx } from '../../export/render-xlsx.ts';

/** What is to be made into a file. */
export interface PressJob {
  readonly kind: 'publication';
  readonly format: WholeFormat;
  readonly publication: GatheredPublication;
}

/** The bytes of the file; the same job gives the same bytes. */
export async function makeFile({ format, publication }: PressJob): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return renderXlsx(publication);
    case 'parquet':
      return renderParquet(publication);
    default:
      return assertNever(format);
  }
}
