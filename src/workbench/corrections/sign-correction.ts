import { createHash } from 'node:crypto';
import type { Correction, JudgedPassage } from '../../domain/correction.ts';

/** Gives a correction its id, which follows from all that it says: the same saying has the same id in any library. */
export function signCorrection(said: Omit<Correction, 'id'>): Correction {
  const { kind, left, right, by, at, note } = said;
  const lines = [kind, ...linesOf(left), ...linesOf(right), by, at, note ?? ''];
  const id = createHash('sha256').update(JSON.stringify(lines)).digest('hex').slice(0, 12);
  return { ...said, id };
}

function linesOf({ edition, area, version, section, passage, digest, copy }: JudgedPassage): string[] {
  return [String(edition), area, version, section, String(passage), digest, String(copy)];
}
