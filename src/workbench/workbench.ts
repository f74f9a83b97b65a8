import type { Address } from '../domain/address.ts';
import type { AreaId } from '../domain/area.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { Citation } from '../domain/citation.ts';
import type { ComparisonFilter } from '../domain/comparison-filter.ts';
import type { ComparisonView } from '../domain/comparison-view.ts';
import type { ConcordanceSort } from '../domain/concordance.ts';
import type { Coverage } from '../domain/coverage.ts';
import type { EditionDigest } from '../domain/edition-digest.ts';
import type { LibraryStamp } from '../domain/library-stamp.ts';
import type { Packet, PacketRequest } from '../domain/packet.ts';
import type { Paper } from '../domain/paper.ts';
import type { LastReported, LineageView, PassageHistory } from '../domain/passage-history.ts';
import type { Excerpt, Publication } from '../domain/publication.ts';
import type { QuoteCheck } from '../domain/quote-check.ts';
import type { Removals } from '../domain/removals.ts';
import type { Report, ReportHead, ReportId, VersionId } from '../domain/report.ts';
import type { SearchItem } from '../domain/search-answer.ts';
import type { Selection } from '../domain/selection.ts';
import type { TopicId } from '../domain/topic.ts';
import type { VerifiedFile } from '../domain/verified-file.ts';
import type { WideView } from '../domain/wide-view.ts';
import type { CiteAddressOf, SignOf } from '../export/html-passage.ts';
import type { CheckEvent } from './check-library.ts';
import type { CompareRequest } from './compare/compare-reports.ts';
import type { RemovalsRequest } from './compare/list-removals.ts';
import type { CompareParameters, CompareReading } from './compare/read-compare-request.ts';
import type { FilterParameters, FilterReading } from './compare/read-comparison-filter.ts';
import type { RemovalsParameters, RemovalsReading } from './compare/read-removals-request.ts';
import type { RemovalsFormat } from './compare/render-comparison.ts';
import type { ComparisonFileFormat } from './compare/render-comparison-file.ts';
import type { CorrectionDesk } from './corrections/correction-desk.ts';
import type { DatasetEvent } from './dataset/write-dataset.ts';
import type { FetchDesk } from './fetch/fetch-desk.ts';
import type { ImportEvent, ImportRequest } from './import-pages.ts';
import type {
  LastReportedParameters,
  LastReportedReading,
  LastReportedRequest,
} from './lineage/read-last-reported-request.ts';
import type { HistoryFormat } from './lineage/render-history.ts';
import type { PacketPart } from './packet/press-packet.ts';
import type { SelectionParameters, SelectionReading } from './parse-selection.ts';
import type { ProofFile } from './proof/make-proof.ts';
import type { ReportView } from './read-report.ts';
import type { TopicView } from './read-topic.ts';
import type { ExportFormat, TextFormat } from './render-publication.ts';
import type { Concordance, ConcordanceItem, ConcordancePage } from './search/find-concordance.ts';
import type { SearchGrid } from './search/find-grid.ts';
import type { TrendSeries } from './search/find-trend.ts';
import type { ReportMarks } from './search/mark-report.ts';
import type { HitFormat, LineFormat } from './search/render-hits.ts';
import type { SearchAnswer, SearchPage } from './search/search-passages.ts';
import type { SearchParameters, SearchReading, SearchRequest } from './search/search-request.ts';
import type { DeriveEvent, DeriveRequest } from './wide/derive-comparisons.ts';
import type { WideChoices, WideParameters, WideReading, WideRequest } from './wide/read-wide-request.ts';
import type { WideAnswer, WidePatience } from './wide/read-wide-view.ts';
import type { WideFormat } from './wide/wide-tables.ts';

/** A library with the reviewed facts beside it: all that the doors may ask for. */
export interface Workbench {
  readonly catalog: Catalog;
  getStamp(): Promise<LibraryStamp>;
  /** Counts the changes to the library made by any process; for caches. */
  getRevision(): number;

