import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Provenance } from '../domain/provenance.ts';
import type { ReportId, VersionId } from '../domain/report.ts';
import { makeRecordId, renderWarcFields, renderWarcRecord, type WarcRecordParts } from './warc-record.ts';

/** A captured page to be written. */
export interface WarcPage extends ReportId {
  /** Of the text read from it. */
  readonly version: VersionId;
  readonly provenance: Provenance;
  readonly bytes: Uint8Array;
}

/** What the file is. */
export interface WarcInfo {
  /** The library's version. */
  readonly library: string;
  /** The time of the youngest capture, ISO 8601 in UTC; null where none is known. */
  readonly youngest: string | null;
}

/** A record must have a date (ISO 28500:2017, 5.4). No page of the web is as old, and no archive takes this for a time. */
const UNKNOWN_DATE = '1970-01-01T00:00:00Z';

/**
 * Captured pages as WARC 1.1, each record a gzip member of its own (annex D): one that says what the file is, then for
 * each page a `resource` with its bytes and a `metadata` with where they come from. One page is held at a time, and the
 * same pages give the same bytes.
 */
export async function* renderWarc(
  pages: AsyncIterable<WarcPage>,
  { library, youngest }: WarcInfo,
): AsyncGenerator<Uint8Array> {
  yield await pack({
    type: 'warcinfo',
    id: makeRecordId(['warcinfo', library]),
    date: youngest ?? UNKNOWN_DATE,
    targetUri: null,
    refersTo: null,
    contentType: 'application/warc-fields',
    block: renderWarcFields([
      ['software', 'Variorum'],
      ['format', 'WARC File Format 1.1'],
      ['conformsTo', 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
      ['description', `Pages kept by a Variorum library, as they were captured; its version is ${library}.`],
    ]),
  });
  for await (const page of pages) {
    const { provenance } = page;
    const date = provenance.capturedAt ?? UNKNOWN_DATE;
    const targetUri = findTargetUri(provenance);
    const facts = [provenance.sha256, targetUri, date];
    const id = makeRecordId(['resource', ...facts]);
    yield await pack({
      type: 'resource',
      id,
      date,
      targetUri,
      refersTo: null,
      contentType: 'text/html',
      block: page.bytes,
    });
    yield await pack({
      type: 'metadata',
      id: makeRecordId(['metadata', ...facts]),
      date,
      targetUri,
      refersTo: id,
      contentType: 'application/warc-fields',
      block: renderWarcFields(listProvenance(page)),
    });
  }
}

/** What is known of a page besides its bytes. */
function listProvenance({ edition, area, version, provenance }: WarcPage): [string, string | null][] {
  const { capturedAt, capturedAtSource } = provenance;
  return [
    ['report', `${edition}/${area}`],
    ['text-version', version],
    ['official-address', provenance.address],
    ['captured-address', provenance.capturedAddress],
    ['captured-from', provenance.host],
    ['captured-at', capturedAt ?? 'unknown; the date of this record stands for none'],
    ['captured-at-source', capturedAtSource],
    ['sha256', provenance.sha256],
    ['imported-from', provenance.importedFrom],
    ['reader-version', provenance.readerVersion],
  ];
}

/** The address that the bytes were taken from. */
function findTargetUri({ capturedAddress, address }: Provenance): string {
  const taken = capturedAddress
    ?.replace(/^\/web\//, 'https://web.archive.org/web/')
    .replace(/^\/\//, 'https://');
  return taken !== undefined && /^https?:/i.test(taken) && URL.canParse(taken)
    ? new URL(taken).href
    : address;
}

const packGzip = promisify(gzip);

/** Where a gzip header says what system it was made on (RFC 1952, 2.3.1), and the value for "unknown". */
const SYSTEM_BYTE = 9;
const UNKNOWN_SYSTEM = 255;

async function pack(parts: WarcRecordParts): Promise<Uint8Array> {
  const packed = await packGzip(renderWarcRecord(parts));
  packed[SYSTEM_BYTE] = UNKNOWN_SYSTEM;
  return packed;
}
