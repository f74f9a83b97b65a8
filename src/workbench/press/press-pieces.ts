import { setImmediate as nextTurn } from 'node:timers/promises';

/** So much is handed over at a time, in bytes. */
const PIECE = 256 * 1024;

/**
 * A file that is made whole, in pieces. Making begins with the first piece that is asked for. Who takes no more ends
 * the making, also before the first piece is there: a generator would wait for it.
 */
export function pressPieces(make: (signal: AbortSignal) => Promise<Uint8Array>): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]() {
      const stop = new AbortController();
      let file: Promise<Uint8Array> | null = null;
      let at = 0;
      return {
        async next() {
          if (stop.signal.aborted) return { done: true, value: undefined };
          file ??= make(stop.signal);
          const bytes = await file;
          await nextTurn();
          if (stop.signal.aborted || at >= bytes.length) return { done: true, value: undefined };
          const value = bytes.subarray(at, at + PIECE);
          at += PIECE;
          return { done: false, value };
        },
        async return() {
          stop.abort();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
