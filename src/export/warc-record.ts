import { hash } from 'node:crypto';

/** A record of WARC 1.1 (ISO 28500:2017) to be written. */
export interface WarcRecordParts {
  readonly type: 'warcinfo' | 'resource' | 'metadata';
  /** `<urn:uuid:…>` */
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly date: string;
  readonly targetUri: string | null;
  readonly refersTo: string | null;
  readonly contentType: string;
  readonly block: Uint8Array;
}

/** The bytes of a record, with the digests of its block. */
export function renderWarcRecord(parts: WarcRecordParts): Uint8Array {
  const digest = `sha256:${toBase32(hash('sha256', parts.block, 'buffer'))}`;
  const fields: readonly (readonly [string, string | null])[] = [
    ['WARC-Type', parts.type],
    ['WARC-Record-ID', parts.id],
    ['WARC-Date', parts.date.replace(/\.0+Z$/, 'Z')],
    ['WARC-Target-URI', parts.targetUri],
    ['WARC-Refers-To', parts.refersTo],
    ['WARC-Block-Digest', digest],
    // What a resource was captured as is its block (6.4).
    ['WARC-Payload-Digest', parts.type === 'resource' ? digest : null],
    ['Content-Type', parts.contentType],
    ['Content-Length', String(parts.block.length)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${oneLine(value)}\r\n`]));
  return Buffer.concat([
    Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`),
    parts.block,
    Buffer.from('\r\n\r\n'),
  ]);
}

/** A block of named fields (`application/warc-fields`, 6.2); null values are left out. */
export function renderWarcFields(fields: readonly (readonly [string, string | null])[]): Uint8Array {
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${oneLine(value)}\r\n`]));
  return Buffer.from(lines.join(''));
}

/** A record's id that is the same for the same facts: a UUID of version 8 (RFC 9562, 5.8). */
export function makeRecordId(facts: readonly string[]): string {
  const digits = hash('sha256', JSON.stringify(facts), 'hex').slice(0, 32).split('');
  digits[12] = '8';
  digits[16] = 'a';
  const text = digits.join('');
  const parts = [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)];
  return `<urn:uuid:${parts.join('-')}>`;
}

/** Nothing in a value may end its line. */
function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, 6; padded. */
function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += BASE32[(value >>> (bits - 5)) & 31];
    value &= (1 << bits) - 1;
  }
  if (bits > 0) text += BASE32[(value << (5 - bits)) & 31];
  return text.padEnd(Math.ceil(text.length / 8) * 8, '=');
}
