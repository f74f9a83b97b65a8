import { type Address, formatAddress, formatReportId, parseAddress } from '../../domain/address.ts';
import type { VersionId } from '../../domain/report.ts';
import type { Verification } from '../../domain/verification.ts';
import type { QuotedFile } from '../../ingest/quoted/quoted-file.ts';

/** A passage the file names, and what the file itself says of it. */
export interface Wanted {
  readonly address: Address;
  /** Null where only the digest is known: then the text is looked for in the file. */
  readonly text: string | null;
  readonly digest: string | null;
}

/** What a file quotes under an address, or says that it does; each once. */
export function listWanted({ cited }: QuotedFile, claims: Verification | null): Wanted[] {
  const versions = new Map(
    (claims?.reports ?? []).flatMap(({ address }) => {
      const parsed = findAddress(address);
      return parsed === null ? [] : [[formatReportId(parsed), parsed.version] as const];
    }),
  );
  const wanted = new Map<string, Wanted>();
  for (const { address, version, text } of cited) {
    const parsed = findAddress(address);
    if (parsed === null) continue;
    const named = {
      ...parsed,
      version: parsed.version ?? asVersion(version) ?? versions.get(formatReportId(parsed)) ?? null,
    };
    // The same passage may be quoted twice, rightly and wrongly.
    wanted.set(`${formatAddress(named)}\n${text}`, { address: named, text, digest: null });
  }
  const given = new Set([...wanted.values()].map(({ address }) => formatAddress(address)));
  for (const report of claims?.reports ?? []) {
    const parsed = findAddress(report.address);
    if (parsed === null) continue;
    for (const [section, digests] of Object.entries(report.passages)) {
      for (const [number, digest] of Object.entries(digests)) {
        const address = { ...parsed, section, passage: Number(number) };
        if (given.has(formatAddress(address))) continue;
        wanted.set(formatAddress(address), { address, text: null, digest });
      }
    }
  }
  // Report by report: whoever names passages of many reports in turn would have each read again and again.
  const reportOf = ({ address }: Wanted): string =>
    formatAddress({ ...address, section: null, passage: null });
  const places = new Map<string, number>();
  for (const one of wanted.values()) {
    const key = reportOf(one);
    if (!places.has(key)) places.set(key, places.size);
  }
  return [...wanted.values()].sort((a, b) => (places.get(reportOf(a)) ?? 0) - (places.get(reportOf(b)) ?? 0));
}

/** Null if it is none. */
export function findAddress(text: string): Address | null {
  try {
    return parseAddress(text);
  } catch {
    return null;
  }
}

function asVersion(text: string | null): VersionId | null {
  return text !== null && /^[0-9a-f]{12}$/.test(text) ? text : null;
}
