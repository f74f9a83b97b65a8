import { createGunzip } from 'node:zlib';

/** How much goes in at a time: gzip expands at most 1032:1, so at most 17 MB wait to be taken. */
const STEP = 16 * 1024;

/**
 * Expands gzip data. Every byte that came out before the data turned out broken or cut short is handed over
 * before the error is thrown, which a piped stream would not do.
 */
export async function* decompressGzip(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const gunzip = createGunzip({ chunkSize: 4 * STEP });
  let ready: Uint8Array[] = [];
  let fault: Error | null = null;
  let ended = false;
  let wake = (): void => {};
  gunzip.on('data', (piece: Uint8Array) => ready.push(piece));
  gunzip.on('error', (error) => {
    fault = error;
  });
  // Ends before the input does where something else follows the gzip data.
  gunzip.on('end', () => {
    ended = true;
    wake();
  });
  gunzip.on('close', () => wake());

  const step = (act: (done: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      if (ended || gunzip.destroyed) resolve();
      else act(resolve);
    });
  const take = (): Uint8Array[] => {
    const taken = ready;
    ready = [];
    return taken;
  };

  try {
    for await (const piece of source) {
      for (let at = 0; at < piece.length; at += STEP) {
        await step((done) => gunzip.write(piece.subarray(at, at + STEP), () => done()));
        yield* take();
        if (fault) throw fault;
        if (ended) return;
      }
    }
    await step(() => gunzip.end());
    yield* take();
    if (fault) throw fault;
  } finally {
    gunzip.destroy();
  }
}
