import { expect, it } from 'vitest';
import { pressPieces } from '../../../src/workbench/press/press-pieces.ts';

it('hands a file over in pieces that joined are the file', async () => {
  const file = Uint8Array.from({ length: 700_000 }, (_, i) => i % 251);
  const pieces: Uint8Array[] = [];
  for await (const piece of pressPieces(async () => file)) pieces.push(piece);
  expect(pieces.length).toBeGreaterThan(1);
  expect(Buffer.concat(pieces).equals(file)).toBe(true);
});

it('makes nothing before the first piece is asked for', async () => {
  let made = 0;
  const pieces = pressPieces(async () => {
    made += 1;
    return new Uint8Array(1);
  })[Symbol.asyncIterator]();
  expect(made).toBe(0);
  await pieces.next();
  expect(made).toBe(1);
});

it('who goes away while a file is being made ends the making', async () => {
  const pieces = pressPieces(
    (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  )[Symbol.asyncIterator]();
  const first = pieces.next();
  await pieces.return?.();
  await expect(first).rejects.toThrow(/abort/i);
  expect(await pieces.next()).toEqual({ done: true, value: undefined });
});
