import { setTimeout as wait } from 'node:timers/promises';
import { ALGORITHM } from '../../compare/compare-reports.ts';
import type { AreaId } from '../../domain/area.ts';
import type { Catalog } from '../../domain/catalog.ts';
import { type ChangeCounts, sumCounts } from '../../domain/change-counts.ts';
import { missingReport } from '../../domain/gap.ts';
import { Problem } from '../../domain/problem.ts';
import type { Gap } from '../../domain/publication.ts';
import type { TopicId } from '../../domain/topic.ts';
import { sumByTopic, sumTopicCounts, type TopicCounts } from '../../domain/topic-counts.ts';
import type { WideRow, WideScope, WideView } from '../../domain/wide-view.ts';
import type { Store } from '../../store/store.ts';
import type { HeadPair, PairDesk } from '../compare/pair-desk.ts';
import { listMissingEditions } from '../list-missing-editions.ts';
import type { DeriveDesk, DeriveJob } from './derive-desk.ts';
import { listNeighbours, listPairsBetween } from './list-pairs.ts';
import type { WideRequest } from './read-wide-request.ts';

/** The view, or how far the comparisons are that it needs. */
export type WideAnswer =
  | { readonly kind: 'ready'; readonly view: WideView }
  | { readonly kind: 'coming'; readonly done: number; readonly total: number };

export interface WideTools {
  readonly catalog: Catalog;
  readonly store: Store;
  readonly pairs: PairDesk;
  readonly derive: DeriveDesk;
}

