import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { assertNever } from '../domain/assert-never.ts';
import type { Catalog } from '../domain/catalog.ts';
import { FINDING_KINDS, type FindingKind } from '../domain/finding.ts';
import type { Report, ReportId } from '../domain/report.ts';
import { type CaptureJob, type CaptureOutcome, readCapture } from '../ingest/read-capture.ts';
import { countPages } from '../ingest/sources/count-pages.ts';
import type { FoundPage, SourceItem } from '../ingest/sources/found-page.ts';
import { listPages } from '../ingest/sources/list-pages.ts';
import { RECORDS_PASSED_OVER, type RecordPassedOver } from '../ingest/sources/passed-over-records.ts';
import type { ReadCapture, SaveOutcome, Store } from '../store/store.ts';

/** What to import, and how. */
export interface ImportRequest {
  readonly paths: readonly string[];
  /** Worker threads that read pages; 0 reads on the calling thread. */
  readonly workers: number;
}

/** One step of an import. `done` counts the pages and refusals so far. */
export type ImportEvent =
  | { readonly kind: 'started'; readonly total: number | null }
  | {
      readonly kind: 'saved';
      readonly path: string;
      readonly id: ReportId;
      readonly outcome: SaveOutcome;
      readonly done: number;
    }
  | { readonly kind: 'unchanged'; readonly path: string; readonly done: number }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: string; readonly done: number }
  | { readonly kind: 'notice'; readonly message: string }
  | { readonly kind: 'summary'; readonly summary: ImportSummary };

/** How often a kind of finding was met, and in how many reports. */
export interface FindingCount {
  readonly kind: FindingKind;
  readonly meaning: string;
  readonly count: number;
  readonly reports: number;
}

/** How many records of web archives were passed over for one reason. */
export interface RecordCount {
  readonly reason: RecordPassedOver;
  readonly meaning: string;
  readonly count: number;
}

export interface ImportSummary {
  readonly added: number;
  readonly newVersions: number;
  readonly newCaptures: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  /** Files that are no pages, passed over. */
  readonly passedOver: number;
  /** Records of web archives that hold no report page, or one that was met before. */
  readonly records: readonly RecordCount[];
  /** Of the pages read in this import. */
  readonly findings: readonly FindingCount[];
  /** Words in the headings and passages of the pages read in this import. */
  readonly words: number;
}

/** Pages read ahead of those being saved, for each worker; bounds the memory. */
const AHEAD = 32;

/**
 * Pages saved in one step: a commit costs as much as a page. More would keep the readers waiting, and be lost
 * when the process is killed.
 */
const SAVED_AT_ONCE = 16;

/** Pages that wait in a worker itself: it goes on while the main thread saves. */
const WAITING_IN_WORKER = 8;

/**
 * Reads every page that the paths lead to and saves them, some whole reports at a time, in the order of the sources.
 * A page that cannot be read is refused and the rest goes on. Whoever stops listening stops the import after the
 * save under way.
 * @throws Problem not-found or invalid-input for a path, conflict if the library cannot be written
 */
export async function* importPages(
  request: ImportRequest,
  catalog: Catalog,
  store: Store,
): AsyncGenerator<ImportEvent> {
  yield { kind: 'started', total: await countPages(request.paths) };
  const known = await store.listCaptureHashes();
  const reader = startReader(request.workers, catalog, known);
  const tally = new ImportTally();
  let samplesLeft = (await store.getStamp()).sampleOnly;
  let passedOver = 0;
  let done = 0;
  const savePages = async function* (pages: readonly ReadItem[]): AsyncGenerator<ImportEvent> {
    const captures = pages.flatMap(({ outcome }) => (outcome.kind === 'read' ? toCapture(outcome) : []));
    if (samplesLeft && captures.some(({ report }) => !report.sample)) {
      samplesLeft = false;
      const removed = await store.removeSamples();
      if (removed > 0) {
        yield { kind: 'notice', message: `The ${removed} invented sample reports made way for real ones.` };
      }
    }
    const outcomes = captures.length === 0 ? [] : await store.saveReports(captures);
    let saves = 0;
    for (const { path, outcome } of pages) {
      done += 1;
      switch (outcome.kind) {
        case 'refused':
          tally.refuse(path, outcome.reason);
          yield { kind: 'refused', path, reason: outcome.reason, done };
          break;
        case 'known':
          tally.count('unchanged');
          yield { kind: 'unchanged', path, done };
          break;
        case 'read': {
          const { edition, area } = outcome.report;
          const saved = outcomes[saves++] ?? 'unchanged';
          tally.count(saved);
          tally.add(outcome.report);
          yield { kind: 'saved', path, id: { edition, area }, outcome: saved, done };
          break;
        }
        default:
          assertNever(outcome);
      }
    }
  };
  try {
    const batch: ReadItem[] = [];
    for await (const page of readAhead(listPages(request.paths), reader, (item) => {
      if (item.kind === 'passed-over') passedOver += item.count;
      else tally.passOver(item.reason, item.count);
    })) {
      batch.push(page);
      if (batch.length >= SAVED_AT_ONCE) yield* savePages(batch.splice(0));
    }
    yield* savePages(batch);
  } finally {
    await reader.stop();
  }
  yield { kind: 'summary', summary: tally.summarise(passedOver) };
}

