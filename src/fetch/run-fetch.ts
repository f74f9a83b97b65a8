import { formatReportId } from '../domain/address.ts';
import { listCandidates } from './candidates.ts';
import type { FetchClock } from './fetch-clock.ts';
import type { FetchJournal } from './fetch-journal.ts';
import { ARCHIVE_MANNERS, type FetchManners, MANNERS } from './fetch-manners.ts';
import type { FetchEdition, FetchedPage, FetchJob, TakenPage, WantedReport } from './fetch-request.ts';
import type { FetchSource } from './fetch-source.ts';
import { type EditionList, listEdition } from './list-edition.ts';
import { findCaptureTime, listWayback } from './list-wayback.ts';
import { nameStranger } from './name-stranger.ts';
import type { Network } from './network.ts';
import { createPoliteClient, type PoliteClient, type PoliteResult } from './polite-client.ts';
import { openWebClient, type WebGet } from './web-get.ts';

/** The world as fetching needs it. */
export interface FetchWorld {
  readonly network: Network;
  readonly clock: FetchClock;
  readonly random: () => number;
  readonly userAgent: string;
  readonly signal: AbortSignal;
  /** For tests that watch each request. */
  readonly wrapGet?: (get: WebGet) => WebGet;
}

/** What became of one report. */
export type FetchedReport =
  | {
      readonly kind: 'taken';
      readonly wanted: WantedReport;
      readonly outcome: string;
      readonly address: string;
    }
  | { readonly kind: 'not-modified'; readonly wanted: WantedReport; readonly address: string }
  /** `tried`: what each address did; empty where no address is known. `absent`: each said that there is no such page. */
  | {
      readonly kind: 'missing';
      readonly wanted: WantedReport;
      readonly absent: boolean;
      readonly tried: readonly { readonly address: string; readonly reason: string }[];
    };

/** What happens on the way. */
export interface FetchListener {
  say(message: string): void;
  listed(edition: FetchEdition, list: EditionList): void;
  report(report: FetchedReport): void;
}

/** How a fetch ended. */
export interface FetchEnd {
  readonly stopped: boolean;
  /** Why each host that was left alone was. */
  readonly left: readonly string[];
}

/** How a source is asked. */
export function mannersFor(source: FetchSource): FetchManners {
  return source.kind === 'wayback' ? ARCHIVE_MANNERS : MANNERS;
}

/**
 * Fetches what is wanted, a few pages at a time, and hands each over to be read and saved. Pages that came in an
 * earlier run and were not read then are handed over first.
 */
export async function runFetch(
  job: FetchJob,
  world: FetchWorld,
  journal: FetchJournal,
  take: (page: FetchedPage) => Promise<TakenPage>,
  listener: FetchListener,
): Promise<FetchEnd> {
  const manners = mannersFor(job.source);
  // Where one page cannot be saved, no other is asked for.
  const failed = new AbortController();
  const signal = AbortSignal.any([world.signal, failed.signal]);
  const web = openWebClient(world.network, world.clock, manners);
  const client = createPoliteClient({
    source: job.source,
    get: world.wrapGet?.(web.get) ?? web.get,
    clock: world.clock,
    random: world.random,
    manners,
    userAgent: world.userAgent,
    signal,
    say: listener.say,
  });
  try {
    const queue = await handOverWaiting(job, journal, take, listener);
    if (job.again) journal.beginAgain(isoTime(world.clock.now()));
    const wanted = queue.slice(0, job.max ?? queue.length);
    const lists = await listAll(job, wanted, client, manners, signal, listener);
    const work = async (): Promise<void> => {
      for (let next = wanted.shift(); next !== undefined && !signal.aborted; next = wanted.shift()) {
        const listed = lists.get(next.edition)?.addresses.get(next.area) ?? [];
        const report = await fetchReport(next, listed, {
          job,
          clock: world.clock,
          signal,
          journal,
          take,
          client,
          manners,
        });
        if (report !== null) listener.report(report);
      }
    };
    const workers = Array.from({ length: manners.atOnce }, () =>
      work().catch((error: unknown) => {
        failed.abort();
        throw error;
      }),
    );
    await Promise.allSettled(workers);
    await Promise.all(workers);
    if (job.again && !world.signal.aborted && job.max === null) journal.endAgain();
    return { stopped: world.signal.aborted, left: client.listLeft() };
  } finally {
    web.close();
  }
}

