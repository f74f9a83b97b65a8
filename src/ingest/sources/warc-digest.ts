import { hash } from 'node:crypto';

/** A digest as a record states it (ISO 28500:2017, 5.8): the algorithm, and the value in hexadecimal. */
export interface WarcDigest {
  readonly algorithm: string;
  readonly hex: string;
}

/** Hexadecimal digits of each algorithm that is checked. */
const LENGTHS: Readonly<Record<string, number | undefined>> = {
  md5: 32,
  sha1: 40,
  sha256: 64,
  sha384: 96,
  sha512: 128,
};

/** The digest that a field states, in base 32 or in hexadecimal; null where it is absent or of an unknown kind. */
export function findWarcDigest(field: string | null): WarcDigest | null {
  const [, name = '', value = ''] = /^\s*([a-z0-9-]+):([a-z0-9]+)=*\s*$/i.exec(field ?? '') ?? [];
  const algorithm = name.toLowerCase().replace('-', '');
  const digits = LENGTHS[algorithm];
  if (digits === undefined) return null;
  if (value.length === digits && /^[0-9a-f]+$/i.test(value)) return { algorithm, hex: value.toLowerCase() };
  const hex = base32ToHex(value);
  return hex?.length === digits ? { algorithm, hex } : null;
}

/** Whether bytes have a digest. */
export function hasDigest(bytes: Uint8Array, { algorithm, hex }: WarcDigest): boolean {
  return hash(algorithm, bytes, 'hex') === hex;
}

/** As a key: the same for the same digest however it was written. */
export function digestKey({ algorithm, hex }: WarcDigest): string {
  return `${algorithm}:${hex}`;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, 6; null for what is not base 32. */
function base32ToHex(text: string): string | null {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text.toUpperCase()) {
    const digit = BASE32.indexOf(letter);
    if (digit < 0) return null;
    value = (value << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >>> bits) & 0xff);
      value &= (1 << bits) - 1;
    }
  }
  return Buffer.from(bytes).toString('hex');
}
