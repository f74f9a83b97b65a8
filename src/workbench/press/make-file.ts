import { assertNever } from '../../domain/assert-never.ts';
import type { GatheredPublication } from '../../domain/publication.ts';
import type { WholeFormat } from '../../export/export-format.ts';
import { renderDocx } from '../../export/render-docx.ts';
import { renderEpub } from '../../export/render-epub.ts';
import { renderXlsx } from '../../export/render-xlsx.ts';

/** What is to be made into a file. */
export interface PressJob {
  readonly kind: 'publication';
  readonly format: WholeFormat;
  readonly publication: GatheredPublication;
}

/** The bytes of the file; the same job gives the same bytes. */
export function makeFile({ format, publication }: PressJob): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return renderXlsx(publication);
    case 'docx':
      return renderDocx(publication);
    case 'epub':
      return renderEpub(publication);
    default:
      return assertNever(format);
  }
}
