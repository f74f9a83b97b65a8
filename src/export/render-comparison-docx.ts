import { type ISectionOptions, Paragraph, type ParagraphChild } from 'docx';
import type { Pair } from '../domain/comparison.ts';
import { type ComparisonFilter, type ComparisonRow, listRows } from '../domain/comparison-filter.ts';
import {
  type ComparisonView,
  findSection,
  listPassages,
  type Side,
  sideText,
  type TopicChanges,
} from '../domain/comparison-view.ts';
import {
  describeAbsence,
  describePair,
  describeTitle,
  HOW_TO_READ,
  nameSection,
  nameTopic,
} from '../domain/describe-pair.ts';
import type { EditionDigest } from '../domain/edition-digest.ts';
import { type Paper, USUAL_PAPER } from '../domain/paper.ts';
import {
  ABSENCE_NOTE,
  citePassages,
  collectPassages,
  listScope,
  listSides,
  listSummary,
  WHAT_A_COMPARISON_IS,
} from './comparison-front-matter.ts';
import { contents, factsTable, heading, listItem, paragraph, title } from './docx/docx-blocks.ts';
import { DocxBook } from './docx/docx-book.ts';
import { DOCX_MARKS_LEGEND, differenceRuns } from './docx/docx-difference.ts';
import { docxPart } from './docx/docx-page.ts';
import { reportNote } from './docx/docx-report-note.ts';
import { textRun } from './docx/docx-runs.ts';
import { editionDigests } from './docx/docx-verification.ts';
import { packDocx } from './docx/pack-docx.ts';
import { countOf } from './front-matter.ts';
import { HOW_TO_RECOMPUTE } from './how-to-recompute.ts';
import { listBoth, type MarkedPiece } from './mark-difference.ts';
import { comparisonAddress, verifyComparison } from './verify-comparison.ts';

type Blocks = ISectionOptions['children'][number][];

/** A note on a report, the first time it is quoted. */
type NoteOf = (side: Side) => readonly ParagraphChild[];

/** A redline in one column: words that are gone struck through, words that are new underlined twice. */
export function renderComparisonDocx(
  view: ComparisonView,
  filter: ComparisonFilter,
  paper: Paper = USUAL_PAPER,
  digests: readonly EditionDigest[] = [],
): Promise<Uint8Array> {
  const book = new DocxBook();
  const name = describeTitle(view);
  const running = { head: name, headingLevel: null, foot: 'Unofficial copies; not certified' };
  const noted = new Set<Side>();
  const noteOf = (side: Side): ParagraphChild[] => {
    const facts = noted.has(side) ? undefined : listSides(view).find((one) => one.side === side);
    noted.add(side);
    return facts === undefined ? [] : [book.note(reportNote(facts, book))];
  };
  const topics = view.topics.flatMap((topic) =>
    writeTopic(view, topic, listRows(topic.pairs, filter), book, noteOf),
  );
  const body: Blocks =
    topics.length > 0 ? topics : [paragraph('There is nothing to be shown of what was asked for.')];
  const last = writeLast(view, book, digests);
  const front: Blocks = [
    ...writeFront(view, filter, book, paper),
    paragraph('Contents', 'ContentsHeading'),
    contents(1, book, paper),
  ];
  const parts = [
    docxPart(front, running, paper),
    docxPart(body, { ...running, headingLevel: topics.length > 0 ? 1 : null }, paper),
    docxPart(last, running, paper),
  ];
  return packDocx(
    parts,
    {
      title: name,
      subject: 'Country Reports on Human Rights Practices',
      verification: verifyComparison(view, filter, digests),
    },
    book,
  );
}