function toCapture({ report, compressed }: CaptureOutcome & { readonly kind: 'read' }): ReadCapture {
  return { report, bytes: { encoding: 'br', data: compressed } };
}

interface Reader {
  readonly ahead: number;
  read(job: CaptureJob): Promise<CaptureOutcome>;
  stop(): Promise<void>;
}

function startReader(workers: number, catalog: Catalog, known: ReadonlyMap<string, string>): Reader {
  if (workers === 0) {
    return { ahead: 1, read: (job) => readCapture(job, catalog, known), stop: () => Promise.resolve() };
  }
  const pool = new Piscina<CaptureJob, CaptureOutcome>({
    filename: fileURLToPath(new URL('./read-worker.js', import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: WAITING_IN_WORKER,
    workerData: { known },
    // What a worker may hold; a page that needs more is refused with its name, not the whole import.
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  return {
    ahead: workers * AHEAD,
    read: (job) =>
      pool.run(job).catch((error: unknown) => ({
        kind: 'refused',
        reason: `The reader could not finish this page: ${error instanceof Error ? error.message : String(error)}`,
      })),
    stop: () => pool.destroy(),
  };
}

interface ReadItem {
  readonly path: string;
  readonly outcome: CaptureOutcome;
}

type PassedOverItem = SourceItem & { readonly kind: 'passed-over' | 'passed-over-records' };

/** Keeps the reader busy a few pages ahead and hands the outcomes on in the order of the sources. */
async function* readAhead(
  items: ReturnType<typeof listPages>,
  reader: Reader,
  passOver: (item: PassedOverItem) => void,
): AsyncGenerator<ReadItem> {
  const waiting: Promise<ReadItem>[] = [];
  for await (const item of items) {
    if (item.kind === 'passed-over' || item.kind === 'passed-over-records') {
      passOver(item);
      continue;
    }
    const { path } = item;
    waiting.push(
      item.kind === 'refused'
        ? Promise.resolve({ path, outcome: { kind: 'refused', reason: item.message } })
        : reader.read(makeJob(item)).then((outcome) => ({ path, outcome })),
    );
    if (waiting.length >= reader.ahead) {
      const next = await waiting.shift();
      if (next !== undefined) yield next;
    }
  }
  for (const next of waiting) yield await next;
}

function makeJob({ path, location, modified, modifiedFrom, address }: FoundPage): CaptureJob {
  const time = modified !== null && !Number.isNaN(modified.getTime()) ? modified.toISOString() : null;
  return { path, location, modified: time, modifiedFrom, address };
}

class ImportTally {
  readonly #counts: Record<SaveOutcome, number> = {
    added: 0,
    'new-version': 0,
    'new-capture': 0,
    replaced: 0,
    unchanged: 0,
  };
  readonly #refused: { path: string; reason: string }[] = [];
  readonly #findings = new Map<FindingKind, { count: number; reports: number }>();
  readonly #records = new Map<RecordPassedOver, number>();
  #words = 0;

  count(outcome: SaveOutcome): void {
    this.#counts[outcome] += 1;
  }

  passOver(reason: RecordPassedOver, count: number): void {
    this.#records.set(reason, (this.#records.get(reason) ?? 0) + count);
  }

  refuse(path: string, reason: string): void {
    this.#refused.push({ path, reason });
  }

  add(report: Report): void {
    this.#words += report.headingWords + report.passageWords;
    const here = new Set<FindingKind>();
    for (const { kind, count } of report.findings) {
      const sum = this.#findings.get(kind) ?? { count: 0, reports: 0 };
      sum.count += count;
      if (!here.has(kind)) sum.reports += 1;
      here.add(kind);
      this.#findings.set(kind, sum);
    }
  }

  summarise(passedOver: number): ImportSummary {
    return {
      added: this.#counts.added,
      newVersions: this.#counts['new-version'],
      newCaptures: this.#counts['new-capture'],
      replaced: this.#counts.replaced,
      unchanged: this.#counts.unchanged,
      refused: this.#refused,
      passedOver,
      records: [...this.#records].map(([reason, count]) => ({
        reason,
        meaning: RECORDS_PASSED_OVER[reason],
        count,
      })),
      findings: sortFindings(this.#findings),
      words: this.#words,
    };
  }
}

/** Most frequent first, each with its meaning. */
export function sortFindings(
  counts: ReadonlyMap<FindingKind, { readonly count: number; readonly reports: number }>,
): FindingCount[] {
  return [...counts]
    .map(([kind, { count, reports }]) => ({ kind, meaning: FINDING_KINDS[kind], count, reports }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}
