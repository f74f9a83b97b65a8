import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { countGone, countNew } from '../domain/change-counts.ts';
import type { WideRow } from '../domain/wide-view.ts';
import type { ChartFrame } from './draw-trend.ts';

/** What a part of a column stands for: words that both reports have, that only the older has, only the newer. */
export type ChangePart = 'kept' | 'gone' | 'new';

export interface DrawnPart {
  readonly part: ChangePart;
  readonly words: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ChangesDrawing {
  readonly frame: ChartFrame;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly pairs: readonly {
    readonly from: number;
    readonly to: number;
    /** The middle of its columns. */
    readonly x: number;
    readonly parts: readonly DrawnPart[];
  }[];
}

/** Two columns a pair: the older report with what stands and what is gone, the newer with what stands and what is new. */
export function drawChanges(rows: readonly WideRow[], frame: ChartFrame): ChangesDrawing {
  const { width, height, left, right, top, bottom } = frame;
  const x = scaleBand<number>(
    rows.map((_, i) => i),
    [left, width - right],
  ).padding(0.28);
  const columns = rows.flatMap(({ counts }, pair) => {
    const fresh = countNew(counts);
    return [
      { pair, side: 0, kept: counts.wordsKept, gone: countGone(counts), new: 0 },
      { pair, side: 1, kept: counts.right.words - fresh, gone: 0, new: fresh },
    ];
  });
  const most = Math.max(1, ...columns.map(({ kept, gone, new: fresh }) => kept + gone + fresh));
  const y = scaleLinear([0, most], [height - bottom, top]).nice(5);
  const half = x.bandwidth() / 2;
  const parts = stack<(typeof columns)[number], ChangePart>()
    .keys(['kept', 'gone', 'new'])(columns)
    .flatMap((series) =>
      series.map(([low, high], i) => {
        const { pair = 0, side = 0 } = columns[i] ?? {};
        return {
          pair,
          part: series.key,
          words: high - low,
          x: round((x(pair) ?? left) + side * half),
          y: round(y(high)),
          width: round(half * 0.94),
          height: round(y(low) - y(high)),
        };
      }),
    )
    .filter(({ words }) => words > 0);
  return {
    frame,
    ticks: y
      .ticks(5)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: round(y(value)) })),
    pairs: rows.map(({ left: older, right: newer }, i) => ({
      from: older.edition,
      to: newer.edition,
      x: round((x(i) ?? left) + half),
      parts: parts.filter(({ pair }) => pair === i),
    })),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
