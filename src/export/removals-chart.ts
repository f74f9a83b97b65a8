import type { ComparisonFilter } from '../domain/comparison-filter.ts';
import { type ComparisonView, sideText } from '../domain/comparison-view.ts';
import { describeAbsence, formatScore, NOTHING_NEAR, nameSide, nameTopic } from '../domain/describe-pair.ts';
import type { QuotedPassages } from '../domain/verification.ts';
import { listSides, listSummary } from './comparison-front-matter.ts';
import { countOf } from './front-matter.ts';
import { listNewer, listOlder, type MarkedPiece, TEXT_MARKS } from './mark-difference.ts';
import { listRemovalsRows, type Quotation, type RemovalsRow } from './removals-rows.ts';
import { quoteRemovals } from './verify-comparison.ts';

/** A passage quoted with where it stands, its marks as pieces. */
export interface ChartQuote {
  readonly pieces: readonly MarkedPiece[];
  readonly address: string;
  readonly heading: string;
}

export interface ChartRow {
  readonly older: ChartQuote;
  /** What became of it: where it was looked for and what comes nearest, or how much of it stands. */
  readonly notes: readonly string[];
  readonly newer: ChartQuote | null;
}

export interface ChartTopic {
  readonly name: string;
  /** How much was removed, and whether the newer report still has text on the topic. */
  readonly said: string;
  readonly rows: readonly ChartRow[];
}

/** The removals of one area as they are drawn: a plain value, with no more text than is shown. */
export interface RemovalsChart {
  readonly area: string;
  readonly sides: ReturnType<typeof listSides>;
  readonly columns: readonly [string, string];
  readonly summary: readonly string[];
  readonly topics: readonly ChartTopic[];
  /** What of both reports is quoted. */
  readonly quoted: readonly QuotedPassages[];
}

export function chartRemovals(view: ComparisonView, filter: ComparisonFilter): RemovalsChart {
  return {
    area: view.area.name,
    sides: listSides(view),
    columns: [
      `${nameSide(view, 'left')}: what stood there`,
      `${nameSide(view, 'right')}: what comes nearest to it`,
    ],
    summary: listSummary(view),
    quoted: quoteRemovals(view, filter),
    topics: view.topics.flatMap((topic) => {
      const rows = listRemovalsRows(view, topic, filter, TEXT_MARKS);
      if (rows.length === 0) return [];
      const { removed } = topic.counts;
      const notes = rows.flatMap(({ pair }) =>
        pair.absence === null ? [] : describeAbsence(view, pair).topics,
      );
      const counted = `${countOf(removed.passages, 'passage')}, ${countOf(removed.words, 'word')} removed.`;
      return [
        {
          name: nameTopic(topic),
          said: [counted, ...new Set(notes)].join(' '),
          rows: rows.map((row) => toChartRow(view, row)),
        },
      ];
    }),
  };
}

function toChartRow(view: ComparisonView, row: RemovalsRow): ChartRow {
  const { pair, change, older, newer, nearest } = row;
  const { difference } = pair;
  const left = sideText(view, pair, 'left');
  const right = sideText(view, pair, 'right');
  return {
    older: quote(older, difference === null ? plain(left) : listOlder(difference, left)),
    notes:
      pair.absence === null
        ? [`${change}.`]
        : [describeAbsence(view, pair).looked, describeNearest(nearest, newer !== null)],
    newer:
      newer === null
        ? null
        : quote(newer, difference === null ? plain(newer.text) : listNewer(difference, right)),
  };
}

function describeNearest(nearest: RemovalsRow['nearest'], quoted: boolean): string {
  if (nearest === null || nearest.score === 0) return NOTHING_NEAR;
  const { score, address } = nearest;
  return `Nearest, ${formatScore(score)} alike: ${quoted ? 'quoted below' : `${address}, little more than common words`}.`;
}

function quote({ address, heading }: Quotation, pieces: readonly MarkedPiece[]): ChartQuote {
  return { address, heading, pieces };
}

function plain(text: string): MarkedPiece[] {
  return [{ kind: 'plain', text }];
}
