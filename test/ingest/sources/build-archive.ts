import { crc32 } from 'node:zlib';
import tar from 'tar-stream';
import yazl from 'yazl';

/** A page about an invented country, of about the size asked for. */
export function inventedPage(name: string, size = 60): string {
  const open = `<h1>${name}</h1><p>`;
  return `${open}${'The rivers of an invented country. '.repeat(Math.ceil(size / 35))}`.slice(0, size);
}

export interface TarEntry {
  readonly name: string;
  readonly content?: string | Buffer;
  readonly type?: 'file' | 'link' | 'symlink' | 'directory' | 'fifo' | 'character-device';
  readonly linkname?: string;
  readonly mtime?: Date;
}

export async function packTar(entries: readonly TarEntry[]): Promise<Buffer> {
  const pack = tar.pack();
  for (const {
    name,
    content = '',
    type = 'file',
    linkname = '',
    mtime = new Date('2031-02-03T04:05:06Z'),
  } of entries) {
    pack.entry({ name, type, linkname, mtime }, content);
  }
  pack.finalize();
  const pieces: Uint8Array[] = [];
  for await (const piece of pack as AsyncIterable<Uint8Array>) pieces.push(piece);
  return Buffer.concat(pieces);
}

export interface ZipEntry {
  readonly name: string;
  readonly content?: string | Buffer;
  readonly mtime?: Date;
  readonly mode?: number;
  readonly compress?: boolean;
}

export async function packZip(entries: readonly ZipEntry[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const {
    name,
    content = '',
    mtime = new Date('2031-02-03T04:05:06Z'),
    mode,
    compress = true,
  } of entries) {
    const options = { mtime, compress, ...(mode === undefined ? {} : { mode }) };
    zip.addBuffer(Buffer.from(content), name, options);
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** Changes a number in every entry of a zip archive's list of contents, as an attacker would. */
export function patchZip(
  zip: Buffer,
  field: 'flags' | 'method' | 'checksum' | 'size',
  value: number,
): Buffer {
  const patched = Buffer.from(zip);
  const signature = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  for (let at = patched.indexOf(signature); at >= 0; at = patched.indexOf(signature, at + 4)) {
    if (field === 'flags') patched.writeUInt16LE(value, at + 8);
    else if (field === 'method') patched.writeUInt16LE(value, at + 10);
    else if (field === 'checksum') patched.writeUInt32LE(value, at + 16);
    else patched.writeUInt32LE(value, at + 24);
  }
  return patched;
}

/** Puts one text in the place of another of the same length, wherever it stands. */
export function replaceText(bytes: Buffer, text: string, by: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(text, by), 'latin1');
}

export interface XzOptions {
  /** Bytes in each block; all in one unless given. */
  readonly blockBytes?: number;
  /** The dictionary's code in the block headers: 22 states 8 MiB, 30 states 128 MiB. */
  readonly dictionaryCode?: number;
  /** 1 is CRC32; any other is stated and not kept. */
  readonly check?: number;
  /** What the index says each block expands to, where that is not the truth. */
  readonly statedSize?: number;
}

/** An xz stream of stored blocks (The .xz File Format 1.2.1), which needs no encoder. */
export function packXz(data: Uint8Array, options: XzOptions = {}): Buffer {
  const { blockBytes = data.length, dictionaryCode = 22, check = 1, statedSize } = options;
  const flags = Buffer.from([0, check]);
  const parts = [Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), flags, uint32(crc32(flags))];
  const records: number[] = [];
  for (let at = 0; at < data.length; at += blockBytes) {
    const content = data.subarray(at, at + blockBytes);
    const header = withSum(Buffer.from([2, 0, 0x21, 1, dictionaryCode, 0, 0, 0]));
    const stored = storedChunks(content);
    records.push(header.length + stored.length + 4, statedSize ?? content.length);
    parts.push(header, stored, padding(stored.length), uint32(crc32(content)));
  }
  const list = Buffer.concat([Buffer.from([0]), vli(records.length / 2), ...records.map(vli)]);
  const index = withSum(Buffer.concat([list, padding(list.length)]));
  const size = Buffer.concat([uint32(index.length / 4 - 1), flags]);
  parts.push(index, uint32(crc32(size)), size, Buffer.from('YZ'));
  return Buffer.concat(parts);
}

/** LZMA2 chunks without compression. */
function storedChunks(content: Uint8Array): Buffer {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += 65_536) {
    const chunk = content.subarray(at, at + 65_536);
    const head = Buffer.from([at === 0 ? 1 : 2, 0, 0]);
    head.writeUInt16BE(chunk.length - 1, 1);
    parts.push(head, chunk);
  }
  return Buffer.concat([...parts, Buffer.from([0])]);
}

function withSum(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, uint32(crc32(bytes))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function padding(length: number): Buffer {
  return Buffer.alloc((4 - (length % 4)) % 4);
}

function vli(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Buffer.from([...bytes, rest]);
}
