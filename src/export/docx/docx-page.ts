import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  SectionType,
  SimpleField,
  TabStopType,
  TextRun,
} from 'docx';
import type { Paper } from '../../domain/paper.ts';
import { textRun } from './docx-runs.ts';

/** Width and height in twentieths of a point: 8.5 by 11 inches, 210 by 297 millimetres. */
const SIZES: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  letter: { width: 12_240, height: 15_840 },
  a4: { width: 11_906, height: 16_838 },
};

const MARGIN = 1440;

/** How wide the text is, in twentieths of a point. */
export function textWidth(paper: Paper): number {
  return SIZES[paper].width - 2 * MARGIN;
}

/** What stands at the head and the foot of the pages of a part. */
export interface RunningLines {
  /** Area and edition, or the title. */
  readonly head: string;
  /** The level of heading whose text on the page stands at the right of the head; null for none. */
  readonly headingLevel: number | null;
  readonly foot: string;
}

/** A part of the document that begins on a new page and has a running head of its own. */
export function docxPart(
  children: ISectionOptions['children'],
  { head, headingLevel, foot }: RunningLines,
  paper: Paper,
): ISectionOptions {
  const right = [{ type: TabStopType.RIGHT, position: textWidth(paper) }];
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: SIZES[paper],
        margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, header: 700, footer: 700 },
      },
    },
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            style: 'RunningHead',
            tabStops: right,
            border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: '808080' } },
            children: [
              textRun(head),
              // By number, since the names of the headings are others in a Word of another language. A program
              // that does not know the field shows the text kept in it, so none is kept: it would be wrong.
              ...(headingLevel === null
                ? []
                : [new TextRun('\t'), new SimpleField(`STYLEREF ${headingLevel}`, '')]),
            ],
          }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style: 'RunningHead',
            alignment: AlignmentType.LEFT,
            tabStops: right,
            children: [
              textRun(foot),
              new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
            ],
          }),
        ],
      }),
    },
    children,
  };
}
