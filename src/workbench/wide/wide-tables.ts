import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import type { Catalog } from '../../domain/catalog.ts';
import { type ChangeCounts, countGone, countNew } from '../../domain/change-counts.ts';
import { nameTopic } from '../../domain/describe-pair.ts';
import {
  describeWideCorrections,
  describeWideTitle,
  describeWideTotal,
  formatShare,
  NUMBER_NAMES,
  nameRow,
  WIDE_LEGEND,
} from '../../domain/describe-wide.ts';
import { describeGap, groupGaps } from '../../domain/gap.ts';
import { formatSort, sortWideRows } from '../../domain/sort-wide-rows.ts';
import {
  medianOf,
  numberOf,
  shareOf,
  WIDE_NUMBERS,
  type WideRow,
  type WideView,
} from '../../domain/wide-view.ts';
import { type DataTable, renderTable } from '../../export/render-table.ts';
import type { WideChoices } from './read-wide-request.ts';

/** The formats many comparisons can be had in as a file; as a page they are a page of the site. */
export const WIDE_FORMATS = ['json', 'csv', 'md'] as const;
export type WideFormat = (typeof WIDE_FORMATS)[number];

type Cell = string | number | null;

/** JSON: everything. CSV: a row for each topic of each pair. Markdown: a row for each pair, for readers. */
export function renderWide(
  view: WideView,
  choices: WideChoices,
  format: WideFormat,
  catalog: Catalog,
): string {
  const rows = sortWideRows(view.rows, choices.sort, choices.measure);
  // Without indentation: it is for programs, and there are ten thousand cells.
  if (format === 'json') return `${JSON.stringify(toJson(view, rows, choices, catalog))}\n`;
  const head = { title: describeWideTitle(view), notes: listWideNotes(view, catalog), json: {} };
  return renderTable(
    format === 'md'
      ? { ...head, ...tabulatePairs(view, rows) }
      : { ...head, ...tabulateTopics(view, rows, catalog) },
    format,
  );
}

/** What has to be said with the numbers, wherever they stand. */
export function listWideNotes(view: WideView, catalog: Catalog): readonly string[] {
  return [
    ...describeWideTotal(view),
    ABSENCE_NOTE,
    ...[describeWideCorrections(view)].filter((note) => note !== null),
    ...groupGaps(view.gaps, catalog).flatMap(({ heading, lines }) =>
      lines.map(({ text }) => `${heading}. ${text}.`),
    ),
    ...(view.neitherHeld === 0
      ? []
      : [`Of ${view.neitherHeld} more, neither report is held in this library.`]),
    WIDE_LEGEND,
    `Counted in version ${view.library.version} of the library, way of comparing ${view.algorithm}.`,
  ];
}

/** A row a pair, then the sums and the medians; also what the command line prints. */
export function tabulatePairs(view: WideView, rows: readonly WideRow[]): Pick<DataTable, 'columns' | 'rows'> {
  const percent = (share: number | null): Cell => (share === null ? '–' : `${formatShare(share)}%`);
  const numbers = (counts: ChangeCounts): number[] => WIDE_NUMBERS.map((one) => numberOf(counts, one));
  const medians = WIDE_NUMBERS.map((one) => medianOf(rows.map(({ counts }) => numberOf(counts, one))));
  return {
    columns: [
      view.scope.kind === 'areas' ? 'Country or area' : 'Editions',
      ...WIDE_NUMBERS.map((one) => NUMBER_NAMES[one]),
      'Share that still stands',
    ],
    rows: [
      ...rows.map((row) => [
        nameRow(view, row),
        ...numbers(row.counts),
        percent(shareOf(row.counts, 'kept')),
      ]),
      ['All together', ...numbers(view.total), percent(shareOf(view.total, 'kept'))],
      ['Median', ...medians, percent(medianOf(rows.map(({ counts }) => shareOf(counts, 'kept'))))],
    ],
  };
}

