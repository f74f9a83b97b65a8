import type { ReportText } from '../domain/comparison.ts';
import type { NeighbourLinks, UnlinkedPassage } from '../domain/lineage.ts';
import { splitWords } from '../domain/words.ts';

/** A passage by its edition's place among those held, from 0. */
export interface EditionPlace {
  readonly at: number;
  readonly order: number;
}

/** A passage that one or more editions lack, and that a later one has again in nearly the same words. */
export interface Return {
  readonly from: EditionPlace;
  readonly to: EditionPlace;
  readonly same: boolean;
  /** Runs of words that both have, as a part of the runs of both; of those that are kept, if they have more. */
  readonly score: number;
}

const RUN_LENGTH = 4;
/** A passage with fewer runs may stand anywhere by chance: “There were no such reports.” */
const LEAST_RUNS = 5;
/** So many are kept of each passage: the smallest numbers, a fair sample of which two passages share what they share. */
const KEPT_RUNS = 32;
/** Part of the runs of both that must stand in both. */
const RETURNED = 0.6;

/** @param orders passages of the report without a link */
export function sketchPassages(report: ReportText, orders: readonly number[]): UnlinkedPassage[] {
  return orders.flatMap((order) => {
    const passage = report.passages[order - 1];
    return passage === undefined ? [] : [{ order, digest: passage.digest, runs: sketchRuns(passage.text) }];
  });
}

/** Passages that are new beside the edition before, and that an earlier one had: each with the one most like it. */
export function findReturns(neighbours: readonly NeighbourLinks[]): Return[] {
  const gone = new GonePassages();
  const returns: Return[] = [];
  neighbours.forEach(({ come }, i) => {
    // What went between the two editions that are compared here cannot have come back in the second.
    const since = neighbours[i - 1];
    if (since === undefined) return;
    for (const one of since.gone) gone.add(i - 1, one);
    const found = come.flatMap((one) => gone.findLike(one).map((like) => ({ ...like, one })));
    found.sort((a, b) => b.score - a.score || b.earlier.at - a.earlier.at || a.one.order - b.one.order);
    const back = new Set<UnlinkedPassage>();
    for (const { earlier, one, score } of found) {
      if (back.has(one) || !gone.take(earlier)) continue;
      back.add(one);
      returns.push({
        from: { at: earlier.at, order: earlier.passage.order },
        to: { at: i + 1, order: one.order },
        same: earlier.passage.digest === one.digest,
        score,
      });
    }
  });
  return returns;
}

interface Gone {
  readonly at: number;
  readonly passage: UnlinkedPassage;
}

/** Passages that had gone, by their runs. */
class GonePassages {
  readonly #byRun = new Map<number, Gone[]>();
  readonly #taken = new Set<Gone>();

  add(at: number, passage: UnlinkedPassage): void {
    const one = { at, passage };
    for (const run of passage.runs) {
      const known = this.#byRun.get(run);
      if (known === undefined) this.#byRun.set(run, [one]);
      else known.push(one);
    }
  }

  findLike({ runs }: UnlinkedPassage): { readonly earlier: Gone; readonly score: number }[] {
    const shared = new Map<Gone, number>();
    for (const run of runs)
      for (const one of this.#byRun.get(run) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1);
    return [...shared]
      .map(([earlier, count]) => ({
        earlier,
        score: (2 * count) / (runs.length + earlier.passage.runs.length),
      }))
      .filter(({ score }) => score >= RETURNED);
  }

  /** False if it came back already. */
  take(one: Gone): boolean {
    if (this.#taken.has(one)) return false;
    this.#taken.add(one);
    return true;
  }
}

function sketchRuns(text: string): Int32Array {
  const words = splitWords(text.toLowerCase());
  const runs = new Set<number>();
  for (let at = 0; at + RUN_LENGTH <= words.length; at += 1)
    runs.add(hashText(words.slice(at, at + RUN_LENGTH).join(' ')));
  return runs.size < LEAST_RUNS ? new Int32Array() : Int32Array.from(runs).sort().slice(0, KEPT_RUNS);
}

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}
