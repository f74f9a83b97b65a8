import { ALGORITHM } from '../../compare/compare-reports.ts';
import { traceLineage } from '../../compare/trace-lineage.ts';
import type { Correction } from '../../domain/correction.ts';
import type { AreaLineage, NeighbourLinks, ReportName } from '../../domain/lineage.ts';
import type { Report, ReportHead } from '../../domain/report.ts';
import type { Store } from '../../store/store.ts';
import { type Comparer, keyOf } from '../compare/comparer.ts';
import { createMemory, type Memory } from '../compare/memory.ts';
import { createPairDesk, type PairDesk, readSame } from '../compare/pair-desk.ts';
import { listFacts } from '../compare/pair-facts.ts';
import { resolveCorrections } from '../corrections/resolve-corrections.ts';
import { fingerprintSaid, listStanding, pickSaid } from '../corrections/standing-corrections.ts';

/** Traces the passages of one area, and remembers what came of each pair of neighbours. */
export interface LineageDesk {
  /**
   * @param heads the area's reports, one an edition, oldest first; at least one
   * @throws Problem not-found if one of them is no longer held; what failed is not remembered
   */
  trace(heads: readonly ReportHead[]): Promise<TracedArea>;
}

export interface TracedArea {
  readonly lineage: AreaLineage;
  /** Each edition with the next. */
  readonly neighbours: readonly NeighbourLinks[];
}

/** So many links of neighbours are remembered, some sixty bytes each: more than all editions of all areas have. */
const MOST_LINKS = 500_000;

/** So many passages of traced areas are remembered: about twenty areas. */
const MOST_PASSAGES = 60_000;

export function createLineageDesk(
  store: Store,
  comparer: Comparer,
  kept: PairDesk = createPairDesk(store),
  limits: { readonly links?: number; readonly passages?: number } = {},
): LineageDesk {
  const pairs = createMemory<NeighbourLinks>(limits.links ?? MOST_LINKS, ({ links }) => links.length + 20);
  const areas = createMemory<TracedArea>(limits.passages ?? MOST_PASSAGES, ({ lineage }) =>
    lineage.reports.reduce((sum, { passageCount }) => sum + passageCount, 20),
  );
  return {
    async trace(heads) {
      const [head] = heads;
      const corrections = head === undefined || heads.length < 2 ? [] : await listStanding(store, head.area);
      const key = `${heads.map(keyOf).join(' ')} ${ALGORITHM} ${fingerprintSaid(corrections)}`;
      return areas.recall(key, async () => {
        const neighbours = await linkNeighbours(heads, corrections, pairs, store, comparer, kept);
        return {
          lineage: neighbours.length === 0 ? traceAlone(heads) : traceLineage(neighbours),
          neighbours,
        };
      });
    },
  };
}

/** Reports are read one at a time, each once, and only where nothing is kept of a pair; pairs are compared side by side. */
async function linkNeighbours(
  heads: readonly ReportHead[],
  corrections: readonly Correction[],
  pairs: Memory<NeighbourLinks>,
  store: Store,
  comparer: Comparer,
  kept: PairDesk,
): Promise<readonly NeighbourLinks[]> {
  const read = new Map<ReportHead, Promise<Report>>();
  const readOnce = (head: ReportHead): Promise<Report> => {
    const known = read.get(head) ?? readSame(head, store);
    read.set(head, known);
    return known;
  };
  const asked: Promise<NeighbourLinks>[] = [];
  for (const [i, right] of heads.entries()) {
    const left = heads[i - 1];
    if (left === undefined) continue;
    const pair = { left, right, said: pickSaid(corrections, left, right) };
    asked.push(
      pairs.recall(`${keyOf(left)} ${keyOf(right)} ${ALGORITHM} ${fingerprintSaid(pair.said)}`, async () => {
        const [found = null] = await kept.findLinks([pair]);
        if (found !== null) return { left: nameReport(left), right: nameReport(right), ...found };
        const [older, newer] = [await readOnce(left), await readOnce(right)];
        const resolved = resolveCorrections(pair.said, older, newer);
        const facts = listFacts(await comparer.compare(older, newer, resolved), older, newer);
        await kept.keep(pair, facts, false);
        return { left: nameReport(left), right: nameReport(right), ...facts.neighbours };
      }),
    );
  }
  return Promise.all(asked);
}

function nameReport({ edition, area, version, passageCount }: ReportHead): ReportName {
  return { edition, area, version, passageCount };
}

/** Of a single edition: every passage is its own first and last form. */
function traceAlone(heads: readonly ReportHead[]): AreaLineage {
  const [head] = heads;
  if (head === undefined) throw new Error('A lineage needs an edition.');
  const { edition, area, version, passageCount } = head;
  const passages = Array.from({ length: passageCount }, (_, i) => ({
    edition,
    order: i + 1,
    previous: null,
    next: null,
    first: edition,
    since: edition,
    editionsUnchanged: 1,
    last: edition,
  }));
  return { area, reports: [{ edition, area, version, passageCount }], passages: [passages] };
}
