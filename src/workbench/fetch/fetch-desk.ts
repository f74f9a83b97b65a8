import { join } from 'node:path';
import { formatReportId } from '../../domain/address.ts';
import type { Catalog } from '../../domain/catalog.ts';
import { Problem } from '../../domain/problem.ts';
import type { ReportId } from '../../domain/report.ts';
import { openFetchJournal } from '../../fetch/fetch-journal.ts';
import { type FetchWorld, runFetch } from '../../fetch/run-fetch.ts';
import type { Store } from '../../store/store.ts';
import { createEventQueue } from './event-queue.ts';
import { type FetchPlan, makeFetchJob, planFetch } from './plan-fetch.ts';
import { type FetchParameters, type FetchRequest, readFetchRequest } from './read-fetch-request.ts';
import { createPageTaker } from './take-page.ts';

/** One step of a fetch. `done` counts the reports that are settled so far. */
export type FetchEvent =
  | { readonly kind: 'started'; readonly total: number; readonly held: number }
  | { readonly kind: 'notice'; readonly message: string }
  | { readonly kind: 'saved'; readonly id: ReportId; readonly outcome: string; readonly done: number }
  | { readonly kind: 'unchanged'; readonly id: ReportId; readonly done: number }
  | { readonly kind: 'missing'; readonly missing: MissingReport; readonly done: number }
  | { readonly kind: 'summary'; readonly summary: FetchSummary };

/** A report that was asked for and did not come. */
export interface MissingReport extends ReportId {
  readonly name: string;
  /** True if every address said that there is no such page. */
  readonly absent: boolean;
  readonly tried: readonly { readonly address: string; readonly reason: string }[];
}

export interface FetchSummary {
  readonly stopped: boolean;
  /** By what saving did: added, new-version and so on. */
  readonly saved: Readonly<Record<string, number>>;
  /** Held already, and the same as before. */
  readonly unchanged: number;
  /** Held already and not asked for. */
  readonly held: number;
  readonly missing: readonly MissingReport[];
  /** Why each host that was left alone was. */
  readonly left: readonly string[];
  readonly words: number;
}

/** Brings reports in from where they are. */
export interface FetchDesk {
  /** @throws Problem invalid-input, naming everything that is wrong */
  readRequest(parameters: FetchParameters): FetchRequest;
  /** Asks nobody anything. */
  plan(request: FetchRequest): Promise<FetchPlan>;
  /** Whoever stops listening stops the fetch. @throws Problem conflict if the library cannot be written */
  fetch(request: FetchRequest, world: FetchWorld): AsyncIterable<FetchEvent>;
}

/** What the desk needs of a library. */
export interface FetchPlace {
  /** The library's folder; null where it has none, and nothing can be fetched. */
  readonly library: string | null;
  lockImports(): { release(): void };
}

export function createFetchDesk(catalog: Catalog, store: Store, place: FetchPlace): FetchDesk {
  const findHeld = async (): Promise<(id: ReportId) => boolean> => {
    const heads = await store.listHeads({ editions: null, areas: null });
    const held = new Set(heads.map(formatReportId));
    return (id) => held.has(formatReportId(id));
  };
  return {
    readRequest: (parameters) => readFetchRequest(parameters, catalog),
    plan: async (request) => planFetch(request, catalog, await findHeld()),
    async *fetch(request, world) {
      const { library } = place;
      if (library === null) throw new Problem('conflict', 'This library has no folder to fetch into.');
      const lock = place.lockImports();
      const stop = new AbortController();
      const signal = AbortSignal.any([world.signal, stop.signal]);
      let work: Promise<void> = Promise.resolve();
      try {
        const { job, held } = makeFetchJob(request, catalog, await findHeld());
        const queue = createEventQueue<FetchEvent>();
        const inLibrary = [...held.values()].reduce((sum, count) => sum + count, 0);
        work = fetchInto(queue.push, job, inLibrary, library, { ...world, signal }).then(
          queue.end,
          queue.fail,
        );
        yield* queue;
      } finally {
        stop.abort();
        await work;
        lock.release();
      }
    },
  };

  async function fetchInto(
    tell: (event: FetchEvent) => void,
    job: Parameters<typeof runFetch>[0],
    held: number,
    library: string,
    world: FetchWorld,
  ): Promise<void> {
    const wanted = job.editions.reduce((sum, edition) => sum + edition.wanted.length, 0);
    tell({ kind: 'started', total: Math.min(wanted, job.max ?? wanted), held });
    const say = (message: string): void => tell({ kind: 'notice', message });
    const saved: Record<string, number> = {};
    const missing: MissingReport[] = [];
    let unchanged = 0;
    let words = 0;
    let done = 0;
    const taker = await createPageTaker(
      catalog,
      store,
      ({ headingWords, passageWords }) => {
        words += headingWords + passageWords;
      },
      say,
    );
    const journal = openFetchJournal(join(library, 'fetch'));
    const { stopped, left } = await runFetch(job, world, journal, taker.take, {
      say,
      listed: ({ year }, { from, addresses }) => say(`${year}: ${describeList(from, addresses.size)}.`),
      report(report) {
        done += 1;
        const { edition, area, name } = report.wanted;
        const id = { edition, area };
        if (report.kind === 'missing') {
          const one = { ...id, name, absent: report.absent, tried: report.tried };
          missing.push(one);
          tell({ kind: 'missing', missing: one, done });
        } else if (report.kind === 'not-modified' || report.outcome === 'unchanged') {
          unchanged += 1;
          tell({ kind: 'unchanged', id, done });
        } else {
          saved[report.outcome] = (saved[report.outcome] ?? 0) + 1;
          tell({ kind: 'saved', id, outcome: report.outcome, done });
        }
      },
    });
    missing.sort((a, b) => a.edition - b.edition || a.name.localeCompare(b.name, 'en'));
    tell({ kind: 'summary', summary: { stopped, saved, unchanged, held, missing, left, words } });
  }
}

function describeList(from: 'json' | 'page' | 'archive' | 'known', count: number): string {
  switch (from) {
    case 'json':
      return `the publisher’s list for programs names ${count} areas`;
    case 'page':
      return `the publisher’s index page names ${count} areas`;
    case 'archive':
      return `the web archive has captures of ${count} areas`;
    case 'known':
      return 'no list could be had, so each report is looked for where it should be';
  }
}
