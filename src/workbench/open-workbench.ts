import type { Catalog } from '../domain/catalog.ts';
import { narrowComparison } from '../domain/topic-changes.ts';
import { renderExcerptHtml, renderReportHtml } from '../export/html-passage.ts';
import { indexSpellings } from '../search/widen-query.ts';
import { acquireImportLock } from '../store/sqlite/import-lock.ts';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { archivePages } from './archive-pages.ts';
import { buildPublication } from './build-publication.ts';
import { checkLibrary } from './check-library.ts';
import { citePublication, readCitation, readCitations } from './cite/read-citations.ts';
import { compareReports } from './compare/compare-reports.ts';
import { type Comparer, createComparer } from './compare/comparer.ts';
import { listRemovals } from './compare/list-removals.ts';
import { createPairDesk } from './compare/pair-desk.ts';
import { readCompareRequest } from './compare/read-compare-request.ts';
import { readComparisonFilter } from './compare/read-comparison-filter.ts';
import { readRemovalsRequest } from './compare/read-removals-request.ts';
import { renderComparison, renderRemovals } from './compare/render-comparison.ts';
import { renderComparisonFile, renderRemovalsFile } from './compare/render-comparison-file.ts';
import { createCorrectionDesk } from './corrections/correction-desk.ts';
import { writeDataset } from './dataset/write-dataset.ts';
import { createFetchDesk } from './fetch/fetch-desk.ts';
import { importPages } from './import-pages.ts';
import { createLineageDesk } from './lineage/lineage-desk.ts';
import { listLastReported } from './lineage/list-last-reported.ts';
import { readHistory } from './lineage/read-history.ts';
import { readLastReportedRequest } from './lineage/read-last-reported-request.ts';
import { readLineage } from './lineage/read-lineage.ts';
import { renderHistory } from './lineage/render-history.ts';
import { renderLastReported } from './lineage/render-last-reported.ts';
import { loadCatalog, loadSpellings } from './load-catalog.ts';
import { buildPacket } from './packet/build-packet.ts';
import { pressPacket, pressPacketDocx } from './packet/press-packet.ts';
import { parseSelection, readSelection, type SelectionParameters } from './parse-selection.ts';
import { nameEditions } from './press/name-editions.ts';
import { createPress, type Press } from './press/press.ts';
import { createEditionDigests } from './proof/edition-digests.ts';
import { makeProof } from './proof/make-proof.ts';
import { readCoverage } from './read-coverage.ts';
import { readReport } from './read-report.ts';
import { readSideBySide } from './read-side-by-side.ts';
import { readTopic } from './read-topic.ts';
import { renderPublication } from './render-publication.ts';
import { checkQuotes } from './search/check-quotes.ts';
import { findConcordance, streamLines } from './search/find-concordance.ts';
import { findGrid } from './search/find-grid.ts';
import { findTrend } from './search/find-trend.ts';
import { markReport } from './search/mark-report.ts';
import type { SearchTools } from './search/prepare-search.ts';
import { renderHits, renderLines } from './search/render-hits.ts';
import { createSearchDesk } from './search/search-desk.ts';
import { searchPassages, streamHits } from './search/search-passages.ts';
import { parseSearch, readSearch } from './search/search-request.ts';
import { createQuotedReader, type QuotedReader } from './verify/quoted-reader.ts';
import { verifyFile } from './verify/verify-file.ts';
import { deriveComparisons } from './wide/derive-comparisons.ts';
import { createDeriveDesk } from './wide/derive-desk.ts';
import { readWideChoices } from './wide/read-wide-request.ts';
import { readWideView } from './wide/read-wide-view.ts';
import { renderWide } from './wide/wide-tables.ts';
import type { Workbench } from './workbench.ts';

/** How to open a library. */
export interface OpenOptions {
  /** The library's folder; made if it does not exist, unless `readonly`. */
  readonly library: string;
  /** Fails with not-found where there is no library, and writes nothing. */
  readonly readonly: boolean;
  /** Threads that compare reports beside this one; 0, as without it: this one does, and waits. */
  readonly compareThreads?: number;
  /** Threads that make files beside this one; 0, as without it: this one does, and waits. */
  readonly pressThreads?: number;
}

/**
 * Opens a library with the reviewed facts beside it.
 * @throws Problem not-found or conflict, as the store says
 */
export async function openWorkbench({
  library,
  readonly,
  compareThreads = 0,
  pressThreads = 0,
}: OpenOptions): Promise<Workbench> {
  const catalog = loadCatalog();
  const store = openSqliteStore(library, { readonly });
  return assembleWorkbench(
    catalog,
    store,
    () => acquireImportLock(library),
    createComparer({ threads: compareThreads }),
    createPress({ threads: pressThreads }),
    createQuotedReader({ threads: pressThreads }),
    library,
  );
}

