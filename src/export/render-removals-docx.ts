import { type ISectionOptions, Paragraph } from 'docx';
import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import type { EditionDigest } from '../domain/edition-digest.ts';
import { type Paper, USUAL_PAPER } from '../domain/paper.ts';
import { describeRemovalsTitle, type Removals, WHAT_REMOVALS_ARE } from '../domain/removals.ts';
import { contents, heading, listItem, paragraph, title } from './docx/docx-blocks.ts';
import { DocxBook } from './docx/docx-book.ts';
import { twoColumns } from './docx/docx-columns.ts';
import { DOCX_MARKS_LEGEND, differenceRuns } from './docx/docx-difference.ts';
import { docxPart } from './docx/docx-page.ts';
import { reportNote } from './docx/docx-report-note.ts';
import { textRun } from './docx/docx-runs.ts';
import { editionDigests } from './docx/docx-verification.ts';
import { packDocx } from './docx/pack-docx.ts';
import { HOW_TO_RECOMPUTE } from './how-to-recompute.ts';
import type { ChartQuote, ChartRow, RemovalsChart } from './removals-chart.ts';
import { listRemovalsFacts } from './removals-front-matter.ts';
import { removalsAddress, verifyRemovals } from './verify-comparison.ts';

type Blocks = ISectionOptions['children'][number][];

/** What was removed between two editions, with its charts made: a plain value that can go to another thread. */
export interface ChartedRemovals extends Omit<Removals, 'readItems'> {
  readonly charts: readonly RemovalsChart[];
  /** What could not be compared, and why. */
  readonly gapLines: readonly string[];
}

/** A chart in two columns for each area, topic by topic: ready to be filed. */
export function renderRemovalsDocx(
  removals: ChartedRemovals,
  paper: Paper = USUAL_PAPER,
  digests: readonly EditionDigest[] = [],
): Promise<Uint8Array> {
  const book = new DocxBook();
  const { charts } = removals;
  const [only] = charts;
  const name = `${only !== undefined && charts.length === 1 ? `${only.area}: r` : 'R'}${describeRemovalsTitle(removals).slice(1)}`;
  const foot = 'Unofficial copies; not certified';
  const areas = charts.map((chart) =>
    docxPart(
      writeArea(chart, book, paper),
      { head: `${chart.area}: removed between ${removals.from} and ${removals.to}`, headingLevel: 2, foot },
      paper,
    ),
  );
  const gaps = writeGaps(removals, book);
  const last = docxPart(
    [...gaps, ...writeLast(removals, book, digests)],
    { head: name, headingLevel: null, foot },
    paper,
  );
  const front = docxPart(
    [
      title(name),
      paragraph(WHAT_REMOVALS_ARE),
      new Paragraph({ children: [textRun(ABSENCE_NOTE, { bold: true })] }),
      ...listRemovalsFacts(removals).map((line) => paragraph(line, 'Small')),
      ...(showsReworded(removals) ? [paragraph(DOCX_MARKS_LEGEND, 'Notice')] : []),
      paragraph('Contents', 'ContentsHeading'),
      contents(charts.length <= 10 ? 2 : 1, book, paper),
    ],
    { head: name, headingLevel: null, foot },
    paper,
  );
  const quoted = charts.flatMap((chart) => chart.quoted);
  const address = removalsAddress(removals, quoted);
  const { library } = removals;
  return packDocx(
    [front, ...areas, last],
    {
      title: name,
      subject: 'Country Reports on Human Rights Practices',
      verification: verifyRemovals({ library, address }, quoted, digests),
    },
    book,
  );
}

function writeArea(chart: RemovalsChart, book: DocxBook, paper: Paper): Blocks {
  const blocks: Blocks = [heading(1, chart.area, `area-${chart.area}`, book)];
  for (const side of chart.sides) {
    blocks.push(
      new Paragraph({
        children: [textRun(`${side.heading}. ${side.title}`), book.note(reportNote(side, book))],
      }),
    );
  }
  for (const line of chart.summary) blocks.push(listItem(line));
  if (chart.topics.length === 0) blocks.push(paragraph('Nothing was removed.'));
  for (const { name, said, rows } of chart.topics) {
    blocks.push(
      heading(2, name, `area-${chart.area}-${name}`, book),
      new Paragraph({ style: 'Small', keepNext: true, children: [textRun(said)] }),
      twoColumns(
        chart.columns,
        rows.map((row) => [quote(row.older), writeNewer(row)]),
        paper,
      ),
    );
  }
  return blocks;
}

function writeNewer({ notes, newer }: ChartRow): Paragraph[] {
  return [...notes.map((note) => paragraph(note, 'Notice')), ...(newer === null ? [] : quote(newer))];
}

/** The text, and beneath it where it stands. */
function quote({ pieces, address, heading: under }: ChartQuote): Paragraph[] {
  return [
    new Paragraph({ style: 'Cell', children: differenceRuns(pieces) }),
    new Paragraph({
      style: 'Small',
      children: [textRun(address, { style: 'Address' }), textRun(` ${under}`)],
    }),
  ];
}

function writeGaps({ gapLines }: ChartedRemovals, book: DocxBook): Blocks {
  if (gapLines.length === 0) return [];
  return [heading(1, 'Asked for and not here', 'gaps', book), ...gapLines.map((gap) => listItem(gap))];
}

function writeLast(
  { charts, library }: ChartedRemovals,
  book: DocxBook,
  digests: readonly EditionDigest[],
): Blocks {
  const blocks: Blocks = [heading(1, 'Sources and how to check them', 'sources', book)];
  for (const line of HOW_TO_RECOMPUTE) blocks.push(paragraph(line));
  blocks.push(paragraph(`Library version: ${library.version}`, 'Small'), ...editionDigests(digests));
  for (const { sides } of charts) {
    for (const side of sides)
      blocks.push(new Paragraph({ style: 'Small', children: reportNote(side, book) }));
  }
  return blocks;
}

function showsReworded({ filter }: ChartedRemovals): boolean {
  return filter.only?.includes('edited') === true;
}
