import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { errorCode } from './open-file.ts';
import { describeTooLarge } from './read-page.ts';
import type { RefusalReason } from './refused-entry.ts';

/** An answer of a server as it was recorded. */
export interface HttpMessage {
  readonly status: number;
  /** The value of a field by its name in lower case; several of one name are joined by commas. */
  get(name: string): string | null;
  /** As it was recorded: possibly in chunks, possibly packed. */
  readonly body: Uint8Array;
}

/** A body undone of chunks and packing, with the forms it had on the way, or why that cannot be. */
export type HttpBody =
  | { readonly kind: 'body'; readonly bytes: Uint8Array; readonly forms: readonly Uint8Array[] }
  | { readonly kind: 'fault'; readonly reason: RefusalReason; readonly message: string };

const MAX_HEAD = 64 * 1024;

/** The message in the block of a record, or null where there is none. */
export function findHttpMessage(block: Uint8Array): HttpMessage | null {
  const start = Buffer.from(block.buffer, block.byteOffset, Math.min(block.length, MAX_HEAD)).toString(
    'latin1',
  );
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})\b/i.exec(start)?.[1];
  const end = /\r?\n\r?\n/.exec(start);
  if (status === undefined) return null;
  const head = end === null ? start : start.slice(0, end.index);
  const fields = new Map<string, string>();
  for (const line of head.split(/\r?\n/).slice(1)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const before = fields.get(name);
    const value = line.slice(colon + 1).trim();
    fields.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return {
    status: Number(status),
    get: (name) => fields.get(name) ?? null,
    body: end === null ? new Uint8Array(0) : block.subarray(end.index + end[0].length),
  };
}

/** Whether a Content-Type is that of a web page. */
export function isHtml(contentType: string | null): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(contentType ?? '');
}

/**
 * Undoes Transfer-Encoding and Content-Encoding. Archives keep these fields also where they stored the page already
 * undone; what does not decode and looks like a page is taken as one.
 * @param maxBytes what may come out
 */
export async function readHttpBody(message: HttpMessage, maxBytes: number): Promise<HttpBody> {
  let bytes = message.body;
  const forms = [bytes];
  if (/\bchunked\b/i.test(message.get('transfer-encoding') ?? '')) {
    const joined = joinChunks(bytes);
    if (joined !== null) {
      bytes = joined;
      forms.push(bytes);
    } else if (!looksLikeHtml(bytes)) {
      return fault('broken-archive', 'The page was sent in chunks, and they are damaged or cut short.');
    }
  }
  const codings = (message.get('content-encoding') ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MAX_CODINGS) return fault('zip-bomb', 'The page is packed several times over.');
  for (const coding of codings.reverse()) {
    const decode = DECODERS[coding];
    if (decode === undefined) {
      if (looksLikeHtml(bytes)) continue;
      return fault(
        'not-readable',
        `The page is packed in a way that is not supported (${coding.slice(0, 40)}).`,
      );
    }
    try {
      bytes = await decode(bytes, { maxOutputLength: maxBytes });
      forms.push(bytes);
    } catch (error) {
      if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE') return fault('too-large', describeTooLarge(maxBytes));
      if (looksLikeHtml(bytes)) continue;
      const why = error instanceof Error ? error.message : String(error);
      return fault('broken-archive', `The page is packed (${coding}) and cannot be unpacked: ${why}.`);
    }
  }
  return { kind: 'body', bytes, forms };
}

const MAX_CODINGS = 3;

type Decode = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

const asGzip: Decode = promisify(gunzip);
const asZlib: Decode = promisify(inflate);
const asRawDeflate: Decode = promisify(inflateRaw);

/** Codings of RFC 9110, 8.4.1, and Brotli (RFC 7932). */
const DECODERS: Readonly<Record<string, Decode | undefined>> = {
  gzip: asGzip,
  'x-gzip': asGzip,
  br: promisify(brotliDecompress),
  // Some servers send it without the zlib wrapping that the standard asks for.
  deflate: (bytes, options) =>
    asZlib(bytes, options).catch((error: unknown) => {
      if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE') throw error;
      return asRawDeflate(bytes, options);
    }),
};

/** The body out of its chunks (RFC 9112, 7.1), or null where they are damaged, cut short or none at all. */
function joinChunks(bytes: Uint8Array): Uint8Array | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const lineEnd = buffer.indexOf('\r\n', at);
    if (lineEnd < 0 || lineEnd - at > 1024) return null;
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?$/i.exec(buffer.toString('latin1', at, lineEnd))?.[1];
    if (size === undefined) return null;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    at = lineEnd + 2;
    if (at + length + 2 > bytes.length) return null;
    parts.push(bytes.subarray(at, at + length));
    at += length;
    if (buffer[at] !== 0x0d || buffer[at + 1] !== 0x0a) return null;
    at += 2;
  }
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('utf8');
  return /^\uFEFF?\s*<[!a-z?]/i.test(start);
}

function fault(reason: RefusalReason, message: string): HttpBody {
  return { kind: 'fault', reason, message };
}
