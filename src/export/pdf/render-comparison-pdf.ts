import type { Pair } from '../../domain/comparison.ts';
import { type ComparisonFilter, listRows } from '../../domain/comparison-filter.ts';
import {
  type ComparisonView,
  findSection,
  listPassages,
  type Side,
  sideText,
  type TopicChanges,
} from '../../domain/comparison-view.ts';
import {
  describeAbsence,
  describePair,
  describeTitle,
  HOW_TO_READ,
  nameSection,
  nameSide,
  nameTopic,
} from '../../domain/describe-pair.ts';
import type { EditionDigest } from '../../domain/edition-digest.ts';
import type { Paper } from '../../domain/paper.ts';
import {
  ABSENCE_NOTE,
  citePassages,
  collectPassages,
  listScope,
  listSummary,
  WHAT_A_COMPARISON_IS,
} from '../comparison-front-matter.ts';
import { countOf } from '../front-matter.ts';
import { markNewer, markOlder } from '../mark-difference.ts';
import { comparisonAddress, verifyComparison } from '../verify-comparison.ts';
import { writePrelude } from './pdf-prelude.ts';
import { loadTypst } from './typst-compiler.ts';
import { typstCall, typstString } from './typst-text.ts';
import { DIFFERENCE_PRELUDE, PDF_LEGEND, TYPST_MARKS, typstMarkedUp } from './write-difference.ts';
import { writeHeading } from './write-sections.ts';
import { writeComparisonHashes, writeSides } from './write-sides.ts';
import { attachVerification } from './write-verification.ts';

export interface ComparisonPdfOptions {
  readonly filter: ComparisonFilter;
  readonly paper: Paper;
  /** Of both editions; without them, none are printed. */
  readonly digests?: readonly EditionDigest[];
}

/**
 * Two columns, the older report on the left; a sign in the margin and marks in the text that a monochrome printer keeps.
 * @throws Problem tool-missing if Typst or a font is missing, or Typst fails
 */
export async function renderComparisonPdf(
  view: ComparisonView,
  options: ComparisonPdfOptions,
): Promise<Uint8Array> {
  return loadTypst().set(writeComparison(view, options)).toPdf();
}

/** The Typst source. */
export function writeComparison(
  view: ComparisonView,
  { filter, paper, digests = [] }: ComparisonPdfOptions,
): string {
  const title = describeTitle(view);
  let source = writePrelude({ title, paper }) + DIFFERENCE_PRELUDE + PAIRS;
  source += '#title()\n';
  source += typstCall('say', typstString(WHAT_A_COMPARISON_IS));
  source += typstCall('say', `strong(${typstString(ABSENCE_NOTE)})`);
  source += writeSides(view);
  source += `${writeHeading(1, 'Summary')}${typstCall('list', ...listSummary(view).map(typstString))}`;
  source += typstCall('small', ...listScope(view, filter).map(typstString));
  source += HOW_TO_READ.map((line) => typstCall('small', typstString(line))).join('') + PDF_LEGEND;
  source += '#outline(title:"Contents",depth:1)\n';
  const topics = view.topics.map((topic) => writeTopic(view, topic, filter, title)).join('');
  source +=
    topics === '' ? typstCall('say', '"There is nothing to be shown of what was asked for."') : topics;
  source += writeComparisonHashes([view], {
    library: view.library,
    address: comparisonAddress(view),
    digests,
  });
  return source + attachVerification(verifyComparison(view, filter, digests));
}

/** `pair`: a line on what happened, then both sides in columns with a sign in the margin. */
const PAIRS = `#let pair(sign,what,left,right)={
 block(sticky:true,above:1.1em,below:0.4em,{side(text(11pt,fill:black,strong(sign)),-31pt);text(8.5pt,strong(what))})
 grid(columns:(1fr,1fr),column-gutter:14pt,left,right)
}
#let col(cite,body)={block(sticky:true,below:0.6em,text(7.5pt,cite));par({set text(9.5pt);body})}
#let kept(body)=par({set text(8.5pt);body})
`;

function writeTopic(
  view: ComparisonView,
  topic: TopicChanges,
  filter: ComparisonFilter,
  title: string,
): string {
  const rows = listRows(topic.pairs, filter);
  if (rows.length === 0) return '';
  let source = writeHeading(1, nameTopic(topic), title);
  for (const row of rows) {
    source += row.kind === 'pair' ? writePair(view, row.pair) : writeKept(view, row.pairs);
  }
  return source;
}

function writeKept(view: ComparisonView, pairs: readonly Pair[]): string {
  const older = collectPassages(view, pairs, 'left');
  const [left, right] = (['left', 'right'] as const).map((side) =>
    citePassages(view, side, collectPassages(view, pairs, side)),
  );
  return typstCall(
    'kept',
    typstString(`${countOf(older.length, 'passage')} kept word for word: ${left} = ${right}.`),
  );
}

function writePair(view: ComparisonView, pair: Pair): string {
  const older = pair.change === 'added' ? writeNone(view) : writeSide(view, pair, 'left');
  const newer = pair.change === 'removed' ? writeAbsence(view, pair) : writeSide(view, pair, 'right');
  return typstCall('pair', typstString(signOf(pair)), typstString(describePair(view, pair)), older, newer);
}

function signOf({ change, moved }: Pair): string {
  const signs = { removed: '−', added: '+', edited: '±', same: '' } as const;
  return `${signs[change]}${moved === null ? '' : '→'}`;
}

function writeSide(view: ComparisonView, pair: Pair, side: Side): string {
  const text = sideText(view, pair, side);
  const { difference } = pair;
  const { plain, removed, added } = TYPST_MARKS;
  const whole = pair.change === 'removed' ? removed : pair.change === 'added' ? added : plain;
  const shown =
    difference === null
      ? whole(text)
      : side === 'left'
        ? markOlder(difference, text, TYPST_MARKS)
        : markNewer(difference, text, TYPST_MARKS);
  return `col(${typstString(citeSide(view, pair, side))},${typstMarkedUp(shown)})`;
}

/** "2023, “c. Torture”: 2023/mli#1.c:4" */
function citeSide(view: ComparisonView, pair: Pair, side: Side): string {
  const passages = listPassages(view, pair, side);
  const [first] = passages;
  const heading = first === undefined ? '' : `, ${nameSection(findSection(view[side], first))}`;
  return `${nameSide(view, side)}${heading}: ${citePassages(view, side, passages)}`;
}

function writeNone(view: ComparisonView): string {
  return `col(${typstString(nameSide(view, 'left'))},"not found")`;
}

function writeAbsence(view: ComparisonView, pair: Pair): string {
  const { looked, nearest, topics } = describeAbsence(view, pair);
  const lines = [looked, nearest, ...topics].join(' ');
  return `col(${typstString(nameSide(view, 'right'))},emph(${typstString(lines)}))`;
}
