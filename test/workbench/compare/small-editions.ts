import type { Report } from '../../../src/domain/report.ts';
import { assembleWorkbench } from '../../../src/workbench/open-workbench.ts';
import type { Workbench } from '../../../src/workbench/workbench.ts';
import { catalog } from '../../domain/invented-catalog.ts';
import { makeReport, openSmallLibrary, type ShortSection } from '../small-library.ts';

export const KEPT = 'Courts in the coastal provinces heard nine cases against officers of the harbour guard.';
export const OLD =
  'The ministry opened an inquiry into forty complaints, and by December two wardens had been dismissed.';
export const NEW =
  'The ministry opened an inquiry into sixty complaints, and by December no warden had been dismissed.';
export const GONE = 'Prisoners in Tarn jail slept in shifts because cells held thrice their number.';
export const WANDERER =
  'Fishermen of the lagoon reported that patrol boats rammed their skiffs and threw nets overboard.';
export const FRESH = 'A new ombudsman visited every police station once and published her findings.';

/** Velmora before and after: one passage of each kind, and one that stands under another heading. */
export const OLDER_OUTLINE: readonly ShortSection[] = [
  { key: 'executive-summary', printed: 'Executive Summary', topic: 'executive-summary', texts: [KEPT] },
  { key: '1', printed: 'Section 1. Integrity of the Person', topic: 'integrity', texts: [] },
  { key: '1.c', printed: 'c. Ill-treatment', topic: 'ill-treatment', texts: [OLD, WANDERER] },
  { key: '1.c/jails', printed: 'Jails', topic: 'jails', texts: [GONE] },
];
export const NEWER_OUTLINE: readonly ShortSection[] = [
  { key: 'executive-summary', printed: 'Executive Summary', topic: 'executive-summary', texts: [KEPT] },
  { key: '3', printed: 'Section 3. Security', topic: 'ill-treatment', texts: [NEW] },
  { key: '3.b', printed: 'b. Women', topic: 'women', texts: [WANDERER, FRESH] },
];

export function makeEditions(): Report[] {
  return [makeReport(2021, 'vel', OLDER_OUTLINE), makeReport(2024, 'vel', NEWER_OUTLINE)];
}

/** A workbench over a library with these reports; gone when the test is over. */
export async function openEditions(reports: readonly Report[] = makeEditions()): Promise<Workbench> {
  return assembleWorkbench(catalog, await openSmallLibrary(reports), () => ({ release() {} }));
}
