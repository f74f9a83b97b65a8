import { crc32, createInflateRaw } from 'node:zlib';
import { ArchiveDamage } from './archive-damage.ts';
import { INFLATE_STEP, InflateSteps } from './inflate-steps.ts';

/** A stretch of an archive's bytes as they are when expanded. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** Where it stands in the file: its first byte, or the first byte of the gzip member that it is packed in. */
  readonly at: number;
  readonly packed: boolean;
}

/** The names and comments that a member's header may have. */
const MAX_HEADER = 64 * 1024;

/**
 * Expands gzip data member by member (RFC 1952, 2.2), each checked against its checksum, so that it is known where in
 * the file each member begins.
 * @throws ArchiveDamage after everything that came out before it
 */
export async function* gzipMembers(source: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const input = new Input(source);
  try {
    while (await input.fill()) {
      const at = input.position;
      if (at > 0 && (await skipPadding(input))) return;
      await skipHeader(input, at);
      yield* inflateMember(input, at);
    }
  } finally {
    await input.close();
  }
}

async function* inflateMember(input: Input, at: number): AsyncGenerator<Piece> {
  const steps = new InflateSteps(createInflateRaw({ chunkSize: 4 * INFLATE_STEP }));
  let checksum = 0;
  let size = 0;
  const handOver = function* (pieces: readonly Uint8Array[]): Generator<Piece> {
    for (const bytes of pieces) {
      checksum = crc32(bytes, checksum);
      size += bytes.length;
      yield { bytes, at, packed: true };
    }
  };
  try {
    while (!steps.ended) {
      if (!(await input.fill())) {
        yield* handOver(await steps.end());
        break;
      }
      const before = steps.consumed;
      yield* handOver(await steps.write(input.peek(INFLATE_STEP)));
      if (steps.fault) throw new ArchiveDamage(at, `what is packed there is damaged: ${steps.fault.message}`);
      input.drop(steps.consumed - before);
    }
  } finally {
    steps.close();
  }
  const trailer = await input.take(8);
  if (trailer === null) throw cutShort(at);
  const stated = new DataView(trailer.buffer, trailer.byteOffset);
  if (stated.getUint32(0, true) !== checksum || stated.getUint32(4, true) !== size % 2 ** 32) {
    throw new ArchiveDamage(at, 'what is packed there does not agree with its checksum');
  }
}

async function skipHeader(input: Input, at: number): Promise<void> {
  const head = await input.take(10);
  if (head?.[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8) {
    throw head === null ? cutShort(at) : new ArchiveDamage(at, 'no gzip data begin there');
  }
  const flags = head[3] ?? 0;
  if (flags & 0x04) {
    const length = await input.take(2);
    if (length === null || (await input.take((length[0] ?? 0) + 256 * (length[1] ?? 0))) === null) {
      throw cutShort(at);
    }
  }
  for (const flag of [0x08, 0x10]) {
    if (flags & flag) await skipText(input, at);
  }
  if (flags & 0x02 && (await input.take(2)) === null) throw cutShort(at);
}

async function skipText(input: Input, at: number): Promise<void> {
  for (let length = 0; length < MAX_HEADER; length += 1) {
    const byte = await input.take(1);
    if (byte === null) throw cutShort(at);
    if (byte[0] === 0) return;
  }
  throw new ArchiveDamage(at, 'the header of the gzip data has no end');
}

/** Whether nothing but zero bytes is left, as tapes and some copiers leave behind. */
async function skipPadding(input: Input): Promise<boolean> {
  let skipped = 0;
  while (await input.fill()) {
    const bytes = input.peek(INFLATE_STEP);
    const first = bytes.findIndex((byte) => byte !== 0);
    if (first === 0 && skipped === 0) return false;
    if (first >= 0) throw new ArchiveDamage(input.position, 'no gzip data begin there');
    skipped += bytes.length;
    input.drop(bytes.length);
  }
  return true;
}

function cutShort(at: number): ArchiveDamage {
  return new ArchiveDamage(at, 'the file ends before what is packed there does');
}

/** Bytes that come in, to be taken in any amounts. */
class Input {
  readonly #source: AsyncIterator<Uint8Array>;
  #bytes: Uint8Array = new Uint8Array(0);
  position = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Whether there is another byte. */
  async fill(): Promise<boolean> {
    while (this.#bytes.length === 0) {
      const next = await this.#source.next();
      if (next.done) return false;
      this.#bytes = next.value;
    }
    return true;
  }

  /** Some of the bytes that are there. */
  peek(most: number): Uint8Array {
    return this.#bytes.subarray(0, most);
  }

  drop(count: number): void {
    this.#bytes = this.#bytes.subarray(count);
    this.position += count;
  }

  /** Exactly so many bytes, or null where fewer are left. */
  async take(count: number): Promise<Uint8Array | null> {
    const taken = new Uint8Array(count);
    for (let filled = 0; filled < count; ) {
      if (!(await this.fill())) return null;
      const some = this.peek(count - filled);
      taken.set(some, filled);
      filled += some.length;
      this.drop(some.length);
    }
    return taken;
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
