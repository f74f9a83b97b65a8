import { ArchiveDamage } from './archive-damage.ts';

/** The head of a WARC record (ISO 28500:2017, clause 4). */
export interface WarcHead {
  /** The first byte of the record in the file, or of the gzip member it is packed in. */
  readonly at: number;
  /** `response`, `revisit`, …; the words of the standard, but any other may come. */
  readonly type: string;
  /** Length of the block in bytes. */
  readonly length: number;
  /** WARC-Target-URI, or null. */
  readonly address: string | null;
  readonly date: Date | null;
  /** The value of any other field, by its name in lower case; null where it is absent. */
  get(name: string): string | null;
}

/**
 * Reads the head of a record.
 * @param lines without their ends, the version first
 * @throws ArchiveDamage where it is none, or of another version, or does not tell the length of its block
 */
export function parseWarcHead(lines: readonly string[], at: number): WarcHead {
  const [first = '', ...rest] = lines;
  const version = /^WARC\/(\d+\.\d+)\s*$/i.exec(first)?.[1];
  if (version === undefined) throw new ArchiveDamage(at, 'no record begins there');
  if (version !== '1.0' && version !== '1.1') {
    throw new ArchiveDamage(at, `the record is of WARC ${version}; 1.0 and 1.1 are read`);
  }
  const fields = parseFields(rest, at);
  const stated = fields.get('content-length');
  if (stated === undefined) throw new ArchiveDamage(at, 'the record does not say how long it is');
  const length = /^\d+$/.test(stated) ? Number(stated) : Number.NaN;
  if (!Number.isSafeInteger(length)) {
    throw new ArchiveDamage(at, `the record’s length, “${stated.slice(0, 40)}”, cannot be one`);
  }
  return {
    at,
    type: (fields.get('warc-type') ?? '').toLowerCase(),
    length,
    address: cleanAddress(fields.get('warc-target-uri')),
    date: findWarcDate(fields.get('warc-date')),
    get: (name) => fields.get(name) ?? null,
  };
}

/** WARC 1.0 showed addresses within angle brackets, and some programs write them so (ISO 28500:2017, 5.13). */
export function cleanAddress(value: string | null | undefined): string | null {
  const address = value?.trim().replace(/^<(.*)>$/, '$1') ?? '';
  return address === '' ? null : address;
}

/** A WARC-Date that tells at least the minute, or null (5.4: in UTC, to the day or less where more is not known). */
export function findWarcDate(value: string | null | undefined): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?Z$/.exec(value?.trim() ?? '');
  if (match === null) return null;
  const [, minute = '', seconds = ':00'] = match;
  const time = new Date(`${minute}${seconds.slice(0, 7)}Z`);
  return Number.isNaN(time.getTime()) ? null : time;
}

function parseFields(lines: readonly string[], at: number): Map<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    if (line.includes('\0')) throw new ArchiveDamage(at, 'the record’s head has a NUL byte in it');
    // A field may go on in the next line.
    if (/^[ \t]/.test(line) && last !== '') {
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) throw new ArchiveDamage(at, 'the record’s head has a line that is no field');
    last = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = fields.get(last);
    if (last === 'content-length' && before !== undefined && before !== value) {
      throw new ArchiveDamage(at, 'the record tells two different lengths');
    }
    if (before === undefined) fields.set(last, value);
  }
  return fields;
}
