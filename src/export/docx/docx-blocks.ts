import {
  BorderStyle,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  PageReference,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Paper } from '../../domain/paper.ts';
import type { ReportFact } from '../../domain/report-facts.ts';
import type { DocxBook } from './docx-book.ts';
import { textWidth } from './docx-page.ts';
import { textRun } from './docx-runs.ts';
import { BULLETS } from './docx-styles.ts';

/** The styles of paragraphs that are no passages. */
export type BlockStyle = 'Notice' | 'Small' | 'ContentsHeading';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** A heading, from 1; what lies deeper than 6 is a 6. It can be reached by a link, and stands in the contents. */
export function heading(level: number, text: string, address: string, book: DocxBook): Paragraph {
  book.entries.push({ level, text, bookmark: book.bookmarkName(address) });
  return new Paragraph({
    heading: HEADINGS[Math.min(HEADINGS.length, Math.max(1, level)) - 1] ?? HeadingLevel.HEADING_6,
    children: book.bookmark(address, [textRun(text)]),
  });
}

export function paragraph(text: string, style?: BlockStyle): Paragraph {
  return new Paragraph({ ...(style === undefined ? {} : { style }), children: [textRun(text)] });
}

/** A line of a list of our own. */
export function listItem(text: string): Paragraph {
  return new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: [textRun(text)] });
}

export function title(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.TITLE, children: [textRun(text)] });
}

/**
 * The contents: a field with its entries already in it, each a link, for programs that do not work it out themselves.
 * Word asks on opening whether to fill in the page numbers; they are left open till then, since a wrong one is worse
 * than none. To be made when all headings have been written.
 */
export function contents(levels: number, book: DocxBook, paper: Paper): TableOfContents {
  const tabStops = [{ type: TabStopType.RIGHT, position: textWidth(paper), leader: LeaderType.DOT }];
  return new TableOfContents('Contents', {
    hyperlink: true,
    headingStyleRange: `1-${levels}`,
    contentChildren: book.entries
      .filter(({ level }) => level <= levels)
      .map(
        ({ level, text, bookmark }) =>
          new Paragraph({
            style: `TOC${level}`,
            tabStops,
            children: [
              new InternalHyperlink({
                anchor: bookmark,
                children: [
                  textRun(text),
                  new TextRun('\t'),
                  new PageReference(bookmark, { hyperlink: true }),
                ],
              }),
            ],
          }),
      ),
  });
}

/** Labels and values in two columns without lines. */
export function factsTable(facts: readonly ReportFact[], book: DocxBook, paper: Paper): Table {
  const whole = textWidth(paper);
  const left = Math.round(whole * 0.27);
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: [left, whole - left],
    layout: TableLayoutType.FIXED,
    borders: NO_LINES,
    rows: facts.map(
      (fact) =>
        new TableRow({
          cantSplit: true,
          children: [cell([textRun(fact.label, { bold: true })]), cell(factRuns(fact, book))],
        }),
    ),
  });
}

/** The value of a fact, as a link where it is an address. */
export function factRuns({ value, href }: ReportFact, book: DocxBook): readonly ParagraphChild[] {
  if (href === null) return [textRun(value)];
  return book.link(href, [textRun(value, { style: 'Hyperlink' })]);
}

function cell(children: readonly ParagraphChild[]): TableCell {
  return new TableCell({ children: [new Paragraph({ style: 'Small', children })] });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const;
