import { hash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Catalog } from '../domain/catalog.ts';
import { Problem } from '../domain/problem.ts';
import type { CaptureTimeSource } from '../domain/provenance.ts';
import type { Report } from '../domain/report.ts';
import { readPage } from './read-page.ts';
import { READER_VERSION } from './reader-version.ts';
import type { PageLocation } from './sources/found-page.ts';
import { readPage as readPageBytes } from './sources/read-page.ts';

/** A page to be read; plain data, so that it can go to another thread. */
export interface CaptureJob {
  readonly path: string;
  readonly location: PageLocation;
  /** ISO 8601 in UTC, or null. */
  readonly modified: string | null;
  readonly modifiedFrom: CaptureTimeSource;
  /** The address that it was captured from, where that is known. */
  readonly address: string | null;
}

export type CaptureOutcome =
  | { readonly kind: 'read'; readonly report: Report; readonly compressed: Uint8Array }
  /** The same bytes were read before by this version of the reader. */
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Reads one captured page, unless it is known. Never throws: whatever a page does is an outcome.
 * @param known SHA-256 of captures held → version of the reader that read them
 */
export async function readCapture(
  job: CaptureJob,
  catalog: Catalog,
  known: ReadonlyMap<string, string>,
): Promise<CaptureOutcome> {
  try {
    const bytes = await readPageBytes(job.location);
    const sha256 = hash('sha256', bytes, 'hex');
    if (known.get(sha256) === READER_VERSION) return { kind: 'known' };
    const report = readPage(
      {
        bytes,
        sha256,
        path: job.path,
        address: job.address,
        capturedAt: job.modified,
        capturedAtSource: job.modified === null ? null : job.modifiedFrom,
      },
      catalog,
    );
    return { kind: 'read', report, compressed: compressPage(bytes) };
  } catch (error) {
    if (error instanceof Problem)
      return { kind: 'refused', reason: [error.message, ...error.details].join(' ') };
    return {
      kind: 'refused',
      reason: `The reader failed on this page; this is a fault of Variorum: ${String(error)}`,
    };
  }
}

/** The bytes of a page as they are kept. Quality 1 packs these pages to a quarter in a sixth of the time that reading them takes; quality 3 would save a tenth of the space for twice the time. */
export function compressPage(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 1,
      [constants.BROTLI_PARAM_LGWIN]: 20,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** @param maxBytes a limit, since kept bytes may have been tampered with */
export function decompressPage(compressed: Uint8Array, maxBytes: number): Uint8Array {
  return brotliDecompressSync(compressed, { maxOutputLength: maxBytes });
}
