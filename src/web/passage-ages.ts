import { setTimeout as wait } from 'node:timers/promises';
import { describeAge } from '../domain/describe-age.ts';
import type { Passage } from '../domain/passage.ts';
import type { LineageView } from '../domain/passage-history.ts';
import type { ReportView } from '../workbench/read-report.ts';
import { historyAddress } from './addresses.ts';
import type { Desk } from './desk.ts';

/** `none`: there is nothing to say, of an older version or a single edition; `coming`: it takes longer than a page may. */
export type AgesState = 'shown' | 'none' | 'coming' | 'failed';

/** What the margin of a report says of its passages. */
export interface PassageAges {
  readonly state: AgesState;
  readonly signOf: (passage: Passage) => { readonly text: string; readonly address: string } | null;
}

/** A report is not held up longer than this, in milliseconds; once an area was traced, it takes none. */
const LONGEST_WAIT = 250;

/** How old the wording of each passage is, if that is known or can be made out at once. */
export async function readAges(view: ReportView, { workbench, reportFault }: Desk): Promise<PassageAges> {
  const { report, versions, earlier, later } = view;
  if (versions[0]?.version !== report.version || (earlier === null && later === null)) return silent('none');
  const waiting = new AbortController();
  const tracing = workbench.getLineage(report.area).catch((error: unknown) => {
    reportFault(error);
    return 'failed' as const;
  });
  const lineage = await Promise.race([
    tracing,
    wait(LONGEST_WAIT, 'coming' as const, { signal: waiting.signal }),
  ]);
  waiting.abort();
  return typeof lineage === 'string' ? silent(lineage) : readSigns(view, lineage);
}

function silent(state: AgesState): PassageAges {
  return { state, signOf: () => null };
}

function readSigns({ report }: ReportView, { heads, lineage }: LineageView): PassageAges {
  const at = heads.findIndex(({ edition }) => edition === report.edition);
  const head = heads[at];
  // Replaced between the two questions: the next answer will be about the new one.
  if (
    head?.version !== report.version ||
    head.provenance.readerVersion !== report.provenance.readerVersion ||
    head.provenance.sha256 !== report.provenance.sha256
  )
    return silent('coming');
  const held = heads.map(({ edition }) => edition);
  const places = lineage.passages[at] ?? [];
  const { edition, area } = report;
  return {
    state: 'shown',
    signOf({ order, section, number }) {
      const place = places[order - 1];
      if (place === undefined) return null;
      return {
        text: describeAge(place, held) ?? 'history',
        address: historyAddress({ edition, area, section, passage: number }),
      };
    },
  };
}