/** @returns what is still to be fetched */
async function handOverWaiting(
  job: FetchJob,
  journal: FetchJournal,
  take: (page: FetchedPage) => Promise<TakenPage>,
  listener: FetchListener,
): Promise<WantedReport[]> {
  const wanted = new Map(
    job.editions.flatMap((edition) => edition.wanted.map((one) => [formatReportId(one), one] as const)),
  );
  for (const page of journal.listWaiting()) {
    const id = formatReportId(page.wanted);
    const report = wanted.get(id);
    const taken = await take(page);
    journal.settle(page, taken.kind);
    if (report === undefined || taken.kind === 'refused') continue;
    wanted.delete(id);
    listener.report({ kind: 'taken', wanted: report, outcome: taken.outcome, address: page.address });
  }
  return [...wanted.values()].filter((one) => !(job.again && journal.askedAgain(one)));
}

async function listAll(
  job: FetchJob,
  wanted: readonly WantedReport[],
  client: PoliteClient,
  manners: FetchManners,
  signal: AbortSignal,
  listener: FetchListener,
): Promise<ReadonlyMap<number, EditionList>> {
  const lists = new Map<number, EditionList>();
  if (job.source.kind === 'pattern') return lists;
  for (const edition of job.editions) {
    if (signal.aborted || !wanted.some((one) => one.edition === edition.year)) continue;
    const list =
      job.source.kind === 'wayback'
        ? await listWayback(edition, client, manners)
        : await listEdition(edition, client, manners);
    lists.set(edition.year, list);
    if (!signal.aborted) listener.listed(edition, list);
  }
  return lists;
}

interface ReportTools {
  readonly job: FetchJob;
  readonly clock: FetchClock;
  readonly signal: AbortSignal;
  readonly journal: FetchJournal;
  readonly client: PoliteClient;
  readonly manners: FetchManners;
  take(page: FetchedPage): Promise<TakenPage>;
}

/** Null if it was stopped. */
async function fetchReport(
  wanted: WantedReport,
  listed: readonly string[],
  { job, clock, signal, journal, client, manners, take }: ReportTools,
): Promise<FetchedReport | null> {
  const tried: { address: string; reason: string }[] = [];
  let absent = true;
  for (const address of listCandidates(wanted, listed, job.source)) {
    const known = journal.findTaken(wanted, address);
    const headers: Record<string, string> = { accept: 'text/html' };
    if (known?.etag != null) headers['if-none-match'] = known.etag;
    if (known?.lastModified != null) headers['if-modified-since'] = known.lastModified;
    const result: PoliteResult = await client.ask({
      address,
      headers,
      maxBytes: manners.maxBytes,
      tries: manners.tries,
      name: nameStranger,
    });
    if (signal.aborted) return null;
    switch (result.kind) {
      case 'not-modified':
        journal.confirm(wanted, address, isoTime(clock.now()));
        return { kind: 'not-modified', wanted, address };
      case 'absent':
        tried.push({ address, reason: 'there is no such page' });
        break;
      case 'refused':
        absent = false;
        tried.push({ address, reason: result.reason });
        break;
      case 'answer': {
        const archived = findCaptureTime(result.address);
        const page: FetchedPage = {
          wanted: { edition: wanted.edition, area: wanted.area },
          address: result.address,
          capturedAt: archived ?? isoTime(clock.now()),
          capturedBy: archived === null ? 'fetch' : 'web-archive',
          bytes: result.body,
        };
        journal.receive(page, {
          etag: result.headers['etag'] ?? null,
          lastModified: result.headers['last-modified'] ?? null,
        });
        const taken = await take(page);
        journal.settle(page, taken.kind);
        if (taken.kind === 'taken')
          return { kind: 'taken', wanted, outcome: taken.outcome, address: page.address };
        absent = false;
        tried.push({ address, reason: taken.reason });
      }
    }
  }
  return { kind: 'missing', wanted, absent, tried };
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
