/** An address as a web archive rewrote it, taken apart. */
export interface ArchivedAddress {
  /** The address before the archive rewrote it. */
  readonly original: string;
  /** When the archive captured it, ISO 8601 in UTC, or null if the address tells no full time. */
  readonly capturedAt: string | null;
}

const ARCHIVED =
  /^(?:https?:)?(?:\/\/web\.archive\.org)?\/web\/(\d{1,14})(?:[a-z]{2}_)?\/((?:https?:\/\/|mailto:).+)$/iu;

/** Undoes the rewriting of web.archive.org; null if the address was not rewritten. */
export function findArchivedAddress(address: string): ArchivedAddress | null {
  const match = ARCHIVED.exec(address.trim());
  if (match === null) return null;
  const [, digits = '', rest = ''] = match;
  // Some links were archived twice over.
  const inner = findArchivedAddress(rest);
  return { original: inner?.original ?? rest, capturedAt: parseTimestamp(digits) };
}

function parseTimestamp(digits: string): string | null {
  if (digits.length !== 14) return null;
  const part = (from: number, to: number): string => digits.slice(from, to);
  const iso = `${part(0, 4)}-${part(4, 6)}-${part(6, 8)}T${part(8, 10)}:${part(10, 12)}:${part(12, 14)}Z`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}
