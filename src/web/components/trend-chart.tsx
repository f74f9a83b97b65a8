import type { TrendSeries } from '../../workbench/search/find-trend.ts';
import { nameQuery } from '../../workbench/search/search-tables.ts';
import { type ChartFrame, DASHES, drawTrend, markerPath, type TrendDrawing } from '../draw-trend.ts';
import { formatNumber } from '../plain-words.ts';
import type { TrendMeasure } from '../search-view-addresses.ts';

const WIDE: ChartFrame = { width: 860, height: 360, left: 58, right: 190, top: 16, bottom: 48 };
const NARROW: ChartFrame = { width: 350, height: 280, left: 46, right: 24, top: 14, bottom: 44 };
const LETTERS = 'ABCDE';
const LONGEST_LABEL = 22;

export const MEASURE_WORDS: Readonly<Record<TrendMeasure, string>> = {
  passages: 'Passages',
  reports: 'Reports with a hit',
  rate: 'Passages per 100,000 words',
};

export function letterOf(series: number): string {
  return LETTERS[series] ?? '?';
}

/** 12,345 or, where parts of one matter, 12.3. */
export function formatValue(value: number, measure: TrendMeasure): string {
  return measure === 'rate' && value < 1_000 ? value.toFixed(value < 10 ? 2 : 1) : formatNumber(value);
}

/** A line for each query, drawn for a wide and for a narrow page; only one of the two is shown. */
export function TrendChart({
  series,
  measure,
}: {
  readonly series: readonly TrendSeries[];
  readonly measure: TrendMeasure;
}) {
  return (
    <>
      {(['wide', 'narrow'] as const).map((size) => {
        const drawing = drawTrend(series, measure, size === 'wide' ? WIDE : NARROW);
        return drawing === null ? null : (
          <Chart drawing={drawing} series={series} measure={measure} size={size} />
        );
      })}
    </>
  );
}

function Chart({
  drawing,
  series,
  measure,
  size,
}: {
  readonly drawing: TrendDrawing;
  readonly series: readonly TrendSeries[];
  readonly measure: TrendMeasure;
  readonly size: 'wide' | 'narrow';
}) {
  const { frame, editions, ticks, lines, step } = drawing;
  const { width, height, left, right, top, bottom } = frame;
  const base = height - bottom;
  // Where the years would touch, they lose their century, and then every other one its label.
  const isTight = step < 40;
  const every = step < 24 ? 2 : 1;
  return (
    <svg
      class={`trend-chart ${size}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`trend-title-${size} trend-desc-${size}`}
    >
      <title id={`trend-title-${size}`}>{MEASURE_WORDS[measure]} by edition</title>
      <desc id={`trend-desc-${size}`}>{describeChart(series, measure)}</desc>
      {editions.map(({ x, isGap }) =>
        isGap ? <rect class="trend-gap" x={x - step / 2} y={top} width={step} height={base - top} /> : null,
      )}
      {ticks.map(({ value, y }) => (
        <g>
          <line class="trend-rule" x1={left} x2={width - right} y1={y} y2={y} />
          <text class="trend-tick" x={left - 8} y={y + 4} text-anchor="end">
            {measure === 'rate' ? value : formatNumber(value)}
          </text>
        </g>
      ))}
      {editions.map(({ year, x, isGap }, i) => (
        <g>
          {i % every === 0 || isGap ? (
            <text class="trend-tick" x={x} y={base + 20} text-anchor="middle">
              {isTight ? `’${String(year).slice(2)}` : year}
            </text>
          ) : null}
          {isGap && size === 'wide' ? (
            <text class="trend-tick gap" x={x} y={base + 37} text-anchor="middle">
              no count
            </text>
          ) : null}
        </g>
      ))}
      {lines.map(({ path, points, label }, i) => (
        <g class={`trend-series series-${i}`}>
          <path class="trend-line" d={path} stroke-dasharray={DASHES[i]} />
          {points.map(({ x, y, year, value }) => (
            <path class="trend-marker" d={markerPath(i)} transform={`translate(${x} ${y})`}>
              <title>
                {nameOf(series[i])}, {year}: {formatValue(value, measure)}
              </title>
            </path>
          ))}
          {label === null || (size === 'narrow' && lines.length === 1) ? null : (
            <text class="trend-label" x={label.x} y={label.y + 4}>
              {lines.length === 1 ? '' : `${letterOf(i)} `}
              {size === 'wide' ? shorten(nameOf(series[i])) : ''}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** The line and marker of a series, for the list of queries. */
export function SeriesSign({ series }: { readonly series: number }) {
  return (
    <svg class={`series-sign trend-series series-${series}`} viewBox="0 0 46 16" aria-hidden="true">
      <path class="trend-line" d="M1 8H45" stroke-dasharray={DASHES[series]} />
      <path class="trend-marker" d={markerPath(series)} transform="translate(23 8)" />
    </svg>
  );
}

function describeChart(series: readonly TrendSeries[], measure: TrendMeasure): string {
  const lines = series.map(({ query, points }) => {
    const values = points.flatMap((point) => {
      const value = point[measure];
      return value === null ? [] : `${point.edition}: ${formatValue(value, measure)}`;
    });
    return `“${nameQuery(query)}”: ${values.join(', ')}.`;
  });
  return `${lines.join(' ')} The same numbers stand in the table below.`;
}

function nameOf(series: TrendSeries | undefined): string {
  return series === undefined ? '' : nameQuery(series.query);
}

function shorten(text: string): string {
  return text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text;
}
