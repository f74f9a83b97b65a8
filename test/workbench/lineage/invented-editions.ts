import type { Report } from '../../../src/domain/report.ts';
import { makeReport } from '../small-library.ts';

export const FIRM = 'Courts in the coastal provinces heard nine cases against officers of the harbour guard.';
export const BEFORE =
  'The ministry opened an inquiry into forty complaints, and by December two wardens had been dismissed.';
export const AFTER =
  'The ministry opened an inquiry into sixty complaints, and by December no warden had been dismissed.';
export const ENDS = 'Prisoners in Tarn jail slept in shifts because cells held thrice their number.';
export const WANDERS =
  'Fishermen of the lagoon reported that patrol boats rammed their skiffs and threw nets overboard.';
export const COMES = 'A new ombudsman visited every police station once and published her findings.';

function edition(
  year: number,
  texts: {
    summary: readonly string[];
    first: readonly string[];
    jails?: readonly string[];
    women?: readonly string[];
  },
): Report {
  return makeReport(year, 'vel', [
    {
      key: 'executive-summary',
      printed: 'Executive Summary',
      topic: 'executive-summary',
      texts: texts.summary,
    },
    { key: '1', printed: 'Section 1. Integrity of the Person', topic: 'integrity', texts: [] },
    { key: '1.c', printed: 'c. Ill-treatment', topic: 'ill-treatment', texts: texts.first },
    { key: '1.c/jails', printed: 'Jails', topic: 'jails', texts: texts.jails ?? [] },
    { key: '6', printed: 'Section 6. Women', topic: 'women', texts: texts.women ?? [] },
  ]);
}

/** One passage stands in 2018, not in 2019, and again, moved and reworded, in 2021. */
export function makeWithReturn(): Report[] {
  return [
    edition(2018, { summary: [FIRM], first: [WANDERS], jails: [ENDS] }),
    edition(2019, { summary: [FIRM], first: [WANDERS] }),
    edition(2021, { summary: [FIRM], first: [WANDERS], women: [ENDS.replace('thrice', 'twice')] }),
  ];
}

/** Velmora through four editions; the one of 2020 is published but not among them. */
export function makeFour(): Report[] {
  return [
    edition(2018, { summary: [FIRM], first: [BEFORE, WANDERS], jails: [ENDS] }),
    edition(2019, { summary: [FIRM], first: [BEFORE, WANDERS], jails: [ENDS] }),
    edition(2021, { summary: [FIRM], first: [AFTER], women: [WANDERS, COMES] }),
    edition(2024, { summary: [FIRM], first: [AFTER], women: [COMES] }),
  ];
}
