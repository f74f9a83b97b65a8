import { scaleQuantize } from 'd3-scale';
import { raw } from 'hono/html';
import type { Region } from '../../../domain/area.ts';
import type { ChangeCounts } from '../../../domain/change-counts.ts';
import { nameTopic } from '../../../domain/describe-pair.ts';
import { formatShare, MEASURE_MEANINGS, nameRow } from '../../../domain/describe-wide.ts';
import { sortWideRows } from '../../../domain/sort-wide-rows.ts';
import type { Topic } from '../../../domain/topic.ts';
import {
  medianOf,
  shareOf,
  type WideMeasure,
  type WideRow,
  type WideView,
} from '../../../domain/wide-view.ts';
import type { WideChoices } from '../../../workbench/wide/read-wide-request.ts';
import { comparisonAddress } from '../../addresses.ts';
import { SortHead } from './sort-head.tsx';

const SHADES = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Nine shades from nothing to all; the number in the cell says the same and more. */
const shadeOf = scaleQuantize<(typeof SHADES)[number]>([0, 1], SHADES);

/** Rows × topics: a share in each cell, leading to the comparison it is of. */
export function HeatMap({
  view,
  regions,
  choices,
  addressOf,
}: {
  readonly view: WideView;
  readonly regions: readonly Region[];
  readonly choices: WideChoices;
  readonly addressOf: (changed: Partial<WideChoices>) => string;
}) {
  const { topics, scope } = view;
  const { measure, sort } = choices;
  const rows = sortWideRows(view.rows, sort, measure);
  const byRegion = scope.kind === 'areas' && sort.by === 'region';
  const first = scope.kind === 'areas' ? 'Country or area' : 'Editions';
  return (
    <section class="table-frame coverage-frame heat-frame" aria-labelledby="heat-caption" tabindex={0}>
      <table class="coverage-table heat-table">
        <caption id="heat-caption">By topic: {MEASURE_MEANINGS[measure]}</caption>
        <thead>
          <tr>
            <SortHead by="area" name={first} choices={choices} addressOf={addressOf} />
            <SortHead
              by="share"
              name={view.narrowedTo === null ? 'All topics' : 'Together'}
              choices={choices}
              addressOf={addressOf}
              turned={true}
            />
            {topics.map((topic) =>
              topic === null ? (
                <th scope="col">
                  <span class="turned">{nameTopic({ topic })}</span>
                </th>
              ) : (
                <SortHead
                  by={topic.id}
                  name={topic.label}
                  choices={choices}
                  addressOf={addressOf}
                  turned={true}
                />
              ),
            )}
          </tr>
        </thead>
        <tbody class="sums">
          <SumRow name="All together" measure={measure} counts={listCells(view, null)} />
          <MedianRow view={view} measure={measure} />
        </tbody>
        {byRegion ? (
          groupByRegion(rows, regions).map(([region, own]) => (
            <tbody>
              <tr class="group-head">
                <th scope="rowgroup" colspan={topics.length + 2}>
                  <span>{region}</span>
                </th>
              </tr>
              {own.map((row) => (
                <Row view={view} row={row} measure={measure} />
              ))}
            </tbody>
          ))
        ) : (
          <tbody>
            {rows.map((row) => (
              <Row view={view} row={row} measure={measure} />
            ))}
          </tbody>
        )}
      </table>
    </section>
  );
}

/** What the shades and signs mean. */
export function HeatKey({ measure }: { readonly measure: WideMeasure }) {
  const other = measure === 'new' ? 'older' : 'newer';
  return (
    <ul class="key heat-key" aria-label="Signs">
      <li>
        <span class="shades" aria-hidden="true">
          {SHADES.map((shade) => (
            <span class={`shade h${shade}`}>{shade === 0 ? '0' : shade === 8 ? '100' : ''}</span>
          ))}
        </span>
        per cent: the fuller the shade, the more
      </li>
      <li>
        <span class="sign">+</span> only the {other} report has text under this topic
      </li>
      <li>
        <span class="sign">–</span> neither has
      </li>
    </ul>
  );
}

/** Written by hand: there are some ten thousand cells, and nothing in them but numbers and ids. */
function Row({
  view,
  row,
  measure,
}: {
  readonly view: WideView;
  readonly row: WideRow;
  readonly measure: WideMeasure;
}) {
  const { left, right, area } = row;
  const pair = [
    { edition: left.edition, version: null },
    { edition: right.edition, version: null },
  ] as const;
  const whole = comparisonAddress(area.id, ...pair);
  const cells = [
    writeCell(row.counts, measure, whole),
    ...view.topics.map((topic) =>
      writeCell(row.byTopic.get(topic?.id ?? null), measure, narrowTo(whole, topic)),
    ),
  ];
  return (
    <tr>
      <th scope="row">
        <a href={whole}>{nameRow(view, row)}</a>
      </th>
      {raw(cells.join(''))}
    </tr>
  );
}

function narrowTo(address: string, topic: Topic | null): string {
  return topic === null ? `${address}#topic-none` : `${address}?topics=${encodeURIComponent(topic.id)}`;
}

function writeCell(counts: ChangeCounts | undefined, measure: WideMeasure, address: string): string {
  const share = shareOf(counts, measure);
  if (share !== null)
    return `<td class="h${shadeOf(share)}"><a href="${address}">${formatShare(share).replace('<', '&lt;')}</a></td>`;
  return counts === undefined || counts.left.words + counts.right.words === 0
    ? '<td>–</td>'
    : `<td><a href="${address}">+</a></td>`;
}

function listCells(view: WideView, row: WideRow | null): (ChangeCounts | undefined)[] {
  const byTopic = row === null ? view.totalByTopic : row.byTopic;
  return [
    row === null ? view.total : row.counts,
    ...view.topics.map((topic) => byTopic.get(topic?.id ?? null)),
  ];
}

function SumRow({
  name,
  measure,
  counts,
}: {
  readonly name: string;
  readonly measure: WideMeasure;
  readonly counts: readonly (ChangeCounts | undefined)[];
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {counts.map((one) => (
        <ShareCell share={shareOf(one, measure)} />
      ))}
    </tr>
  );
}

function MedianRow({ view, measure }: { readonly view: WideView; readonly measure: WideMeasure }) {
  const columns = view.rows.map((row) => listCells(view, row).map((counts) => shareOf(counts, measure)));
  return (
    <tr>
      <th scope="row">Median</th>
      {listCells(view, null).map((_, i) => (
        <ShareCell share={medianOf(columns.map((shares) => shares[i] ?? null))} />
      ))}
    </tr>
  );
}

function ShareCell({ share }: { readonly share: number | null }) {
  return share === null ? <td>–</td> : <td class={`h${shadeOf(share)}`}>{formatShare(share)}</td>;
}

/** By the regions' names. */
export function groupByRegion(
  rows: readonly WideRow[],
  regions: readonly Region[],
): readonly (readonly [string, readonly WideRow[]])[] {
  const groups = new Map<string, WideRow[]>();
  for (const row of rows) {
    const own = groups.get(row.area.region);
    if (own === undefined) groups.set(row.area.region, [row]);
    else own.push(row);
  }
  return [...groups].map(([id, own]) => [regions.find((one) => one.id === id)?.name ?? id, own]);
}
