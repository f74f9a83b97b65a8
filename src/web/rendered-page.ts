import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import { SECURITY_HEADERS } from './security-headers.ts';

/** A whole answer, ready to be sent again. */
export interface RenderedPage {
  readonly status: 200 | 400 | 404 | 409 | 422 | 500 | 503;
  readonly body: Uint8Array;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Made when first asked for; null: not yet. */
  packed: { readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> } | null;
}

const compress = promisify(gzip);

/** Smaller answers gain nothing by being compressed. */
const WORTH_PACKING = 1_000;

export function renderPage(
  text: string | Uint8Array,
  contentType: string,
  options: {
    readonly status?: RenderedPage['status'];
    readonly caching?: string;
    readonly disposition?: string;
    readonly vary?: string;
  } = {},
): RenderedPage {
  const body = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  // Weak: the plain and the compressed form are the same page.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers: Record<string, string> = {
    'Content-Type': contentType,
    ...SECURITY_HEADERS,
    'Cache-Control': options.caching ?? 'no-cache',
    ETag: etag,
    Vary: options.vary ?? 'Accept-Encoding',
    'Content-Length': String(body.byteLength),
  };
  if (options.disposition !== undefined) headers['Content-Disposition'] = options.disposition;
  return { status: options.status ?? 200, body, etag, headers, packed: null };
}

/** Sends a page: 304 to who has it already, compressed to who can read that. */
export function answerPage(c: Context, page: RenderedPage): Response | Promise<Response> {
  const known = c.req.header('If-None-Match');
  if (known !== undefined && page.status === 200 && matchesTag(known, page.etag)) {
    const { 'Content-Length': _, ...headers } = page.headers;
    return new Response(null, { status: 304, headers });
  }
  if (page.body.byteLength < WORTH_PACKING || !acceptsGzip(c) || isPackedAlready(page)) {
    return new Response(page.body as Uint8Array<ArrayBuffer>, { status: page.status, headers: page.headers });
  }
  return page.packed === null ? pack(page).then(() => sendPacked(page)) : sendPacked(page);
}

export function acceptsGzip(c: Context): boolean {
  const accepted = c.req.header('Accept-Encoding');
  return accepted !== undefined && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s*,|\s*$))/i.test(accepted);
}

/** @param header an If-None-Match header (RFC 9110, 13.1.2: weak comparison) */
export function matchesTag(header: string, etag: string): boolean {
  return header.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag));
}

function bare(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}

function isPackedAlready(page: RenderedPage): boolean {
  return page.headers['Content-Type'] === 'font/woff2';
}

async function pack(page: RenderedPage): Promise<void> {
  const body = await compress(page.body, { level: 6 });
  page.packed = {
    body,
    headers: { ...page.headers, 'Content-Encoding': 'gzip', 'Content-Length': String(body.byteLength) },
  };
}

function sendPacked(page: RenderedPage): Response {
  const { body, headers } = page.packed ?? page;
  return new Response(body as Uint8Array<ArrayBuffer>, { status: page.status, headers });
}
