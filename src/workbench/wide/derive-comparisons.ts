import { formatReportId } from '../../domain/address.ts';
import type { HeadPair } from '../compare/pair-desk.ts';
import { type DeriveTools, derivePairs } from './derive-pairs.ts';
import { listNeighbours, listPairsBetween } from './list-pairs.ts';

/** Which comparisons to derive: two editions of all areas, the older first; null: each edition with the next one held. */
export type DeriveRequest = { readonly from: number; readonly to: number } | null;

/** One step. `done` counts the pairs so far, of `total` of which nothing was kept. */
export type DeriveEvent =
  | { readonly kind: 'started'; readonly total: number }
  | { readonly kind: 'compared'; readonly pair: string; readonly done: number }
  | { readonly kind: 'failed'; readonly pair: string; readonly reason: string; readonly done: number }
  | { readonly kind: 'summary'; readonly summary: DeriveSummary };

export interface DeriveSummary {
  /** Pairs that were kept already. */
  readonly already: number;
  readonly compared: number;
  /** Of those compared, the ones that the library could not take. */
  readonly unkept: number;
  readonly failed: readonly { readonly pair: string; readonly reason: string }[];
}

/** Compares what is not yet kept. Stopped or killed in it, the library keeps what was compared until then. */
export async function* deriveComparisons(
  request: DeriveRequest,
  tools: DeriveTools,
): AsyncGenerator<DeriveEvent> {
  const all =
    request === null
      ? await listNeighbours(tools.store, null)
      : await listPairsBetween(tools.store, request.from, request.to);
  const missing = await listMissing(all, tools);
  yield { kind: 'started', total: missing.length };
  const failed: { pair: string; reason: string }[] = [];
  let done = 0;
  let unkept = 0;
  for await (const outcome of derivePairs(missing, tools, true)) {
    done += 1;
    const pair = `${formatReportId(outcome.left)} with ${formatReportId(outcome.right)}`;
    if (outcome.failed) {
      const reason = outcome.reason instanceof Error ? outcome.reason.message : String(outcome.reason);
      failed.push({ pair, reason });
      yield { kind: 'failed', pair, reason, done };
    } else {
      if (!outcome.kept) unkept += 1;
      yield { kind: 'compared', pair, done };
    }
  }
  const compared = done - failed.length;
  yield { kind: 'summary', summary: { already: all.length - missing.length, compared, unkept, failed } };
}

/** The pairs of which no counts are kept that can be read; links are kept with them. */
export async function listMissing(
  pairs: readonly HeadPair[],
  { pairs: desk }: Pick<DeriveTools, 'pairs'>,
): Promise<HeadPair[]> {
  const found = await desk.findCounts(pairs);
  return pairs.filter((_, i) => found[i] === null);
}
