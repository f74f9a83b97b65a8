import { pipeline, Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { Context } from 'hono';
import { acceptsGzip, matchesTag } from './rendered-page.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/**
 * Sends pieces as they come. The next piece is made only when the one before has left, so that a long answer
 * takes no more memory than a short one; who goes away stops the making.
 */
export function answerStream(
  c: Context,
  pieces: AsyncIterable<string | Uint8Array>,
  headers: Readonly<Record<string, string>>,
): Response {
  const packed = acceptsGzip(c);
  const all = {
    ...SECURITY_HEADERS,
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Encoding',
    ...headers,
    ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
  };
  if (c.req.method === 'HEAD') {
    void pieces[Symbol.asyncIterator]().return?.();
    return new Response(null, { headers: all });
  }
  return new Response(packed ? packStream(pieces) : toStream(pieces), { headers: all });
}

/**
 * Sends a file that is made whole. Nothing is sent before it is made, so that a failure has a status of its own;
 * who goes away meanwhile ends the making.
 */
export async function answerFile(
  c: Context,
  pieces: AsyncIterable<string | Uint8Array>,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const all = { ...SECURITY_HEADERS, 'Cache-Control': 'no-cache', ...headers };
  if (c.req.method === 'HEAD') return new Response(null, { headers: all });
  const making = pieces[Symbol.asyncIterator]();
  const stop = (): void => void making.return?.();
  c.req.raw.signal.addEventListener('abort', stop, { once: true });
  const started = await startPieces({ [Symbol.asyncIterator]: () => making });
  c.req.raw.signal.removeEventListener('abort', stop);
  return new Response(toStream(started), { headers: all });
}

/** 304 to who has the answer already, by its tag; else null. */
export function answerUnchanged(c: Context, etag: string): Response | null {
  const known = c.req.header('If-None-Match');
  if (known === undefined || !matchesTag(known, etag)) return null;
  return new Response(null, {
    status: 304,
    headers: { ...SECURITY_HEADERS, ETag: etag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' },
  });
}

function toStream(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done === true) controller.close();
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Compression runs beside the making of the next piece; each piece is sent as soon as it is compressed. */
function packStream(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const gzip = createGzip({ level: 1, flush: constants.Z_SYNC_FLUSH });
  pipeline(Readable.from(endQuietly(pieces), { highWaterMark: 1 }), gzip, () => {
    // A failure destroys the compressor, and with it the answer; whoever reads it sees that it broke off.
  });
  return Readable.toWeb(gzip) as ReadableStream<Uint8Array>;
}

/**
 * When the reader goes away, Readable.from throws an error into what makes the pieces. The loop here takes it and
 * only ends the making: that somebody closed a page is no fault to be reported.
 */
async function* endQuietly(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  for await (const piece of pieces) yield piece;
}

/**
 * Makes the first piece, so that what cannot be made at all is known before an answer begins. Whoever takes no
 * more of the pieces ends the making, as with any other.
 */
export async function startPieces<T>(pieces: AsyncIterable<T>): Promise<AsyncIterable<T>> {
  const making = pieces[Symbol.asyncIterator]();
  let first: IteratorResult<T> | null = await making.next();
  return {
    [Symbol.asyncIterator]: () => ({
      next() {
        const next = first === null ? making.next() : Promise.resolve(first);
        first = null;
        return next;
      },
      return: async () => (await making.return?.()) ?? { done: true, value: undefined },
    }),
  };
}
