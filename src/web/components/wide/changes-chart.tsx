import type { WideRow } from '../../../domain/wide-view.ts';
import { type ChangePart, type ChangesDrawing, drawChanges } from '../../draw-changes.ts';
import type { ChartFrame } from '../../draw-trend.ts';
import { formatCount, formatNumber } from '../../plain-words.ts';

const WIDE: ChartFrame = { width: 860, height: 340, left: 62, right: 12, top: 14, bottom: 40 };
const NARROW: ChartFrame = { width: 350, height: 270, left: 48, right: 6, top: 12, bottom: 40 };

const PART_NAMES: Readonly<Record<ChangePart, string>> = {
  kept: 'stand in both',
  gone: 'only in the older',
  new: 'only in the newer',
};

/** Edition by edition, drawn for a wide and for a narrow page; only one of the two is shown. */
export function ChangesChart({ rows }: { readonly rows: readonly WideRow[] }) {
  return (
    <figure class="trend-figure">
      {(['wide', 'narrow'] as const).map((size) => (
        <Chart drawing={drawChanges(rows, size === 'wide' ? WIDE : NARROW)} size={size} />
      ))}
      <figcaption>
        <ul class="key">
          {(['kept', 'gone', 'new'] as const).map((part) => (
            <li>
              <svg class="part-sign" viewBox="0 0 18 12" aria-hidden="true">
                {part === 'new' ? <Hatch size="key" /> : null}
                <Part part={part} x={1} y={1} width={16} height={10} size="key" />
              </svg>{' '}
              {PART_NAMES[part]}
            </li>
          ))}
          <li>on the left the older report, on the right the newer</li>
        </ul>
      </figcaption>
    </figure>
  );
}

function Chart({ drawing, size }: { readonly drawing: ChangesDrawing; readonly size: 'wide' | 'narrow' }) {
  const { frame, ticks, pairs } = drawing;
  const { width, height, left, right, bottom } = frame;
  const base = height - bottom;
  return (
    <svg
      class={`trend-chart ${size}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`changes-title-${size} changes-desc-${size}`}
    >
      <title id={`changes-title-${size}`}>Words kept, gone and new, edition by edition</title>
      <desc id={`changes-desc-${size}`}>{describe(drawing)}</desc>
      <Hatch size={size} />
      {ticks.map(({ value, y }) => (
        <g>
          <line class="trend-rule" x1={left} x2={width - right} y1={y} y2={y} />
          <text class="trend-tick" x={left - 8} y={y + 4} text-anchor="end">
            {formatNumber(value)}
          </text>
        </g>
      ))}
      {pairs.map(({ from, to, x, parts }) => (
        <g>
          {parts.map(({ words, ...part }) => (
            <Part
              {...part}
              size={size}
              title={`${from} and ${to}: ${formatCount(words, 'word')} ${PART_NAMES[part.part]}`}
            />
          ))}
          <text class="trend-tick" x={x} y={base + 18} text-anchor="middle">
            {size === 'narrow' ? `’${short(from)}` : from}
          </text>
          <text class="trend-tick" x={x} y={base + 33} text-anchor="middle">
            {size === 'narrow' ? `–${short(to)}` : `and ${to}`}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Each drawing has its own: one that is not shown lends none. */
function Hatch({ size }: { readonly size: 'wide' | 'narrow' | 'key' }) {
  return (
    <defs>
      <pattern id={`hatch-${size}`} width="5" height="5" patternUnits="userSpaceOnUse">
        <path class="hatch" d="M-1 6L6 -1M-1 1L1 -1M4 6L6 4" />
      </pattern>
    </defs>
  );
}

function Part({
  part,
  x,
  y,
  width,
  height,
  size,
  title,
}: {
  readonly part: ChangePart;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly size: 'wide' | 'narrow' | 'key';
  readonly title?: string;
}) {
  return (
    <rect
      class={`part-${part}`}
      x={x}
      y={y}
      width={width}
      height={height}
      fill={part === 'new' ? `url(#hatch-${size})` : undefined}
    >
      {title === undefined ? null : <title>{title}</title>}
    </rect>
  );
}

function short(year: number): string {
  return String(year).slice(2);
}

function describe({ pairs }: ChangesDrawing): string {
  const lines = pairs.map(
    ({ from, to, parts }) =>
      `${from} and ${to}: ${(['kept', 'gone', 'new'] as const)
        .map(
          (name) =>
            `${formatNumber(parts.find(({ part }) => part === name)?.words ?? 0)} ${PART_NAMES[name]}`,
        )
        .join(', ')}.`,
  );
  return `${lines.join(' ')} The same numbers stand in the table below.`;
}
