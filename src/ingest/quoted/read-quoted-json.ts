import type { CitedText } from './quoted-file.ts';

const ADDRESS = /^\d{4}\/[a-z]{3}(?:@[0-9a-f]{12})?#[a-z0-9./~-]+:\d+$/;

/** As deep as no file of ours is; deeper ones are made to exhaust who reads them. */
const DEEPEST = 40;

/**
 * Every text that stands beside the address of a passage, however deep, with the version that it or what it is in
 * names: custom reports, hits of a search, proofs.
 */
export function findCited(data: unknown): { readonly cited: CitedText[]; readonly claims: unknown } {
  const cited: CitedText[] = [];
  let claims: unknown = null;
  const walk = (value: unknown, version: string | null, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
    if (Array.isArray(value)) {
      for (const one of value) walk(one, version, depth + 1);
      return;
    }
    const record = value as Readonly<Record<string, unknown>>;
    if (record.kind === 'variorum-verification') {
      claims = record;
      return;
    }
    const own = typeof record.version === 'string' ? record.version : version;
    const { address, text } = record;
    // Of several passages taken together each stands in it by itself, too.
    const isJoined = Array.isArray(record.passages);
    if (!isJoined && typeof address === 'string' && typeof text === 'string' && ADDRESS.test(address)) {
      cited.push({ address, version: own, text });
    }
    for (const one of Object.values(record)) walk(one, own, depth + 1);
  };
  walk(data, null, 0);
  return { cited, claims };
}
