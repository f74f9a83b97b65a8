import type { ComparisonView } from '../../domain/comparison-view.ts';
import { nameSide, nameTopic } from '../../domain/describe-pair.ts';
import type { EditionDigest } from '../../domain/edition-digest.ts';
import type { Paper } from '../../domain/paper.ts';
import { describeRemovalsTitle, type GatheredRemovals, WHAT_REMOVALS_ARE } from '../../domain/removals.ts';
import { ABSENCE_NOTE, listSummary } from '../comparison-front-matter.ts';
import { countOf } from '../front-matter.ts';
import { listRemovalsFacts } from '../removals-front-matter.ts';
import { listRemovalsRows, type Quotation, type RemovalsRow } from '../removals-rows.ts';
import { quoteRemovals, removalsAddress, verifyRemovals } from '../verify-comparison.ts';
import { writePrelude } from './pdf-prelude.ts';
import { loadTypst } from './typst-compiler.ts';
import { typstCall, typstJoin, typstString } from './typst-text.ts';
import { DIFFERENCE_PRELUDE, PDF_LEGEND, TYPST_MARKS, typstMarkedUp } from './write-difference.ts';
import { writeHeading } from './write-sections.ts';
import { writeComparisonHashes, writeSides } from './write-sides.ts';
import { attachVerification } from './write-verification.ts';

export interface RemovalsPdfOptions {
  readonly paper: Paper;
  /** Of both editions; without them, none are printed. */
  readonly digests?: readonly EditionDigest[];
}

/**
 * A chart of two columns by topic, older on the left, newer on the right, both quoted and cited.
 * @throws Problem tool-missing if Typst or a font is missing, or Typst fails
 */
export async function renderRemovalsPdf(
  removals: GatheredRemovals,
  options: RemovalsPdfOptions,
): Promise<Uint8Array> {
  return loadTypst().set(writeRemovals(removals, options)).toPdf();
}

/** The Typst source. */
export function writeRemovals(
  removals: GatheredRemovals,
  { paper, digests = [] }: RemovalsPdfOptions,
): string {
  const views = removals.items.flatMap((item) => (item.kind === 'compared' ? [item.view] : []));
  const gaps = removals.items.flatMap((item) => (item.kind === 'gap' ? [item.text] : []));
  const [first] = views;
  const title =
    views.length === 1 && first !== undefined
      ? `${first.area.name}: ${describeRemovalsTitle(removals).toLowerCase()}`
      : describeRemovalsTitle(removals);
  let source = writePrelude({ title, paper }) + DIFFERENCE_PRELUDE + CHART;
  source += `#title()\n${typstCall('say', typstString(WHAT_REMOVALS_ARE))}`;
  source += typstCall('say', `strong(${typstString(ABSENCE_NOTE)})`);
  source += typstCall('small', ...listRemovalsFacts(removals).map(typstString));
  if (removals.filter.only?.includes('edited') === true) source += PDF_LEGEND;
  if (gaps.length > 0) {
    source += `${writeHeading(1, 'Asked for and not here')}${typstCall('list', ...gaps.map(typstString))}`;
  }
  source += `#outline(title:"Contents",depth:${views.length > 3 ? 1 : 2})\n`;
  source += views.map((view) => writeArea(view, removals)).join('');
  const { library, filter } = removals;
  const quoted = views.flatMap((view) => quoteRemovals(view, filter));
  const address = removalsAddress(removals, quoted);
  source += writeComparisonHashes(views, { library, address, digests });
  return source + attachVerification(verifyRemovals({ library, address }, quoted, digests));
}

/** `chart`: the rows of one topic under a repeated line that says which side is which. */
const CHART = `#let chart(older,newer,..cells)=table(columns:(1fr,1fr),stroke:0.5pt+luma(110),inset:6pt,
 table.header(text(9pt,strong(older)),text(9pt,strong(newer))),
 ..cells.pos())
#let quote-cell(body,cite)={set text(9.5pt);par({"“";body;"”"});par({set text(7.5pt);cite})}
#let said(body)=par({set text(9pt);emph(body)})
`;

function writeArea(view: ComparisonView, { filter, from, to }: GatheredRemovals): string {
  const part = `${view.area.name}: removed between ${from} and ${to}`;
  let source = `#pagebreak(weak:true)\n${writeHeading(1, part, part)}${writeSides(view, 2)}`;
  source += `${writeHeading(2, 'Summary')}${typstCall('list', ...listSummary(view).map(typstString))}`;
  let charts = '';
  for (const topic of view.topics) {
    const rows = listRemovalsRows(view, topic, filter, TYPST_MARKS);
    if (rows.length === 0) continue;
    const { removed } = topic.counts;
    charts += writeHeading(2, nameTopic(topic), part);
    charts += typstCall(
      'addr',
      typstString(`${countOf(removed.passages, 'passage')}, ${countOf(removed.words, 'word')} removed`),
    );
    const [older, newer] = (['left', 'right'] as const).map((side) => nameSide(view, side));
    charts += typstCall(
      'chart',
      typstString(`${older}: what stood there`),
      typstString(`${newer}: what comes nearest to it`),
      ...rows.flatMap((row) => [writeQuotation(row.older), writeNewer(row)]),
    );
  }
  return source + (charts === '' ? typstCall('say', '"Nothing was removed."') : charts);
}

function writeQuotation({ text, address, heading }: Quotation): string {
  return `quote-cell(${typstMarkedUp(text)},${typstString(`${address}, ${heading}`)})`;
}

function writeNewer({ change, notes, newer }: RemovalsRow): string {
  const said = `said(${typstString(notes.length === 0 ? `${change}.` : notes.join(' '))})`;
  return newer === null ? said : typstJoin([said, writeQuotation(newer)]);
}
