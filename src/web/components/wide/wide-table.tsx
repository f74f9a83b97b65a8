import { scaleLinear } from 'd3-scale';
import type { Region } from '../../../domain/area.ts';
import type { ChangeCounts } from '../../../domain/change-counts.ts';
import { formatScore } from '../../../domain/describe-pair.ts';
import { NUMBER_NAMES, nameRow } from '../../../domain/describe-wide.ts';
import { sortWideRows } from '../../../domain/sort-wide-rows.ts';
import {
  medianOf,
  numberOf,
  shareOf,
  WIDE_NUMBERS,
  type WideNumber,
  type WideRow,
  type WideView,
} from '../../../domain/wide-view.ts';
import { formatWideChoices, type WideChoices } from '../../../workbench/wide/read-wide-request.ts';
import { comparisonAddress } from '../../addresses.ts';
import { formatNumber } from '../../plain-words.ts';
import { groupByRegion } from './heat-map.tsx';
import { SortHead } from './sort-head.tsx';

const BAR = 100;

/** A row a pair in words, with a bar of what stands and what is gone; sums and medians above. */
export function WideTable({
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
  const { scope } = view;
  const { sort, measure } = choices;
  const rows = sortWideRows(view.rows, sort, measure);
  const width = scaleLinear([0, Math.max(1, ...rows.map(({ counts }) => counts.left.words))], [0, BAR]);
  const heads = nameNumbers(view);
  const draw = (row: WideRow) => <Row view={view} row={row} choices={choices} width={width} />;
  return (
    <section class="table-frame coverage-frame wide-frame" aria-labelledby="wide-caption" tabindex={0}>
      <table class="coverage-table wide-table">
        <caption id="wide-caption">In words</caption>
        <thead>
          <tr>
            <SortHead
              by="area"
              name={scope.kind === 'areas' ? 'Country or area' : 'Editions'}
              choices={choices}
              addressOf={addressOf}
            />
            <SortHead by="share" name={SHARE_HEADS[measure]} choices={choices} addressOf={addressOf} />
            <th scope="col">
              <span class="unseen">Chart: </span>still stand, gone
            </th>
            {WIDE_NUMBERS.map((one) => (
              <SortHead by={one} name={heads[one]} choices={choices} addressOf={addressOf} />
            ))}
          </tr>
        </thead>
        <tbody class="sums">
          <tr>
            <th scope="row">All together</th>
            <Share share={shareOf(view.total, measure)} />
            <td />
            {WIDE_NUMBERS.map((one) => (
              <td>{formatNumber(numberOf(view.total, one))}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">Median</th>
            <Share share={medianOf(rows.map(({ counts }) => shareOf(counts, measure)))} />
            <td />
            {WIDE_NUMBERS.map((one) => (
              <td>{formatNumber(medianOf(rows.map(({ counts }) => numberOf(counts, one))) ?? 0)}</td>
            ))}
          </tr>
        </tbody>
        {scope.kind === 'areas' && sort.by === 'region' ? (
          groupByRegion(rows, regions).map(([region, own]) => (
            <tbody>
              <tr class="group-head">
                <th scope="rowgroup" colspan={WIDE_NUMBERS.length + 3}>
                  <span>{region}</span>
                </th>
              </tr>
              {own.map(draw)}
            </tbody>
          ))
        ) : (
          <tbody>{rows.map(draw)}</tbody>
        )}
      </table>
    </section>
  );
}

const SHARE_HEADS = { kept: 'Still stands', gone: 'Gone', new: 'New' } as const;

function nameNumbers({ scope }: WideView): Readonly<Record<WideNumber, string>> {
  return scope.kind === 'areas'
    ? { ...NUMBER_NAMES, older: `Words ${scope.from}`, newer: `Words ${scope.to}` }
    : NUMBER_NAMES;
}

function Row({
  view,
  row,
  choices,
  width,
}: {
  readonly view: WideView;
  readonly row: WideRow;
  readonly choices: WideChoices;
  readonly width: (words: number) => number;
}) {
  const { left, right, area, counts } = row;
  const query = formatWideChoices({
    topics: choices.topics,
    measure: 'kept',
    sort: { by: 'area', turned: false },
  });
  return (
    <tr>
      <th scope="row">
        <a
          href={comparisonAddress(
            area.id,
            { edition: left.edition, version: null },
            { edition: right.edition, version: null },
            query,
          )}
        >
          {nameRow(view, row)}
        </a>
      </th>
      <Share share={shareOf(counts, choices.measure)} />
      <td>
        <Bar counts={counts} width={width} />
      </td>
      {WIDE_NUMBERS.map((one) => (
        <td>{formatNumber(numberOf(counts, one))}</td>
      ))}
    </tr>
  );
}

function Share({ share }: { readonly share: number | null }) {
  return <td>{share === null ? '–' : formatScore(share)}</td>;
}

/** What still stands is filled, what is gone is open: to be told apart without colour. */
function Bar({
  counts,
  width,
}: {
  readonly counts: ChangeCounts;
  readonly width: (words: number) => number;
}) {
  const kept = round(width(counts.wordsKept));
  const all = round(width(counts.left.words));
  return (
    <svg class="wide-bar" viewBox={`0 0 ${BAR} 10`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-kept" width={kept} height="10" />
      <rect class="bar-gone" x={kept} y="0.5" width={round(all - kept)} height="9" />
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