  /** @throws Problem invalid-input, naming every single thing that is wrong */
  parseSelection(parameters: SelectionParameters): Promise<Selection>;
  /** What can be understood of a half-filled form, with every problem; never throws. */
  readSelection(parameters: SelectionParameters): Promise<SelectionReading>;
  /** A selection of one edition, one section or topic and up to four areas, to be laid side by side; never throws. */
  readSideBySide(parameters: SelectionParameters): Promise<SelectionReading>;
  buildPublication(selection: Selection): Promise<Publication>;
  /**
   * The publication as a file, in pieces; the same library gives the same bytes.
   * @param paper for what is set in pages; without it, US Letter
   * @throws Problem invalid-input if it is too large for the format
   */
  renderPublication(
    publication: Publication,
    format: ExportFormat,
    paper?: Paper,
  ): AsyncIterable<string | Uint8Array>;
  /** Escaped HTML of an excerpt's or report's sections and passages, for a page of our own. */
  renderExcerptHtml(excerpt: Excerpt, signOf?: SignOf): string;
  /**
   * @param found what to mark, by the passages' order
   * @param signOf what stands beside a passage and leads elsewhere
   * @param citeOf where a section or passage is cited; null: no links there
   */
  renderReportHtml(
    report: Report,
    found?: ReportMarks['ranges'],
    signOf?: SignOf,
    citeOf?: CiteAddressOf | null,
  ): string;

  listReports(filter: { readonly edition?: number; readonly area?: string }): Promise<readonly ReportHead[]>;
  /** @throws Problem not-found, saying whether it was never published or is not held */
  getReport(id: ReportId, version: VersionId | null): Promise<ReportView>;
  getCoverage(): Promise<Coverage>;
  /** @throws Problem not-found */
  getTopic(id: TopicId): Promise<TopicView>;

  /** @throws Problem invalid-input, naming every single thing that is wrong */
  parseSearch(parameters: SearchParameters): Promise<SearchRequest>;
  /** What can be understood of a half-filled form, with every problem; never throws. */
  readSearch(parameters: SearchParameters): Promise<SearchReading>;
  /** @throws Problem invalid-input if the query cannot be searched */
  searchPassages(request: SearchRequest, page: SearchPage): Promise<SearchAnswer>;
  /** The count, then all hits in the order asked for. @throws Problem invalid-input as above */
  streamHits(request: SearchRequest): AsyncIterable<SearchItem>;
  /** The hits as a file, in pieces: all, or the first so many. @throws Problem invalid-input as above */
  renderHits(request: SearchRequest, format: HitFormat, limit: number | null): AsyncIterable<string>;
  /** What a query finds in one report, of whatever version. @throws Problem invalid-input as above */
  markReport(report: Report, request: SearchRequest): Promise<ReportMarks>;

  /** Each match in its line. @throws Problem invalid-input as above, or if there are only filters */
  findConcordance(request: SearchRequest, page: ConcordancePage): Promise<Concordance>;
  /** The count, then all lines. @throws Problem invalid-input as above, or if there are too many to sort */
  streamLines(request: SearchRequest, sort: ConcordanceSort): AsyncIterable<ConcordanceItem>;
  /** The lines as a file, in pieces: all, or the first so many. @throws Problem invalid-input as above */
  renderLines(
    request: SearchRequest,
    options: { readonly format: LineFormat; readonly sort: ConcordanceSort; readonly limit: number | null },
  ): AsyncIterable<string>;
  /** Up to five queries through the editions, over one state of the library. */
  findTrend(requests: readonly SearchRequest[]): Promise<readonly TrendSeries[]>;
  findGrid(request: SearchRequest): Promise<SearchGrid>;
  /** @param pasted up to 50,000 characters @throws Problem invalid-input if it is empty or longer */
  checkQuotes(pasted: string): Promise<QuoteCheck>;

  /**
   * Two reports on one area laid side by side, the older on the left.
   * @throws Problem not-found, as `getReport`
   */
  compareReports(request: CompareRequest): Promise<ComparisonView>;
  /** Only what has to do with the topics or narrower ones; none given: everything. */
  narrowComparison(view: ComparisonView, topics: readonly TopicId[]): ComparisonView;
  /** What can be understood of what is asked of a comparison, with every problem; never throws. */
  readCompareRequest(parameters: CompareParameters): CompareReading;
  readRemovalsRequest(parameters: RemovalsParameters): RemovalsReading;
  readComparisonFilter(parameters: FilterParameters): FilterReading;
  renderComparison(view: ComparisonView, filter: ComparisonFilter, format: TextFormat): AsyncIterable<string>;
  /** What is gone between two editions in many areas; what cannot be compared is a gap. */
  listRemovals(request: RemovalsRequest): Promise<Removals>;
  renderRemovals(removals: Removals, format: RemovalsFormat): AsyncIterable<string>;
  /** Either as a file that is made whole. @throws Problem invalid-input if it is too much for one file */
  renderComparisonFile(
    view: ComparisonView,
    filter: ComparisonFilter,
    format: ComparisonFileFormat,
    paper?: Paper,
  ): AsyncIterable<Uint8Array>;
  renderRemovalsFile(
    removals: Removals,
    format: ComparisonFileFormat,
    paper?: Paper,
  ): AsyncIterable<Uint8Array>;