/** How long to wait for comparisons that are not yet kept, in milliseconds; null: until they are. */
export interface WidePatience {
  readonly longest: number | null;
  /** Is told from time to time how far they are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** As often a progress is told, in milliseconds. */
const BETWEEN_NEWS = 200;

/**
 * Reads what was kept of many comparisons; what is not kept is compared first.
 * @throws Problem not-found if there is nothing to compare, conflict if the library does not come to rest; Error if a
 *   comparison could not be finished
 */
export async function readWideView(
  request: WideRequest,
  tools: WideTools,
  patience: WidePatience,
): Promise<WideAnswer> {
  const scope = toScope(request, tools.catalog);
  const until = patience.longest === null ? null : performance.now() + patience.longest;
  for (let tries = 0; tries < 4; tries += 1) {
    const library = await tools.store.getStamp();
    const pairs = await listPairs(scope, tools.store);
    if (pairs.length === 0) throw await nothingToCompare(scope, tools);
    const found = await tools.pairs.findCounts(pairs);
    const missing = pairs.filter((_, i) => found[i] === null);
    if (missing.length === 0) {
      const rows = toRows(pairs, found, request.topics, tools.catalog);
      const missed = await listGaps(scope, tools);
      const corrections = pairs.reduce((sum, { said }) => sum + said.length, 0);
      return {
        kind: 'ready',
        view: { ...sumRows(rows, scope, request.topics, tools.catalog), ...missed, corrections, library },
      };
    }
    const job = tools.derive.start(nameOf(scope), missing);
    if (!(await isFinished(job, until, patience))) {
      return { kind: 'coming', done: job.done, total: job.total };
    }
  }
  throw new Problem('conflict', 'The reports are being imported at this moment; ask again in a while.');
}

/** @throws as the job did */
async function isFinished(
  job: DeriveJob,
  until: number | null,
  { onProgress }: WidePatience,
): Promise<boolean> {
  const finished = job.finished.then(() => true);
  // Who no longer waits need not hear of a failure.
  finished.catch(() => {});
  for (;;) {
    const left = until === null ? BETWEEN_NEWS : Math.min(BETWEEN_NEWS, until - performance.now());
    const waiting = new AbortController();
    const isDone = await Promise.race([
      finished,
      wait(Math.max(0, left), false, { signal: waiting.signal }).catch(() => false),
    ]).finally(() => waiting.abort());
    onProgress?.(job.done, job.total);
    if (isDone) return true;
    if (until !== null && performance.now() >= until) return false;
  }
}

function toScope(request: WideRequest, catalog: Catalog): WideScope {
  return request.kind === 'areas'
    ? { kind: 'areas', from: request.from, to: request.to }
    : { kind: 'editions', area: catalog.getArea(request.area) };
}

function nameOf(scope: WideScope): string {
  return scope.kind === 'areas' ? `${scope.from} ${scope.to}` : scope.area.id;
}

function listPairs(scope: WideScope, store: Store): Promise<HeadPair[]> {
  return scope.kind === 'areas'
    ? listPairsBetween(store, scope.from, scope.to)
    : listNeighbours(store, scope.area.id);
}

function toRows(
  pairs: readonly HeadPair[],
  found: readonly (readonly TopicCounts[] | null)[],
  topics: readonly TopicId[],
  catalog: Catalog,
): WideRow[] {
  const wanted =
    topics.length === 0 ? null : new Set(topics.flatMap((topic) => [...catalog.topicsWithin(topic)]));
  const rows = pairs.map(({ left, right }, i) => ({
    area: catalog.getArea(left.area),
    left,
    right,
    counts: sumTopicCounts(found[i] ?? [], wanted),
    byTopic: sumByTopic(found[i] ?? [], wanted),
  }));
  return rows.sort((a, b) => a.area.name.localeCompare(b.area.name, 'en'));
}

function sumRows(
  rows: readonly WideRow[],
  scope: WideScope,
  asked: readonly TopicId[],
  catalog: Catalog,
): Omit<WideView, 'library' | 'gaps' | 'neitherHeld' | 'corrections'> {
  const byTopic = new Map<TopicId | null, ChangeCounts[]>();
  for (const row of rows) {
    for (const [topic, counts] of row.byTopic) {
      const own = byTopic.get(topic);
      if (own === undefined) byTopic.set(topic, [counts]);
      else own.push(counts);
    }
  }
  const known = catalog.topics.filter(({ id }) => byTopic.has(id));
  // A topic that the reviewed facts no longer have counts with what has none.
  const rest = [...byTopic.keys()].some((topic) => topic === null || catalog.findTopic(topic) === null);
  return {
    scope,
    narrowedTo: asked.length === 0 ? null : asked.flatMap((topic) => catalog.findTopic(topic) ?? []),
    topics: rest ? [...known, null] : known,
    rows,
    total: sumCounts(rows.map(({ counts }) => counts)),
    totalByTopic: new Map([...byTopic].map(([topic, counts]) => [topic, sumCounts(counts)])),
    algorithm: ALGORITHM,
  };
}

async function listGaps(
  scope: WideScope,
  { catalog, store }: WideTools,
): Promise<Pick<WideView, 'gaps' | 'neitherHeld'>> {
  if (scope.kind === 'editions') {
    const heads = await store.listHeads({ editions: null, areas: [scope.area.id] });
    return { gaps: listMissingEditions(scope.area, heads, catalog), neitherHeld: 0 };
  }
  const editions = [...new Set([scope.from, scope.to])];
  const heads = await store.listHeads({ editions, areas: null });
  const held = new Map<AreaId, Set<number>>();
  for (const { area, edition } of heads) held.set(area, (held.get(area) ?? new Set()).add(edition));
  const gaps: Gap[] = [];
  let neitherHeld = 0;
  for (const area of catalog.areas) {
    const own = held.get(area.id);
    if (own === undefined) {
      if (area.kind !== 'sample' && editions.some((edition) => area.published.includes(edition)))
        neitherHeld += 1;
      continue;
    }
    for (const edition of editions) if (!own.has(edition)) gaps.push(missingReport(area, edition));
  }
  return { gaps, neitherHeld };
}

async function nothingToCompare(scope: WideScope, { store }: WideTools): Promise<Problem> {
  const further = ['Import pages to compare them: variorum import PATH.'];
  if (scope.kind === 'areas') {
    return new Problem(
      'not-found',
      `This library holds no area’s report in both the ${scope.from} and the ${scope.to} edition.`,
      further,
    );
  }
  const heads = await store.listHeads({ editions: null, areas: [scope.area.id] });
  return new Problem(
    'not-found',
    heads.length === 0
      ? `This library holds no report on ${scope.area.name}.`
      : `Of ${scope.area.name} only the edition of ${heads[0]?.edition} is held: there is none beside which it could be laid.`,
    further,
  );
}
