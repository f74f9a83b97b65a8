import { createHash } from 'node:crypto';
import type { Correction } from '../src/domain/correction.ts';

/** A correction of two passages of Velmora, as a reader may have made it; its id follows from what is not usual. */
export function inventCorrection(unusual: Partial<Omit<Correction, 'id'>> = {}): Correction {
  const passage = { area: 'vel', version: '0123456789ab', section: '1.c', passage: 1, copy: 1 };
  const correction = {
    kind: 'pair' as const,
    left: { ...passage, edition: 2021, digest: 'aaaaaaaaaaaaaaaa' },
    right: { ...passage, edition: 2022, digest: 'bbbbbbbbbbbbbbbb' },
    by: 'Ada Quill',
    at: '2026-01-02T03:04:05.000Z',
    note: null,
    withdrawn: null,
    ...unusual,
  };
  const { withdrawn: _, ...said } = correction;
  return { id: createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12), ...correction };
}