  /** Finds what a packet names, with what stands around it. @throws Problem naming every pin that leads nowhere */
  buildPacket(request: PacketRequest): Promise<Packet>;
  /** The packet as PDF: one file, or several if it is larger than asked. @param signal ends the work */
  renderPacket(packet: Packet, signal: AbortSignal): Promise<readonly PacketPart[]>;
  /** The packet as one Word document. @param signal ends the work @throws Problem if it is larger than asked */
  renderPacketDocx(packet: Packet, signal: AbortSignal): Promise<Uint8Array>;

  /**
   * Every passage on an area through all editions held, newest versions.
   * @throws Problem not-found if no report on it is held, conflict if its reports keep being imported
   */
  getLineage(area: AreaId): Promise<LineageView>;
  /**
   * One passage through all editions held.
   * @throws Problem invalid-input if the address names no passage; else as `getReport` and `getLineage`
   */
  getHistory(address: Address): Promise<PassageHistory>;
  /** What no later edition held has, by the edition that had it last. @throws Problem as `getLineage` */
  getLastReported(area: AreaId, request: LastReportedRequest): Promise<LastReported>;
  /** What can be understood of what is asked of it, with every problem; never throws. */
  readLastReportedRequest(parameters: LastReportedParameters): LastReportedReading;
  renderLastReported(found: LastReported, format: HistoryFormat): string;
  renderHistory(history: PassageHistory, format: HistoryFormat): string;

  /** How to name a report, a section or a passage. @throws Problem not-found, saying why */
  readCitation(address: Address): Promise<Citation>;
  /** Several, by their addresses as typed, at most `MOST_PINS`. @throws Problem naming all that cannot be cited */
  readCitations(typed: readonly string[]): Promise<readonly Citation[]>;
  /** Every report in a publication, once. */
  citePublication(publication: Publication): Promise<readonly Citation[]>;
  /** What readers say against the automatic alignment. */
  readonly corrections: CorrectionDesk;
  /** Many comparisons in numbers; what is not kept of them yet is compared first, for as long as `patience` says. */
  getWideView(request: WideRequest, patience: WidePatience): Promise<WideAnswer>;
  readWideChoices(parameters: WideParameters): WideReading;
  renderWide(view: WideView, choices: WideChoices, format: WideFormat): string;
  /** Compares what nothing is kept of, and keeps it; ends with the summary. */
  deriveComparisons(request: DeriveRequest): AsyncIterable<DeriveEvent>;
  /**
   * Lays a file of whoever beside the library: the passages it names, and sentences that belong to none of them.
   * @throws Problem unreadable-page, in plain words, if it cannot be read
   */
  verifyFile(bytes: Uint8Array, name: string): Promise<VerifiedFile>;
  /** The digest over all reports held of an edition; null if none is. */
  findEditionDigest(year: number): Promise<EditionDigest | null>;
  /** @throws Problem invalid-input if the address names no passage; not-found if it is not held */
  makeProof(address: Address): Promise<ProofFile>;

  /**
   * The whole library as tables in a folder, whole or not at all; yields what happens, report by report.
   * @throws Problem conflict if the folder holds anything but a former dataset or cannot be written
   */
  writeDataset(folder: string): AsyncIterable<DatasetEvent>;
  readonly fetching: FetchDesk;

  /** Yields what happens, page by page, and ends with the summary. */
  importPages(request: ImportRequest): AsyncIterable<ImportEvent>;
  /** Proves again from the kept bytes that every word of every report is held; ends with the totals. */
  checkLibrary(): AsyncIterable<CheckEvent>;
  /** Every captured page as it was captured, as a WARC file packed with gzip. */
  archivePages(): AsyncIterable<Uint8Array>;

  close(): Promise<void>;
}
