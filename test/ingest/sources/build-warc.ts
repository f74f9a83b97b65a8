import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { WACZ } from '@harvard-lil/js-wacz';
import { WARCRecord, WARCSerializer } from 'warcio';

export const REPORTS = 'https://www.state.gov/reports/2031-country-reports-on-human-rights-practices';

/** A captured answer, as a crawler records it. */
export interface Answer {
  readonly url: string;
  readonly body: string | Uint8Array;
  readonly date?: string;
  readonly status?: string;
  readonly headers?: Record<string, string>;
  readonly warcHeaders?: Record<string, string>;
  readonly version?: 'WARC/1.0' | 'WARC/1.1';
  readonly digest?: 'sha-1' | 'sha-256';
  readonly gzip?: boolean;
}

export const CAPTURED = '2031-02-03T04:05:06Z';

/** A response record made by warcio, which states the digests of its block and its payload. */
export async function packResponse(answer: Answer): Promise<Buffer> {
  const { url, body, date = CAPTURED, status = '200 OK', version = 'WARC/1.1' } = answer;
  const record = WARCRecord.create(
    {
      url,
      date,
      type: 'response',
      warcVersion: version,
      statusline: `HTTP/1.1 ${status}`,
      httpHeaders: { 'Content-Type': 'text/html; charset=UTF-8', ...answer.headers },
      warcHeaders: answer.warcHeaders ?? {},
    },
    [typeof body === 'string' ? Buffer.from(body) : body],
  );
  const sha1 = answer.digest === 'sha-1';
  const options = sha1 ? { algo: 'sha-1', prefix: 'sha1:', base32: true } : {};
  return Buffer.from(await WARCSerializer.serialize(record, { gzip: answer.gzip ?? true, digest: options }));
}

/** A revisit record made by warcio: the page with a body, seen again. */
export async function packRevisit(
  url: string,
  body: string,
  refersTo: { readonly url?: string; readonly date?: string } = {},
): Promise<Buffer> {
  const record = WARCRecord.create(
    {
      url,
      date: '2032-02-03T04:05:06Z',
      type: 'revisit',
      warcVersion: 'WARC/1.1',
      statusline: 'HTTP/1.1 200 OK',
      httpHeaders: { 'Content-Type': 'text/html' },
      warcHeaders: { 'WARC-Payload-Digest': `sha256:${hash('sha256', body, 'hex')}` },
      ...(refersTo.url === undefined ? {} : { refersToUrl: refersTo.url }),
      ...(refersTo.date === undefined ? {} : { refersToDate: refersTo.date }),
    },
    [],
  );
  return Buffer.from(await WARCSerializer.serialize(record, { gzip: true }));
}

/** A warcinfo record made by warcio. */
export async function packInfo(): Promise<Buffer> {
  const record = WARCRecord.createWARCInfo({ filename: 'crawl.warc', date: CAPTURED }, { software: 'test' });
  return Buffer.from(await WARCSerializer.serialize(record, { gzip: true }));
}

/** A record written by hand, as a careless or hostile program would. */
export function rawRecord(lines: readonly string[], block: string | Uint8Array = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`${lines.join('\r\n')}\r\n\r\n`),
    Buffer.from(block),
    Buffer.from('\r\n\r\n'),
  ]);
}

/** A body in chunks of some bytes (RFC 9112, 7.1). */
export function chunked(body: Uint8Array, size = 100): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const chunk = body.subarray(at, at + size);
    parts.push(
      Buffer.from(`${chunk.length.toString(16)};note=x\r\n`),
      Buffer.from(chunk),
      Buffer.from('\r\n'),
    );
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}

/** Members of gzip data that each hold one record. */
export function packEach(records: readonly Buffer[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(record)));
}

/** A WACZ of WARC files, made by js-wacz. */
export async function packWacz(input: readonly string[], output: string): Promise<void> {
  const log = { trace() {}, info() {}, warn() {}, error() {} };
  await new WACZ({ input, output, log }).process();
}
