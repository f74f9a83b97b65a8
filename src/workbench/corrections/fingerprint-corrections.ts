import { createHash } from 'node:crypto';
import type { ResolvedCorrection } from '../../domain/correction.ts';

/**
 * Names a set of corrections, whatever their order: with both versions and the way of comparing it says which
 * comparison it is. Empty if there are none.
 */
export function fingerprintCorrections(
  corrections: readonly Pick<ResolvedCorrection, 'correction'>[],
): string {
  if (corrections.length === 0) return '';
  const ids = corrections.map(({ correction }) => correction.id).sort();
  return createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 12);
}
