import { Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { PinnedPassage } from '../../domain/packet.ts';
import type { Passage } from '../../domain/passage.ts';
import { isRightToLeft } from '../pdf/packet-prelude.ts';
import type { DocxBook } from './docx-book.ts';
import { HIGHLIGHTED_RUN, MARGIN_MARK } from './docx-highlight.ts';
import { markedRuns, textRun } from './docx-runs.ts';

/** A chosen passage: shaded, a bar before it, behind it the issue, with its address and digest in a note. */
export function chosenParagraph(
  passage: Passage,
  pins: readonly PinnedPassage[],
  anchor: string,
  book: DocxBook,
): Paragraph {
  const { section, number, kind, text, marks } = passage;
  const issues = [...new Set(pins.map(({ issue }) => issue))].join(', ');
  const bullet = kind === 'list-item' ? '• ' : '';
  const runs: ParagraphChild[] = [
    textRun(String(number), { style: 'PassageNumber' }),
    new TextRun(`\t${bullet}`),
    ...markedRuns(text, marks, book, HIGHLIGHTED_RUN),
    textRun(`\u00a0◀\u00a0Issue ${issues}`, { bold: true }),
  ];
  const address = pins[0]?.address;
  return new Paragraph({
    style: 'Passage',
    ...MARGIN_MARK,
    children: [
      ...book.bookmark(`${anchor}-${section}:${number}`, runs),
      ...(address === undefined ? [] : [book.note([textRun(`${address}, digest ${passage.digest}.`)])]),
    ],
  });
}

/** A note or name of the reader's, in the direction its first letter is written in. */
export function aside(text: string): Paragraph {
  return isRightToLeft(text)
    ? new Paragraph({ bidirectional: true, children: [textRun(text, { rightToLeft: true })] })
    : new Paragraph({ children: [textRun(`Note: ${text}`)] });
}
