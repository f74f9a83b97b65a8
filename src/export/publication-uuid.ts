import { createHash } from 'node:crypto';
import type { GatheredPublication } from '../domain/publication.ts';

/** The name space for addresses (RFC 9562, 6.6). */
const NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/**
 * Names a publication: the same selection from a library of the same version has the same name everywhere. A UUID
 * of version 5 (RFC 9562, 5.5).
 */
export function publicationUuid({ library, query }: Pick<GatheredPublication, 'library' | 'query'>): string {
  const bytes = createHash('sha1')
    .update(NAMESPACE)
    .update(`variorum:${library.version}:${query}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
