import {
  BorderStyle,
  Footer,
  type ISectionOptions,
  PageNumber,
  PageReference,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { PacketRequest } from '../../domain/packet.ts';
import type { Paper } from '../../domain/paper.ts';
import { docxPart, type RunningLines, textWidth } from './docx-page.ts';
import { textRun } from './docx-runs.ts';

/** How the pages of a part are numbered at its foot. */
export interface PacketNumbers {
  readonly runs: readonly ParagraphChild[];
  /** The number of the part’s first page; null: it goes on. */
  readonly start: number | null;
}

/** A part of a packet: as any other, but for its foot. */
export function packetPart(
  children: ISectionOptions['children'],
  lines: RunningLines,
  paper: Paper,
  { runs, start }: PacketNumbers,
): ISectionOptions {
  const part = docxPart(children, lines, paper);
  const footer = new Paragraph({
    style: 'RunningHead',
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth(paper) }],
    children: [textRun(lines.foot), ...runs],
  });
  return {
    ...part,
    properties: {
      ...part.properties,
      page: { ...part.properties?.page, ...(start === null ? {} : { pageNumbers: { start } }) },
    },
    footers: { default: new Footer({ children: [footer] }) },
  };
}

/** Consecutive numbers: `DOE-000012`, or plain ones. */
export function exhibitNumbers({ numbering }: PacketRequest, first: boolean): PacketNumbers {
  const { prefix, start } = numbering;
  return {
    start: first ? start : null,
    runs:
      prefix === null
        ? [new TextRun({ children: ['\t', PageNumber.CURRENT] })]
        : // The field's picture fills the number up to six digits (ECMA-376, 17.16.4.1).
          [textRun(`\t${prefix}-`), new SimpleField('PAGE \\# "000000"', '')],
  };
}

/** Pages counted, and against which number. @param end the bookmark on the last page that counts */
export function scheduleNumbers({ pageLimit }: PacketRequest, end: string): PacketNumbers {
  return {
    start: 1,
    runs: [
      new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of '] }),
      new PageReference(end),
      textRun(pageLimit === null ? '' : ` (at most ${pageLimit})`),
    ],
  };
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const LINE = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const NO_LINES = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;

/** Blanks to be filled in, each on a line of its own. */
export function blanksTable(labels: readonly string[], { paper }: PacketRequest): Table {
  const whole = textWidth(paper);
  const left = Math.round(whole * 0.27);
  const cell = (text: string, bottom: typeof NONE | typeof LINE): TableCell =>
    new TableCell({
      borders: { ...NO_LINES, bottom },
      children: [new Paragraph({ spacing: { before: 240, after: 40 }, children: [textRun(text)] })],
    });
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: [left, whole - left],
    layout: TableLayoutType.FIXED,
    borders: { ...NO_LINES, insideHorizontal: NONE, insideVertical: NONE },
    rows: labels.map(
      (label) => new TableRow({ cantSplit: true, children: [cell(label, NONE), cell('', LINE)] }),
    ),
  });
}
