import { formatReportId } from '../../domain/address.ts';
import type { Correction } from '../../domain/correction.ts';
import type { NeighbourFacts } from '../../domain/lineage.ts';
import { Problem } from '../../domain/problem.ts';
import type { Report, ReportHead } from '../../domain/report.ts';
import type { TopicCounts } from '../../domain/topic-counts.ts';
import type { PairKey, Store } from '../../store/store.ts';
import { fingerprintSaid } from '../corrections/standing-corrections.ts';
import { keyOf } from './comparer.ts';
import {
  decodeCounts,
  decodeLinks,
  encodeCounts,
  encodeLinks,
  keyOfPair,
  type PairFacts,
} from './pair-record.ts';

/** Two reports on one area; the older is on the left. */
export interface HeadPair {
  readonly left: ReportHead;
  readonly right: ReportHead;
  /** What readers say of them and have not taken back: what is kept was made with it. */
  readonly said: readonly Correction[];
}

/** Finds what is kept of pairs, and keeps more. What is kept can be derived again: nothing depends on its being there. */
export interface PairDesk {
  /** Of each pair, or null: not kept, or not readable. */
  findCounts(pairs: readonly HeadPair[]): Promise<readonly (readonly TopicCounts[] | null)[]>;
  findLinks(pairs: readonly HeadPair[]): Promise<readonly (NeighbourFacts | null)[]>;
  /** @param patient waits for another program that is writing @returns false if it is only remembered, or not even that */
  keep(pair: HeadPair, facts: PairFacts, patient: boolean): Promise<boolean>;
}

/** Where the library cannot be written, so many pairs are remembered, of some 10,000 bytes each. */
const MOST_REMEMBERED = 2_000;

export function createPairDesk(store: Store, most = MOST_REMEMBERED): PairDesk {
  const unkept = new Map<string, { readonly counts: string; readonly links: string }>();
  const find = async <T>(
    pairs: readonly HeadPair[],
    part: 'counts' | 'links',
    decode: (text: string, left: ReportHead, right: ReportHead) => T | null,
  ): Promise<(T | null)[]> => {
    const keys = pairs.map(toKey);
    const kept = await store.readPairs(keys, part);
    return pairs.map((pair, i) => {
      const text = kept[i] ?? unkept.get(nameOf(pair))?.[part] ?? null;
      return text === null ? null : decode(text, pair.left, pair.right);
    });
  };
  return {
    findCounts: (pairs) => find(pairs, 'counts', decodeCounts),
    findLinks: (pairs) => find(pairs, 'links', decodeLinks),
    async keep(pair, { topics, neighbours }, patient) {
      const texts = { counts: encodeCounts(topics), links: encodeLinks(neighbours) };
      const name = nameOf(pair);
      unkept.delete(name);
      if (await store.keepPair({ ...toKey(pair), ...texts }, patient)) return true;
      unkept.set(name, texts);
      for (const oldest of unkept.keys()) {
        if (unkept.size <= most) break;
        unkept.delete(oldest);
      }
      return false;
    },
  };
}

function toKey({ left, right, said }: HeadPair): PairKey {
  return keyOfPair(left, right, fingerprintSaid(said));
}

function nameOf(pair: HeadPair): string {
  const { left, right, basis } = toKey(pair);
  return `${formatReportId(left)}@${left.version} ${formatReportId(right)}@${right.version} ${basis}`;
}

/** @throws Problem conflict if another program read the report anew since: its passages may be cut otherwise */
export async function readSame(head: ReportHead, store: Store): Promise<Report> {
  const report = await store.readReport(head);
  if (keyOf(report) !== keyOf(head))
    throw new Problem('conflict', `The report ${formatReportId(head)} was replaced while it was read.`, [
      'Its pages are being imported at this moment; ask again in a while.',
    ]);
  return report;
}
