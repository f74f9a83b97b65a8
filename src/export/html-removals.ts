import type { ComparisonFilter } from '../domain/comparison-filter.ts';
import { type ComparisonView, pairId, type Side, type TopicChanges } from '../domain/comparison-view.ts';
import { describeApplied, listPairCorrections } from '../domain/corrected-comparison.ts';
import { describeAbsence, formatScore, NOTHING_NEAR, nameSide, nameTopic } from '../domain/describe-pair.ts';
import type { Passage } from '../domain/passage.ts';
import { countOf } from './front-matter.ts';
import { escapeAttribute, escapeText, renderSideCite } from './html-passage.ts';
import { HTML_MARKS, topicAnchor } from './html-redline.ts';
import { listRemovalsRows, type Quotation, type RemovalsRow } from './removals-rows.ts';

/** How a removals chart is drawn. */
export interface RemovalsTableOptions {
  readonly filter: ComparisonFilter;
  /** Where a passage can be read in its report. */
  readonly addressOf: (side: Side, passage: Passage) => string;
  /** Where passages of one side are cited. */
  readonly citeOf: (side: Side, passages: readonly Passage[]) => string;
  /** Stands before every id, where a page has several tables. */
  readonly idPrefix?: string;
}

/**
 * A table of two columns, a group of rows for each topic; empty if there is nothing to show. Its roles are written
 * out: where a style lays rows one below the other, as on a phone, browsers no longer take it for a table.
 */
export function renderRemovalsTable(view: ComparisonView, options: RemovalsTableOptions): string {
  let groups = '';
  for (const topic of view.topics) groups += renderTopic(view, topic, options);
  if (groups === '') return '';
  const [older, newer] = listHeadings(view);
  return `<table class="removals-table" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${older}</th><th scope="col" role="columnheader">${newer}</th></tr></thead>
${groups}</table>
`;
}

function listHeadings(view: ComparisonView): readonly [string, string] {
  return [
    escapeText(`${nameSide(view, 'left')}: what stood there`),
    escapeText(`${nameSide(view, 'right')}: what comes nearest to it`),
  ];
}

function renderTopic(view: ComparisonView, topic: TopicChanges, options: RemovalsTableOptions): string {
  const rows = listRemovalsRows(view, topic, options.filter, HTML_MARKS);
  if (rows.length === 0) return '';
  const { removed } = topic.counts;
  const said = [
    `${countOf(removed.passages, 'passage')}, ${countOf(removed.words, 'word')} removed.`,
    ...listTopicNotes(view, rows),
  ].join(' ');
  const [older, newer] = listHeadings(view).map((heading) => heading.replaceAll('"', '&quot;'));
  const prefix = escapeAttribute(options.idPrefix ?? '');
  let html = `<tbody role="rowgroup">\n<tr class="topic-row" role="row"><th scope="rowgroup" role="rowheader" colspan="2" aria-colspan="2" id="${prefix}${topicAnchor(topic)}">${escapeText(nameTopic(topic))} <small>${escapeText(said)}</small></th></tr>\n`;
  for (const row of rows) {
    html += `<tr role="row" id="${prefix}${escapeAttribute(pairId(view, row.pair))}"><td role="cell" data-heading="${older}">${quote(row.older, 'left', options)}</td><td role="cell" data-heading="${newer}">${renderNewer(view, row, options)}${renderCorrections(view, row)}</td></tr>\n`;
  }
  return `${html}</tbody>\n`;
}

/** Whether the newer report still has text on the topics of these passages, each said once. */
function listTopicNotes(view: ComparisonView, rows: readonly RemovalsRow[]): string[] {
  const notes = rows.flatMap(({ pair }) => describeAbsence(view, pair).topics);
  return [...new Set(notes)];
}

function renderCorrections(view: ComparisonView, { pair }: RemovalsRow): string {
  return listPairCorrections(view, pair)
    .map((one) => `<p class="correction">${escapeText(describeApplied(view, one))}</p>`)
    .join('');
}

function renderNewer(view: ComparisonView, row: RemovalsRow, options: RemovalsTableOptions): string {
  const { pair, change, newer, nearest } = row;
  if (pair.absence === null) {
    return `<p class="removal-note">${escapeText(change)}.</p>${newer === null ? '' : quote(newer, 'right', options)}`;
  }
  const count = view.right.passages.length;
  const where = count === 1 ? 'the one passage' : `any of the ${countOf(count, 'passage')}`;
  const side = escapeText(nameSide(view, 'right'));
  const looked = `<p class="removal-note">${count === 0 ? `${side} has no passage at all.` : `Not found in ${where} of ${side}.`}</p>`;
  if (nearest === null || nearest.score === 0) return `${looked}<p class="removal-note">${NOTHING_NEAR}</p>`;
  const address = escapeAttribute(options.addressOf('right', nearest.passage));
  const near = `Nearest, ${formatScore(nearest.score)} alike: <a href="${address}"><code>${escapeText(nearest.address)}</code></a>`;
  return `${looked}<p class="removal-note">${near}${newer === null ? ', little more than common words.' : ''}</p>${newer === null ? '' : quote(newer, 'right', options)}`;
}

function quote({ text, address, heading, passages }: Quotation, side: Side, options: RemovalsTableOptions) {
  const [first] = passages;
  const name = `<code>${escapeText(address)}</code>`;
  const link =
    first === undefined ? name : `<a href="${escapeAttribute(options.addressOf(side, first))}">${name}</a>`;
  const cite = first === undefined ? '' : renderSideCite(options.citeOf(side, passages), address);
  return `<blockquote>${text}</blockquote><p class="removal-cite">${link}${cite} ${escapeText(heading)}</p>`;
}
