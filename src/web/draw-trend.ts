import { scaleLinear, scalePoint } from 'd3-scale';
import {
  line,
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
} from 'd3-shape';
import type { TrendSeries } from '../workbench/search/find-trend.ts';
import type { TrendMeasure } from './search-view-addresses.ts';

/** A chart's size and margins, in units of its own. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Lines to be drawn, in the chart's units. */
export interface TrendDrawing {
  readonly frame: ChartFrame;
  readonly editions: readonly { readonly year: number; readonly x: number; readonly isGap: boolean }[];
  /** The width of one edition. */
  readonly step: number;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly lines: readonly DrawnLine[];
}

export interface DrawnLine {
  /** The path of the line, broken where an edition could not be counted. */
  readonly path: string;
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly year: number;
    readonly value: number;
  }[];
  /** Where its name stands, apart from the others; null where there is no point. */
  readonly label: { readonly x: number; readonly y: number } | null;
}

const MARKERS: readonly SymbolType[] = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolCross,
];
/** How the lines are dashed, so that they can be told apart without colours. */
export const DASHES: readonly (string | undefined)[] = [undefined, '7 4', '2 4', '11 4 2 4', '4 3'];

/** Labels at the lines' ends keep this distance. */
const LABEL_DISTANCE = 17;

/** The path of a series' marker around 0, 0. */
export function markerPath(series: number, size = 58): string {
  return symbol(MARKERS[series % MARKERS.length] ?? symbolCircle, size)() ?? '';
}

/** From the first edition in which anything could be counted to the last; null where there is none. */
export function drawTrend(
  series: readonly TrendSeries[],
  measure: TrendMeasure,
  frame: ChartFrame,
): TrendDrawing | null {
  const years = listYears(series);
  if (years.length === 0) return null;
  const { width, height, left, right, top, bottom } = frame;
  const x = scalePoint<number>(years, [left, width - right]).padding(0.5);
  const all = series.flatMap(({ points }) => points.flatMap((point) => point[measure] ?? []));
  const most = Math.max(...all, measure === 'rate' ? 0.1 : 1);
  const y = scaleLinear([0, most], [height - bottom, top]).nice(5);
  const at = (year: number): number => x(year) ?? left;
  const counted = new Set(series.flatMap(({ points }) => points.map(({ edition }) => edition)));
  const lines = series.map(({ points }) => {
    const values = new Map(points.map((point) => [point.edition, point[measure]]));
    const pathOf = line<number>()
      .defined((year) => typeof values.get(year) === 'number')
      .x(at)
      .y((year) => y(values.get(year) ?? 0))
      .digits(1);
    return {
      path: pathOf(years) ?? '',
      points: years.flatMap((year) => {
        const value = values.get(year);
        return typeof value === 'number' ? { x: round(at(year)), y: round(y(value)), year, value } : [];
      }),
    };
  });
  const labels = spread(
    lines.map(({ points }) => points.at(-1)?.y ?? null),
    top,
    height - bottom,
  );
  return {
    frame,
    editions: years.map((year) => ({ year, x: round(at(year)), isGap: !counted.has(year) })),
    step: round(x.step()),
    ticks: y
      .ticks(5)
      .filter((value) => measure === 'rate' || Number.isInteger(value))
      .map((value) => ({ value, y: round(y(value)) })),
    lines: lines.map((drawn, i) => {
      const labelY = labels[i] ?? null;
      return { ...drawn, label: labelY === null ? null : { x: round(width - right + 8), y: labelY } };
    }),
  };
}

/** All editions between the first and the last that could be counted, those that could not included. */
function listYears(series: readonly TrendSeries[]): number[] {
  const counted = series.flatMap(({ points }) => points.map(({ edition }) => edition));
  const asked = series.flatMap(({ gaps }) => gaps.map(({ edition }) => edition));
  const first = Math.min(...counted);
  const last = Math.max(...counted);
  const within = [...counted, ...asked].filter((year) => year >= first && year <= last);
  return [...new Set(within)].sort((a, b) => a - b);
}

/** Moves heights apart that are too near to each other, as little as it takes. */
function spread(heights: readonly (number | null)[], top: number, bottom: number): (number | null)[] {
  const placed = heights
    .flatMap((height, i) => (height === null ? [] : { i, height }))
    .sort((a, b) => a.height - b.height);
  const result: (number | null)[] = heights.map(() => null);
  let least = top;
  for (const { i, height } of placed) {
    result[i] = Math.max(height, least);
    least = (result[i] ?? 0) + LABEL_DISTANCE;
  }
  let most = bottom;
  for (const { i } of placed.toReversed()) {
    result[i] = round(Math.min(result[i] ?? 0, most));
    most = (result[i] ?? 0) - LABEL_DISTANCE;
  }
  return result;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
