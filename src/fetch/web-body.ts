import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** The bytes of an answer as its author wrote them, or why they could not be had. */
export type Body =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly reason: string };

const expand = promisify(gunzip);

/** Reads an answer to its end, and expands it; neither takes more than `maxBytes`. Never throws. */
export async function collectBody(
  response: IncomingMessage,
  maxBytes: number,
  onBytes: () => void,
): Promise<Body> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of response as AsyncIterable<Uint8Array>) {
      onBytes();
      size += piece.length;
      if (size > maxBytes) return { kind: 'failed', reason: 'the answer is larger than any report page' };
      pieces.push(piece);
    }
  } catch {
    return { kind: 'failed', reason: 'the answer was cut short' };
  }
  if (!response.complete) return { kind: 'failed', reason: 'the answer was cut short' };
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const packed = Buffer.concat(pieces);
  if (encoding === 'identity' || packed.length === 0) return { kind: 'whole', bytes: new Uint8Array(packed) };
  if (encoding !== 'gzip' && encoding !== 'x-gzip')
    return { kind: 'failed', reason: 'the answer is packed in a way that was not asked for' };
  try {
    return {
      kind: 'whole',
      bytes: new Uint8Array(await expand(packed, { maxOutputLength: maxBytes })),
    };
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return {
      kind: 'failed',
      reason: tooLarge
        ? 'the answer expands to more than any report page'
        : 'the packed answer is damaged or cut short',
    };
  }
}
