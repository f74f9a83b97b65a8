import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { followPath, merklePath, merkleRoot } from '../../src/domain/merkle.ts';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const hex = (...parts: readonly (string | Buffer)[]): string => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
};
const leaf = (text: string): Buffer => Buffer.from(hex(Buffer.of(0), text), 'hex');
const node = (left: Buffer, right: Buffer): Buffer => Buffer.from(hex(Buffer.of(1), left, right), 'hex');

it('the root is that of RFC 9162, 2.1.1, written out by hand for seven leaves', () => {
  const [a, b, c, d, e, f, g] = 'abcdefg'.split('').map(leaf) as Buffer[];
  if (!a || !b || !c || !d || !e || !f || !g) throw new Error('seven leaves');
  const left = node(node(a, b), node(c, d));
  expect(merkleRoot([...'abcdefg'], hash)).toBe(node(left, node(node(e, f), g)).toString('hex'));
  expect(merkleRoot([...'abcde'], hash)).toBe(node(left, e).toString('hex'));
  expect(merkleRoot(['a'], hash)).toBe(a.toString('hex'));
  expect(merkleRoot([], hash)).toBe(hex(''));
});

it('from every leaf of up to 40 its path leads to the root, and from no other leaf', () => {
  for (let count = 1; count <= 40; count += 1) {
    const leaves = Array.from({ length: count }, (_, i) => `leaf ${i}`);
    const root = merkleRoot(leaves, hash);
    for (const [at, text] of leaves.entries()) {
      const path = merklePath(leaves, at, hash);
      expect(path.length).toBeLessThanOrEqual(6);
      expect(followPath(text, path, hash)).toBe(root);
      expect(followPath(`${text}!`, path, hash)).not.toBe(root);
    }
  }
});

it('leaves in another order, one more or one less, have another root', () => {
  const roots = [
    ['a', 'b', 'c'],
    ['a', 'c', 'b'],
    ['a', 'b'],
    ['a', 'b', 'c', 'c'],
    ['ab', 'c'],
  ].map((leaves) => merkleRoot(leaves, hash));
  expect(new Set(roots).size).toBe(5);
});

it('a node is never taken for a leaf', () => {
  const inner = node(leaf('a'), leaf('b'));
  expect(merkleRoot([inner.toString('latin1')], hash)).not.toBe(merkleRoot(['a', 'b'], hash));
});

it('there is no path from a leaf that is not there, and no step without a hash', () => {
  expect(() => merklePath(['a'], 1, hash)).toThrow(RangeError);
  expect(() => followPath('a', [{ side: 'left', hash: 'no hash' }], hash)).toThrow('is no hash');
});