function tabulateTopics(
  view: WideView,
  rows: readonly WideRow[],
  catalog: Catalog,
): Pick<DataTable, 'columns' | 'rows'> {
  const asked = view.narrowedTo?.map(({ id }) => id).join(' ') ?? '';
  const about: Cell[] = [asked, view.library.version, view.algorithm, ABSENCE_NOTE];
  return {
    columns: [
      'from',
      'to',
      'area',
      'area_name',
      'region',
      'state',
      'topic',
      'topic_label',
      'older_passages',
      'older_words',
      'kept_words',
      'gone_words',
      'same_passages',
      'same_words',
      'reworded_passages',
      'reworded_words',
      'moved_passages',
      'moved_words',
      'removed_passages',
      'removed_words',
      'newer_passages',
      'newer_words',
      'new_words',
      'added_passages',
      'added_words',
      'older_version',
      'newer_version',
      'topics_asked',
      'library',
      'algorithm',
      'note',
    ],
    rows: [
      ...rows.flatMap((row) =>
        listTopics(view, row).map(([topic, label, counts]) => [
          row.left.edition,
          row.right.edition,
          row.area.id,
          row.area.name,
          row.area.region,
          'compared',
          topic,
          label,
          ...listCounts(counts),
          row.left.version,
          row.right.version,
          ...about,
        ]),
      ),
      ...view.gaps.map(({ edition, area, reason }) => [
        view.scope.kind === 'areas' ? view.scope.from : edition,
        view.scope.kind === 'areas' ? view.scope.to : null,
        area,
        catalog.getArea(area).name,
        catalog.getArea(area).region,
        `${reason}: ${edition}`,
        ...Array.from({ length: 21 }, () => null),
        ...about,
      ]),
    ],
  };
}

/** In the order for readers; what leads to no topic last. */
function listTopics(view: WideView, row: WideRow): (readonly [string, string, ChangeCounts])[] {
  return view.topics.flatMap((topic) => {
    const counts = row.byTopic.get(topic?.id ?? null);
    return counts === undefined ? [] : [[topic?.id ?? '', nameTopic({ topic }), counts] as const];
  });
}

function listCounts(counts: ChangeCounts): number[] {
  const { left, right, same, edited, moved, removed, added, wordsKept } = counts;
  return [
    left.passages,
    left.words,
    wordsKept,
    countGone(counts),
    ...[same.left, edited.left, moved, removed].flatMap(({ passages, words }) => [passages, words]),
    right.passages,
    right.words,
    countNew(counts),
    added.passages,
    added.words,
  ];
}

function toJson(
  view: WideView,
  rows: readonly WideRow[],
  { measure, sort }: WideChoices,
  catalog: Catalog,
): DataTable['json'] {
  const { scope, library, algorithm, total, narrowedTo, topics, gaps, neitherHeld, corrections } = view;
  const share = (counts: ChangeCounts) => ({
    kept: round(shareOf(counts, 'kept')),
    gone: round(shareOf(counts, 'gone')),
    new: round(shareOf(counts, 'new')),
  });
  const numbers = (counts: ChangeCounts) => ({
    ...counts,
    wordsGone: countGone(counts),
    wordsNew: countNew(counts),
    share: share(counts),
  });
  const medians = (of: readonly (ChangeCounts | undefined)[]) => ({
    kept: round(medianOf(of.map((counts) => shareOf(counts, 'kept')))),
    gone: round(medianOf(of.map((counts) => shareOf(counts, 'gone')))),
    new: round(medianOf(of.map((counts) => shareOf(counts, 'new')))),
  });
  return {
    title: describeWideTitle(view),
    note: ABSENCE_NOTE,
    notes: listWideNotes(view, catalog),
    library: { version: library.version, reports: library.reports },
    algorithm,
    corrections,
    scope:
      scope.kind === 'areas'
        ? { from: scope.from, to: scope.to }
        : { area: { id: scope.area.id, name: scope.area.name } },
    topicsAsked: narrowedTo?.map(({ id }) => id) ?? null,
    measure,
    sort: formatSort(sort),
    pairs: rows.length,
    total: numbers(total),
    medianShare: medians(rows.map(({ counts }) => counts)),
    topics: topics.map((topic) => {
      const id = topic?.id ?? null;
      const of = rows.map(({ byTopic }) => byTopic.get(id));
      const counts = view.totalByTopic.get(id);
      return {
        topic: id,
        label: nameTopic({ topic }),
        pairs: of.filter((one) => one !== undefined).length,
        ...(counts === undefined ? {} : { total: numbers(counts) }),
        medianShare: medians(of),
      };
    }),
    rows: rows.map((row) => ({
      area: row.area.id,
      areaName: row.area.name,
      region: row.area.region,
      from: { edition: row.left.edition, version: row.left.version },
      to: { edition: row.right.edition, version: row.right.version },
      ...numbers(row.counts),
      topics: listTopics(view, row).map(([topic, , counts]) => ({
        topic: topic === '' ? null : topic,
        ...numbers(counts),
      })),
    })),
    gaps: gaps.map((gap) => ({
      edition: gap.edition,
      area: gap.area,
      reason: gap.reason,
      text: describeGap(gap, catalog),
    })),
    neitherHeld,
  };
}

/** Four decimals. */
function round(share: number | null): number | null {
  return share === null ? null : Math.round(share * 10_000) / 10_000;
}
