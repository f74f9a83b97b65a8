import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { formatReportId } from '../../domain/address.ts';
import type { EditionDigest } from '../../domain/edition-digest.ts';
import { hashEdition, hashReport, type PassageProof, provePassage } from '../../domain/edition-tree.ts';
import { Problem } from '../../domain/problem.ts';
import type { Report, ReportHead } from '../../domain/report.ts';
import type { Store } from '../../store/store.ts';
import type { StoreSnapshot } from '../../store/store-snapshot.ts';

/** The digests of editions over the newest versions of all their reports, reckoned when asked for. */
export interface EditionDigests {
  /** Null if no report of the edition is held. */
  find(year: number): Promise<EditionDigest | null>;
  /** @throws Problem not-found if the library has no such passage; conflict if it is being imported anew */
  prove(report: Report, order: number): Promise<PassageProof>;
}

interface EditionLeaves {
  readonly heads: readonly ReportHead[];
  readonly leaves: readonly string[];
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/** An edition's leaves are remembered until the library changes: some 200 texts of three lines. */
export function createEditionDigests(store: Store): EditionDigests {
  let revision = -1;
  let known = new Map<number, Promise<EditionLeaves>>();
  const leavesOf = (year: number): Promise<EditionLeaves> => {
    const now = store.getRevision();
    if (now !== revision) {
      revision = now;
      known = new Map();
    }
    const found = known.get(year) ?? readLeaves(year, store);
    if (!known.has(year)) {
      const kept = known;
      kept.set(year, found);
      found.catch(() => kept.delete(year));
    }
    return found;
  };
  return {
    async find(year) {
      const { leaves } = await leavesOf(year);
      if (leaves.length === 0) return null;
      return { year, reports: leaves.length, digest: hashEdition(leaves, sha256) };
    },
    async prove(report, order) {
      const { heads, leaves } = await leavesOf(report.edition);
      const place = heads.findIndex(({ area }) => area === report.area);
      if (leaves[place] === undefined || leaves[place] !== hashReport(report, sha256)) {
        throw new Problem(
          'not-found',
          `An edition’s digest is over the newest version of each report, and ${formatReportId(report)}@${report.version} is not that.`,
        );
      }
      return provePassage(report, order, leaves, place, sha256);
    },
  };
}

async function readLeaves(year: number, store: Store): Promise<EditionLeaves> {
  const snapshot = await store.openSnapshot();
  try {
    const heads = (await snapshot.listHeads()).filter(({ edition }) => edition === year);
    const leaves: string[] = [];
    for (const head of heads) {
      leaves.push(hashReport(await readText(head, snapshot), sha256));
      await nextTurn();
    }
    return { heads, leaves };
  } finally {
    await snapshot.close();
  }
}

async function readText(head: ReportHead, snapshot: StoreSnapshot) {
  const { sections } = await snapshot.readOutline(head);
  return { ...head, sections, passages: await snapshot.readPassages(head, null) };
}
