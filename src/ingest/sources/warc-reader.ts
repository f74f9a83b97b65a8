import { ArchiveDamage } from './archive-damage.ts';
import type { Piece } from './gzip-members.ts';
import { parseWarcHead, type WarcHead } from './warc-record.ts';

/** No head of a record is nearly as large. */
const MAX_HEAD = 64 * 1024;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Reads WARC records one after the other; holds one piece of the file, and of a record what is asked for. */
export class WarcReader {
  readonly #pieces: AsyncIterator<Piece>;
  #piece: Piece = { bytes: new Uint8Array(0), at: 0, packed: false };
  #next = 0;
  /** Damage that was met behind a whole record. */
  #damage: ArchiveDamage | null = null;

  constructor(pieces: AsyncIterable<Piece>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /**
   * The head of the next record, or null at the end. What is left of the record before must have been read.
   * @throws ArchiveDamage where no whole head stands there
   */
  async readHead(): Promise<WarcHead | null> {
    if (this.#damage !== null) throw this.#damage;
    await this.#skipLineEnds();
    if (!(await this.#fill())) return null;
    const at = this.#position();
    const lines: string[] = [];
    for (let left = MAX_HEAD; ; ) {
      const line = await this.#readLine(left, at);
      left -= line.length + 1;
      const text = Buffer.from(line).toString('utf8').replace(/\r$/, '');
      if (text === '') break;
      lines.push(text);
      // What is no record is not read to the end of 64 KB.
      if (lines.length === 1 && !/^WARC\//i.test(text)) throw new ArchiveDamage(at, 'no record begins there');
    }
    return parseWarcHead(lines, at);
  }

  /**
   * The block of the record whose head was read.
   * @throws ArchiveDamage where the file ends before it does
   */
  async readBlock(head: WarcHead): Promise<Uint8Array> {
    const block = new Uint8Array(head.length);
    let filled = 0;
    await this.#pass(head, (bytes) => {
      block.set(bytes, filled);
      filled += bytes.length;
    });
    return block;
  }

  /** Passes over the block of the record whose head was read. */
  async skipBlock(head: WarcHead): Promise<void> {
    await this.#pass(head, () => {});
  }

  /**
   * Reads on to the next record, so that it is known that the one before is whole and ended where it said.
   * @throws ArchiveDamage where it is not; damage behind it waits for whoever asks for the next record
   */
  async settle(head: WarcHead): Promise<void> {
    try {
      await this.#readEnd(head);
    } catch (error) {
      if (!(error instanceof ArchiveDamage) || error.at <= head.at) throw error;
      this.#damage = error;
    }
  }

  async #readEnd(head: WarcHead): Promise<void> {
    const ends = await this.#skipLineEnds();
    if (!(await this.#fill())) {
      if (ends === 0) throw new ArchiveDamage(head.at, 'the file ends before the end of the last record');
      return;
    }
    if (ends === 0 || !/^w$/i.test(String.fromCharCode(this.#piece.bytes[this.#next] ?? 0))) {
      throw new ArchiveDamage(head.at, 'the record does not end where it says');
    }
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #pass(head: WarcHead, use: (bytes: Uint8Array) => void): Promise<void> {
    for (let left = head.length; left > 0; ) {
      if (!(await this.#fill()))
        throw new ArchiveDamage(head.at, 'the file ends in the middle of the record');
      const bytes = this.#piece.bytes.subarray(this.#next, this.#next + left);
      use(bytes);
      this.#next += bytes.length;
      left -= bytes.length;
    }
  }

  async #readLine(most: number, at: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      if (!(await this.#fill())) throw new ArchiveDamage(at, 'the file ends in the head of a record');
      const { bytes } = this.#piece;
      const end = bytes.indexOf(LINE_FEED, this.#next);
      const part = bytes.subarray(this.#next, end < 0 ? bytes.length : end);
      length += part.length;
      if (length >= most)
        throw new ArchiveDamage(at, `the head of the record is larger than ${MAX_HEAD} bytes`);
      parts.push(part);
      this.#next = end < 0 ? bytes.length : end + 1;
      if (end >= 0) return Buffer.concat(parts);
    }
  }

  /** How many line ends stood there. A record ends with two (ISO 28500:2017, 4); some programs write one or three. */
  async #skipLineEnds(): Promise<number> {
    let count = 0;
    while (await this.#fill()) {
      const byte = this.#piece.bytes[this.#next];
      if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN) break;
      if (byte === LINE_FEED) count += 1;
      this.#next += 1;
    }
    return count;
  }

  #position(): number {
    return this.#piece.packed ? this.#piece.at : this.#piece.at + this.#next;
  }

  /** Whether there is another byte. */
  async #fill(): Promise<boolean> {
    while (this.#next >= this.#piece.bytes.length) {
      const next = await this.#pieces.next();
      if (next.done) return false;
      this.#piece = next.value;
      this.#next = 0;
    }
    return true;
  }
}
