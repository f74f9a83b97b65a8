import { setImmediate as nextTurn } from 'node:timers/promises';
import { ALGORITHM } from '../../compare/compare-reports.ts';
import { formatReportId } from '../../domain/address.ts';
import type { AreaId } from '../../domain/area.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { TableRow } from '../../domain/data-table.ts';
import type { DatasetSummary } from '../../domain/dataset/dataset-files.ts';
import {
  listAreaRows,
  listCrosswalkRows,
  listEditionRows,
  listFindingRows,
  listPassageRows,
  listPassageTopicRows,
  listRuleRows,
  listSectionRows,
  listTopicRows,
  toComparisonRow,
  toReportRow,
} from '../../domain/dataset/dataset-rows.ts';
import {
  AREAS,
  COMPARISONS,
  CROSSWALK,
  CROSSWALK_RULES,
  DATASET_TABLES,
  EDITIONS,
  FINDINGS,
  PASSAGE_TOPICS,
  PASSAGES,
  REPORTS,
  SECTIONS,
  TOPICS,
} from '../../domain/dataset/dataset-tables.ts';
import { Problem } from '../../domain/problem.ts';
import type { Report, ReportHead, ReportId } from '../../domain/report.ts';
import { sumTopicCounts } from '../../domain/topic-counts.ts';
import { renderDataPackage } from '../../export/dataset/data-package.ts';
import { renderDatasetReadme } from '../../export/dataset/dataset-readme.ts';
import type { FindingRecord, HeadingCount, Store } from '../../store/store.ts';
import type { StoreSnapshot } from '../../store/store-snapshot.ts';
import type { Comparer } from '../compare/comparer.ts';
import type { PairDesk } from '../compare/pair-desk.ts';
import { explain, openDatasetFolder } from './dataset-folder.ts';
import { DatasetWriter } from './dataset-writer.ts';

/** One step of writing a dataset; it is in its place once `finished` comes. */
export type DatasetEvent =
  | { readonly kind: 'started'; readonly total: number }
  | { readonly kind: 'report'; readonly id: ReportId; readonly done: number; readonly total: number }
  | { readonly kind: 'finished'; readonly summary: DatasetSummary };

export interface DatasetTools {
  readonly catalog: Catalog;
  readonly store: Store;
  readonly comparer: Comparer;
  readonly pairs: PairDesk;
}

/** Comparisons under way at a time, over all threads: each holds two reports. */
const MOST_UNDER_WAY = 12;

const EVERYTHING = { editions: null, areas: null };

/**
 * Writes the whole library, as it is at this moment, into a folder: tables as CSV, Parquet and SQLite, with their
 * description. Report by report, by edition and then area; whole or not at all: who takes no more events, or an error,
 * leaves nothing behind. The same library gives the same bytes.
 * @throws Problem conflict if the folder holds anything but a former dataset or cannot be written, or if the library
 *   keeps changing; not-found if the library holds no report
 */
export async function* writeDataset(folder: string, tools: DatasetTools): AsyncGenerator<DatasetEvent> {
  const state = await openState(tools.store);
  try {
    const place = await openDatasetFolder(folder);
    try {
      const summary = yield* fillFolder(place.path, state, tools);
      await place.keep();
      yield { kind: 'finished', summary };
    } catch (error) {
      throw explain(error, folder);
    } finally {
      await place.discard();
    }
  } finally {
    await state.snapshot.close();
  }
}

/** One state of the library, with what a snapshot itself cannot be asked for. */
interface LibraryState {
  readonly snapshot: StoreSnapshot;
  readonly findings: readonly FindingRecord[];
  readonly headings: readonly HeadingCount[];
}

async function openState(store: Store): Promise<LibraryState> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const snapshot = await store.openSnapshot();
    const findings = await store.listFindings(EVERYTHING);
    const headings = await store.countHeadings();
    if (store.getRevision() === snapshot.revision) return { snapshot, findings, headings };
    await snapshot.close();
  }
  throw new Problem('conflict', 'Reports are being imported just now; write the dataset once that is done.');
}

async function* fillFolder(
  path: string,
  state: LibraryState,
  { catalog, comparer, pairs }: DatasetTools,
): AsyncGenerator<DatasetEvent, DatasetSummary> {
  const { snapshot } = state;
  const library = await snapshot.getStamp();
  const heads = await snapshot.listHeads();
  if (heads.length === 0) throw new Problem('not-found', 'This library holds no report yet.');
  const writer = await DatasetWriter.open(path, DATASET_TABLES, {
    'variorum.library_version': library.version,
  });
  try {
    yield { kind: 'started', total: heads.length };
    await writer.add(AREAS, listAreaRows(catalog));
    await writer.add(EDITIONS, listEditionRows(catalog, heads));
    await writer.add(TOPICS, listTopicRows(catalog));
    await writer.add(CROSSWALK, listCrosswalkRows(state.headings));
    await writer.add(CROSSWALK_RULES, listRuleRows(catalog));
    await writer.add(FINDINGS, listFindingRows(state.findings));
    const comparisons: Promise<TableRow>[] = [];
    // By edition, as their addresses are ordered: rows that come in the order of their key are cheap to insert.
    const latest = new Map<AreaId, Report>();
    for (const [i, head] of heads.entries()) {
      const report = await readReport(head, snapshot);
      const before = latest.get(report.area);
      if (before !== undefined) {
        const row = compare(before, report, { comparer, pairs });
        // Awaited in its turn; until then a failure must not count as one that nobody looks at.
        row.catch(() => {});
        comparisons.push(row);
      }
      latest.set(report.area, report);
      await writer.add(REPORTS, [toReportRow(report)]);
      await writer.add(SECTIONS, listSectionRows(report));
      await writer.add(PASSAGES, listPassageRows(report));
      await writer.add(PASSAGE_TOPICS, listPassageTopicRows(report));
      while (comparisons.length > MOST_UNDER_WAY) await writer.add(COMPARISONS, await takeFirst(comparisons));
      yield { kind: 'report', id: head, done: i + 1, total: heads.length };
      await nextTurn();
    }
    while (comparisons.length > 0) await writer.add(COMPARISONS, await takeFirst(comparisons));
    const files = await writer.finish();
    const { rows } = writer;
    const readme = renderDatasetReadme(DATASET_TABLES, { library, rows });
    files.push(await writer.addFile('README.md', readme));
    const about = renderDataPackage(DATASET_TABLES, { library, rows, files });
    files.push(await writer.addFile('datapackage.json', about));
    return { library, rows, files };
  } finally {
    await writer.close();
  }
}

async function takeFirst(rows: Promise<TableRow>[]): Promise<TableRow[]> {
  const first = rows.shift();
  return first === undefined ? [] : [await first];
}

/** As the program alone compares them, so that the same library gives the same rows to everybody. */
async function compare(
  left: Report,
  right: Report,
  { comparer, pairs }: Pick<DatasetTools, 'comparer' | 'pairs'>,
): Promise<TableRow> {
  const [kept = null] = await pairs.findCounts([{ left, right, said: [] }]);
  const topics = kept ?? (await comparer.derive(left, right)).topics;
  return toComparisonRow(left, right, sumTopicCounts(topics, null), ALGORITHM);
}

async function readReport(head: ReportHead, snapshot: StoreSnapshot): Promise<Report> {
  const { sections } = await snapshot.readOutline(head);
  const passages = await snapshot.readPassages(head, null);
  if (passages.length !== head.passageCount) {
    throw new Error(`${formatReportId(head)} has ${passages.length} passages, not ${head.passageCount}.`);
  }
  return { ...head, sections, passages, findings: [], boilerplate: [] };
}
