import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Report, ReportHead } from '../../domain/report.ts';
import type { Store } from '../../store/store.ts';
import type { Comparer } from '../compare/comparer.ts';
import { type HeadPair, type PairDesk, readSame } from '../compare/pair-desk.ts';
import { resolveCorrections } from '../corrections/resolve-corrections.ts';

/** What comparisons are derived with. */
export interface DeriveTools {
  readonly store: Store;
  readonly comparer: Comparer;
  readonly pairs: PairDesk;
}

/** What came of a pair: kept in the library, or only remembered; or why it could not be compared. */
export type DerivedPair = HeadPair &
  ({ readonly failed: false; readonly kept: boolean } | { readonly failed: true; readonly reason: unknown });

/**
 * Compares pairs and keeps what came of them, some at a time, in their order. Whoever stops listening stops it; what
 * was kept until then stays. Between two pairs other work gets its turn, on this thread and on those that compare.
 * @param patient waits for another program that is writing to the library
 */
export async function* derivePairs(
  pairs: readonly HeadPair[],
  tools: DeriveTools,
  patient: boolean,
): AsyncGenerator<DerivedPair> {
  const { store, comparer } = tools;
  const readOnce = rememberLast((head) => readSame(head, store));
  const waiting: Promise<DerivedPair>[] = [];
  for (const pair of pairs) {
    waiting.push(derivePair(pair, readOnce(pair.left), readOnce(pair.right), tools, patient));
    const oldest = waiting.length > comparer.threads ? waiting.shift() : undefined;
    if (oldest !== undefined) yield await oldest;
    await nextTurn();
  }
  for (const one of waiting) yield await one;
}

async function derivePair(
  pair: HeadPair,
  reading: Promise<Report>,
  readingNewer: Promise<Report>,
  { comparer, pairs }: DeriveTools,
  patient: boolean,
): Promise<DerivedPair> {
  try {
    const [older, newer] = await Promise.all([reading, readingNewer]);
    const facts = await comparer.derive(older, newer, resolveCorrections(pair.said, older, newer));
    return { ...pair, failed: false, kept: await pairs.keep(pair, facts, patient) };
  } catch (reason) {
    return { ...pair, failed: true, reason };
  }
}

/** Pairs of one area follow each other: the newer report of one is the older of the next. */
function rememberLast(read: (head: ReportHead) => Promise<Report>): (head: ReportHead) => Promise<Report> {
  const last: { head: ReportHead; report: Promise<Report> }[] = [];
  return (head) => {
    const known = last.find((one) => one.head === head);
    if (known !== undefined) return known.report;
    const report = read(head);
    last.push({ head, report });
    if (last.length > 2) last.shift();
    return report;
  };
}
