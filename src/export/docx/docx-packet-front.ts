import { type ISectionOptions, PageReference, Paragraph, TabStopType, TextRun } from 'docx';
import { formatAddress } from '../../domain/address.ts';
import type { Packet, PacketTab, PinnedPassage } from '../../domain/packet.ts';
import { UNOFFICIAL_NOTICE } from '../../domain/report-facts.ts';
import { countOf } from '../front-matter.ts';
import { CAPTION, openingWords, WHAT_A_PACKET_IS } from '../pdf/write-packet-front.ts';
import { contents, heading, paragraph, title } from './docx-blocks.ts';
import type { DocxBook } from './docx-book.ts';
import { blanksTable } from './docx-packet-page.ts';
import { aside } from './docx-packet-passage.ts';
import { textWidth } from './docx-page.ts';
import { textRun } from './docx-runs.ts';

type Blocks = ISectionOptions['children'][number][];

/** The bookmarks of a tab's passages begin with this. */
export function tabAnchor(tab: number): string {
  return `t${tab}`;
}

/** To be made when all headings have been written. */
export function writeDocxCover({ request, tabs }: Packet, book: DocxBook): Blocks {
  const whole =
    request.body === 'sections'
      ? 'Whole sections are reproduced; what was chosen in them is highlighted.'
      : 'The passages chosen are reproduced, without those that stand between them.';
  return [
    title(request.title),
    blanksTable(CAPTION, request),
    paragraph(''),
    ...tabs.map(({ letter, report, edition }) =>
      paragraph(
        `Tab ${letter}: ${report.areaName}, edition of ${edition.year}, covers events of ${edition.coversEventsOf}`,
      ),
    ),
    paragraph(`${WHAT_A_PACKET_IS} ${whole}`),
    paragraph(UNOFFICIAL_NOTICE.replace('address above', 'address under each tab'), 'Notice'),
    paragraph('Contents', 'ContentsHeading'),
    contents(3, book, request.paper),
  ];
}

/** What is highlighted, by issue, and what was not chosen. */
export function writeDocxIndex(packet: Packet, book: DocxBook): Blocks {
  const { issues, tabs } = packet;
  const blocks: Blocks = [heading(1, 'Index of highlighted passages', 'index', book)];
  for (const [i, { title: name, pins }] of issues.entries()) {
    blocks.push(heading(2, `Issue ${i + 1}: ${name}`, `issue${i}`, book));
    for (const pin of pins) {
      blocks.push(indexLine(pin, tabs[pin.tab], packet, book));
      if (pin.remark !== null) blocks.push(paragraph(pin.remark, 'Notice'));
      if (pin.pin.note !== null) blocks.push(aside(pin.pin.note));
    }
  }
  return [...blocks, ...writeUnchosen(packet, book)];
}

function indexLine(
  { number, passage, sectionName, address, tab: index }: PinnedPassage,
  tab: PacketTab | undefined,
  { request }: Packet,
  book: DocxBook,
): Paragraph {
  const bookmark = book.bookmarkName(`${tabAnchor(index)}-${passage.section}:${passage.number}`);
  const where = `Tab ${tab?.letter ?? ''}, ${tab?.report.areaName ?? ''} ${tab?.edition.year ?? ''}, ${sectionName} (${address})`;
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth(request.paper) }],
    children: [
      textRun(`${number}. `, { bold: true }),
      textRun(`“${openingWords(passage)}” ${where}`),
      new TextRun('\t'),
      new PageReference(bookmark, { hyperlink: true }),
    ],
  });
}

/** Listed and not judged: whether any of it matters is the reader's to say. */
function writeUnchosen({ tabs }: Packet, book: DocxBook): Blocks {
  const blocks: Blocks = [
    heading(1, 'Passages not chosen', 'unchosen', book),
    paragraph(
      'Passages of the same reports, on the same topics, that were not chosen. They are listed, and not judged.',
    ),
  ];
  for (const [i, { letter, report, edition, version, unchosen }] of tabs.entries()) {
    blocks.push(heading(2, `Tab ${letter}: ${report.areaName}, ${edition.year}`, `unchosen${i}`, book));
    if (unchosen.length === 0) blocks.push(paragraph('None.'));
    for (const { topic, passages } of unchosen) {
      blocks.push(
        new Paragraph({
          keepNext: true,
          children: [textRun(`${topic}: ${countOf(passages.length, 'passage')}`, { bold: true })],
        }),
      );
      for (const passage of passages) {
        const { edition: year, area } = report;
        const { section, number } = passage;
        const address = formatAddress({ edition: year, area, version, section, passage: number });
        blocks.push(paragraph(`${address}: “${openingWords(passage)}”`, 'Small'));
      }
    }
  }
  return blocks;
}