function writeFront(view: ComparisonView, filter: ComparisonFilter, book: DocxBook, paper: Paper): Blocks {
  return [
    title(describeTitle(view)),
    paragraph(WHAT_A_COMPARISON_IS),
    ...listSides(view).flatMap((side) => [
      paragraph(side.heading, 'ContentsHeading'),
      paragraph(side.title),
      factsTable(side.facts, book, paper),
      paragraph(side.notice, 'Notice'),
    ]),
    paragraph('Summary', 'ContentsHeading'),
    ...[...listSummary(view), ...listScope(view, filter)].map((line) => listItem(line)),
    ...HOW_TO_READ.map((line) => paragraph(line, 'Small')),
    paragraph(DOCX_MARKS_LEGEND, 'Notice'),
    new Paragraph({ children: [textRun(ABSENCE_NOTE, { bold: true })] }),
  ];
}

function writeTopic(
  view: ComparisonView,
  topic: TopicChanges,
  rows: readonly ComparisonRow[],
  book: DocxBook,
  noteOf: NoteOf,
): Blocks {
  if (rows.length === 0) return [];
  const { left, right } = topic.counts;
  const blocks: Blocks = [
    heading(1, nameTopic(topic), `topic-${topic.topic?.id ?? 'none'}`, book),
    paragraph(
      `${countOf(left.passages, 'older passage')}, ${countOf(right.passages, 'newer passage')}`,
      'Small',
    ),
  ];
  for (const row of rows) {
    if (row.kind === 'pair') blocks.push(...writePair(view, row.pair, noteOf));
    else {
      const [older, newer] = (['left', 'right'] as const).map((side) =>
        citePassages(view, side, collectPassages(view, row.pairs, side)),
      );
      blocks.push(paragraph(`Kept word for word: ${older} = ${newer}`, 'Small'));
    }
  }
  return blocks;
}

function writePair(view: ComparisonView, pair: Pair, noteOf: NoteOf): Blocks {
  const absence = pair.change === 'removed' ? describeAbsence(view, pair) : null;
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 240, after: 40 },
      children: [textRun(describePair(view, pair), { bold: true })],
    }),
    ...cite(view, pair, 'left', noteOf),
    ...cite(view, pair, 'right', noteOf),
    new Paragraph({ children: differenceRuns(listPieces(view, pair)) }),
    ...(absence === null
      ? []
      : [absence.looked, absence.nearest, ...absence.topics].map((line) => paragraph(line, 'Small'))),
  ];
}

function listPieces(view: ComparisonView, pair: Pair): MarkedPiece[] {
  const older = sideText(view, pair, 'left');
  const newer = sideText(view, pair, 'right');
  if (pair.difference !== null) return listBoth(pair.difference, older, newer);
  if (pair.change === 'removed') return [{ kind: 'removed', text: older }];
  return [{ kind: pair.change === 'added' ? 'added' : 'plain', text: newer }];
}

/** "2023: 2023/mli#1.c:4 (c. Torture …)" */
function cite(view: ComparisonView, pair: Pair, side: Side, noteOf: NoteOf): Paragraph[] {
  const passages = listPassages(view, pair, side);
  const [first] = passages;
  if (first === undefined) return [];
  return [
    new Paragraph({
      style: 'Small',
      keepNext: true,
      children: [
        textRun(`${view[side].edition.year}: `),
        textRun(citePassages(view, side, passages), { style: 'Address' }),
        textRun(` ${nameSection(findSection(view[side], first))}`),
        ...noteOf(side),
      ],
    }),
  ];
}

function writeLast(view: ComparisonView, book: DocxBook, digests: readonly EditionDigest[]): Blocks {
  return [
    heading(1, 'Sources and how to check them', 'sources', book),
    ...HOW_TO_RECOMPUTE.map((line) => paragraph(line)),
    paragraph(`Library version: ${view.library.version}`, 'Small'),
    paragraph(`Selection: ${comparisonAddress(view)}`, 'Small'),
    ...editionDigests(digests),
    ...listSides(view).map((side) => new Paragraph({ style: 'Small', children: reportNote(side, book) })),
  ];
}
