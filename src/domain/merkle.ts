/** SHA-256, or what stands for it. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** One step from a leaf to the root: what stands beside what is known so far, and on which side. */
export interface PathStep {
  readonly side: 'left' | 'right';
  readonly hash: string;
}

const LEAF = 0x00;
const NODE = 0x01;

/**
 * The root over leaves in their order, as RFC 9162, 2.1.1 (and RFC 6962 before it) has it: a leaf's hash is that of a
 * zero byte and the leaf, a node's that of a one byte and both hashes beneath it, and the left side has the largest
 * power of two of leaves that is smaller than all. Of no leaf: the hash of nothing.
 * @returns hexadecimal digits
 */
export function merkleRoot(leaves: readonly string[], hash: Hash): string {
  return toHex(rootOf(hashLeaves(leaves, hash), hash));
}

/** What leads from one leaf to the root, the nearest first. @throws RangeError if there is no such leaf */
export function merklePath(leaves: readonly string[], at: number, hash: Hash): PathStep[] {
  if (!Number.isInteger(at) || at < 0 || at >= leaves.length) throw new RangeError(`There is no leaf ${at}.`);
  return pathIn(hashLeaves(leaves, hash), at, hash);
}

/** The root that a leaf and its path come to. @throws Error if a step is no hash */
export function followPath(leaf: string, path: readonly PathStep[], hash: Hash): string {
  let known = hashLeaf(leaf, hash);
  for (const { side, hash: digits } of path) {
    const beside = fromHex(digits);
    known = side === 'left' ? hashNode(beside, known, hash) : hashNode(known, beside, hash);
  }
  return toHex(known);
}

export function toHex(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0');
  return digits;
}

function fromHex(digits: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})+$/.test(digits)) throw new Error(`“${digits.slice(0, 80)}” is no hash.`);
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hashLeaves(leaves: readonly string[], hash: Hash): Uint8Array[] {
  return leaves.map((leaf) => hashLeaf(leaf, hash));
}

function hashLeaf(leaf: string, hash: Hash): Uint8Array {
  return hash(joinBytes(Uint8Array.of(LEAF), new TextEncoder().encode(leaf)));
}

function hashNode(left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array {
  return hash(joinBytes(Uint8Array.of(NODE), left, right));
}

function rootOf(hashes: readonly Uint8Array[], hash: Hash): Uint8Array {
  const [only, second] = hashes;
  if (only === undefined) return hash(new Uint8Array());
  if (second === undefined) return only;
  const cut = cutAt(hashes.length);
  return hashNode(rootOf(hashes.slice(0, cut), hash), rootOf(hashes.slice(cut), hash), hash);
}

function pathIn(hashes: readonly Uint8Array[], at: number, hash: Hash): PathStep[] {
  if (hashes.length === 1) return [];
  const cut = cutAt(hashes.length);
  const left = hashes.slice(0, cut);
  const right = hashes.slice(cut);
  return at < cut
    ? [...pathIn(left, at, hash), { side: 'right', hash: toHex(rootOf(right, hash)) }]
    : [...pathIn(right, at - cut, hash), { side: 'left', hash: toHex(rootOf(left, hash)) }];
}

/** The largest power of two smaller than the number. */
function cutAt(count: number): number {
  let cut = 1;
  while (cut * 2 < count) cut *= 2;
  return cut;
}

function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