/** The workbench over any store. */
export function assembleWorkbench(
  catalog: Catalog,
  store: Store,
  lockImports: () => { release(): void },
  comparer: Comparer = createComparer({ threads: 0 }),
  plainPress: Press = createPress({ threads: 0 }),
  quoted: QuotedReader = createQuotedReader({ threads: 0 }),
  library: string | null = null,
): Workbench {
  const heldSections = rememberPerRevision(store, () => store.listSectionKeys());
  const coverage = rememberPerRevision(store, () => readCoverage(catalog, store));
  const isHeld = async (): Promise<(key: string) => boolean> => {
    const keys = await heldSections();
    return (key) => keys.has(key);
  };
  const digests = createEditionDigests(store);
  const press = nameEditions(plainPress, digests);
  const desk = createSearchDesk(catalog, store);
  const pairs = createPairDesk(store);
  const derive = createDeriveDesk({ store, comparer, pairs });
  const lineages = { catalog, store, desk: createLineageDesk(store, comparer, pairs) };
  const spellings = indexSpellings(loadSpellings());
  const tools = async (): Promise<SearchTools> => ({ catalog, spellings, isHeldSection: await isHeld() });
  return {
    catalog,
    getStamp: () => store.getStamp(),
    getRevision: () => store.getRevision(),
    parseSelection: async (parameters: SelectionParameters) =>
      parseSelection(parameters, catalog, await isHeld()),
    readSelection: async (parameters: SelectionParameters) =>
      readSelection(parameters, catalog, await isHeld()),
    readSideBySide: async (parameters) => readSideBySide(parameters, catalog, await isHeld()),
    buildPublication: (selection) => buildPublication(selection, catalog, store),
    renderPublication: (publication, format, paper) => renderPublication(publication, format, press, paper),
    renderExcerptHtml,
    renderReportHtml,
    listReports: ({ edition, area }) =>
      store.listHeads({
        editions: edition === undefined ? null : [edition],
        areas: area === undefined ? null : [area],
      }),
    getReport: (id, version) => readReport(id, version, catalog, store),
    getCoverage: () => coverage(),
    getTopic: (id) => readTopic(id, catalog, store),
    parseSearch: async (parameters) => parseSearch(parameters, catalog, await isHeld()),
    readSearch: async (parameters) => readSearch(parameters, catalog, await isHeld()),
    searchPassages: async (request, page) => searchPassages(request, page, desk, await tools()),
    async *streamHits(request) {
      yield* streamHits(request, desk, await tools());
    },
    async *renderHits(request, format, limit) {
      yield* renderHits(request, format, limit, desk, await tools());
    },
    markReport: async (report, request) => markReport(report, request, desk, await tools()),
    findConcordance: async (request, page) => findConcordance(request, page, desk, await tools()),
    async *streamLines(request, sort) {
      yield* streamLines(request, sort, desk, await tools());
    },
    async *renderLines(request, options) {
      yield* renderLines(request, options, desk, await tools());
    },
    findTrend: async (requests) => findTrend(requests, desk, await tools()),
    findGrid: async (request) => findGrid(request, desk, await tools()),
    compareReports: (request) => compareReports(request, catalog, store, comparer),
    narrowComparison: (view, topics) =>
      topics.length === 0 ? view : narrowComparison(view, topics, catalog),
    readCompareRequest: (parameters) => readCompareRequest(parameters, catalog),
    readRemovalsRequest: (parameters) => readRemovalsRequest(parameters, catalog),
    readComparisonFilter: (parameters) => readComparisonFilter(parameters, catalog),
    renderComparison,
    listRemovals: (request) => listRemovals(request, catalog, store, comparer),
    renderRemovals,
    renderComparisonFile: (view, filter, format, paper) =>
      renderComparisonFile(view, filter, { format, paper }, press),
    renderRemovalsFile: (removals, format, paper) => renderRemovalsFile(removals, { format, paper }, press),
    buildPacket: (request) => buildPacket(request, catalog, store),
    renderPacket: (packet, signal) => pressPacket(packet, press, signal),
    renderPacketDocx: (packet, signal) => pressPacketDocx(packet, press, signal),
    getLineage: (area) => readLineage(area, lineages),
    getHistory: (address) => readHistory(address, lineages, comparer),
    getLastReported: (area, request) => listLastReported(area, request, lineages),
    readLastReportedRequest: (parameters) => readLastReportedRequest(parameters, catalog),
    renderLastReported,
    renderHistory,
    readCitation: (address) => readCitation(address, catalog, store),
    readCitations: (typed) => readCitations(typed, catalog, store),
    citePublication: (publication) => citePublication(publication, store),
    getWideView: (request, patience) => readWideView(request, { catalog, store, pairs, derive }, patience),
    readWideChoices: (parameters) => readWideChoices(parameters, catalog),
    renderWide: (view, choices, format) => renderWide(view, choices, format, catalog),
    deriveComparisons: (request) => deriveComparisons(request, { store, comparer, pairs }),
    checkQuotes: (pasted) => checkQuotes(pasted, desk),
    corrections: createCorrectionDesk(catalog, store),
    verifyFile: async (bytes, name) =>
      verifyFile(name, await quoted.read({ bytes, name }), catalog, store, desk, {
        compare: (request) => compareReports(request, catalog, store, comparer),
        buildPacket: (request) => buildPacket(request, catalog, store),
        findDigest: (year) => digests.find(year),
      }),
    findEditionDigest: (year) => digests.find(year),
    makeProof: (address) => makeProof(address, catalog, store, digests),
    writeDataset: (folder) => writeDataset(folder, { catalog, store, comparer, pairs }),
    fetching: createFetchDesk(catalog, store, { library, lockImports }),
    async *importPages(request) {
      const lock = lockImports();
      try {
        yield* importPages(request, catalog, store);
      } finally {
        lock.release();
      }
    },
    checkLibrary: () => checkLibrary(store),
    archivePages: () => archivePages(store),
    async close() {
      derive.stop();
      await desk.close();
      await comparer.close();
      await press.close();
      await quoted.close();
      await store.close();
    },
  };
}

/** The answer of a costly question, asked again only when the library has changed. */
function rememberPerRevision<T>(store: Store, ask: () => Promise<T>): () => Promise<T> {
  let revision = -1;
  let answer: Promise<T> | null = null;
  return () => {
    const now = store.getRevision();
    if (answer === null || now !== revision) {
      revision = now;
      answer = ask();
      answer.catch(() => {
        answer = null;
      });
    }
    return answer;
  };
}
