import { createGunzip } from 'node:zlib';
import { INFLATE_STEP, InflateSteps } from './inflate-steps.ts';

/**
 * Expands gzip data. Every byte that came out before the data turned out broken or cut short is handed over
 * before the error is thrown.
 */
export async function* decompressGzip(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const steps = new InflateSteps(createGunzip({ chunkSize: 4 * INFLATE_STEP }));
  try {
    for await (const piece of source) {
      for (let at = 0; at < piece.length; at += INFLATE_STEP) {
        yield* await steps.write(piece.subarray(at, at + INFLATE_STEP));
        if (steps.fault) throw steps.fault;
        if (steps.ended) return;
      }
    }
    yield* await steps.end();
    if (steps.fault) throw steps.fault;
  } finally {
    steps.close();
  }
}
