import { type ISectionOptions, Paragraph } from 'docx';
import { formatReportId } from '../domain/address.ts';
import type { ProseStyle } from '../domain/citation-style.ts';
import type { EditionDigest } from '../domain/edition-digest.ts';
import type { Packet, PacketTab, PinnedPassage } from '../domain/packet.ts';
import { Problem } from '../domain/problem.ts';
import { listReportFacts, noticeFor } from '../domain/report-facts.ts';
import { citeHead } from './citation/head-citation.ts';
import { factsTable, heading, paragraph, title } from './docx/docx-blocks.ts';
import { DocxBook } from './docx/docx-book.ts';
import { tabAnchor, writeDocxCover, writeDocxIndex } from './docx/docx-packet-front.ts';
import { blanksTable, exhibitNumbers, packetPart, scheduleNumbers } from './docx/docx-packet-page.ts';
import { aside, chosenParagraph } from './docx/docx-packet-passage.ts';
import { passageParagraph } from './docx/docx-passage.ts';
import { reportNote } from './docx/docx-report-note.ts';
import { textRun } from './docx/docx-runs.ts';
import { editionDigests } from './docx/docx-verification.ts';
import { packDocx } from './docx/pack-docx.ts';
import { headingText } from './front-matter.ts';
import { HOW_TO_RECOMPUTE } from './how-to-recompute.ts';
import { WHAT_A_PACKET_IS } from './pdf/write-packet-front.ts';
import { packetSelection, verifyPacket } from './verify-packet.ts';

type Blocks = ISectionOptions['children'][number][];

/**
 * The packet as one Word document, to be worked on: its captions, and the pages in its contents, are filled in there.
 * @throws Problem invalid-input if it is larger than asked; it is not split
 */
export async function renderPacketDocx(
  packet: Packet,
  digests: readonly EditionDigest[] = [],
): Promise<Uint8Array> {
  const { request } = packet;
  const book = new DocxBook();
  const parts =
    request.form === 'us' ? setExhibit(packet, digests, book) : setSchedule(packet, digests, book);
  const properties = {
    title: request.title,
    subject: 'Country Reports on Human Rights Practices',
    verification: verifyPacket(packet, digests),
  };
  const bytes = await packDocx(parts, properties, book);
  if (bytes.length <= request.mostBytes) return bytes;
  throw new Problem(
    'invalid-input',
    `The document would have ${bytes.length.toLocaleString('en-US')} bytes, ${request.mostBytes.toLocaleString('en-US')} at most were asked for.`,
    ['A Word document is not split: choose fewer passages, excerpts instead of whole sections, or the PDF.'],
  );
}

function setExhibit(packet: Packet, digests: readonly EditionDigest[], book: DocxBook): ISectionOptions[] {
  const { request, tabs } = packet;
  const { paper } = request;
  const plain = { head: request.title, headingLevel: null, foot: '' };
  const goOn = exhibitNumbers(request, false);
  // In the order of the document, since the contents list the headings as they were written.
  const index = packetPart(writeDocxIndex(packet, book), plain, paper, goOn);
  const body = tabs.map((tab, i) => {
    const lines = {
      head: `${tab.report.areaName}, ${tab.edition.year}`,
      headingLevel: tab.sections.some(({ section }) => section.depth === 1) ? 2 : null,
      foot: `Tab ${tab.letter}`,
    };
    return packetPart(writeTab(packet, tab, i, book), lines, paper, goOn);
  });
  const end = packetPart(writeEnd(packet, digests, book), plain, paper, goOn);
  const cover = packetPart(writeDocxCover(packet, book), plain, paper, exhibitNumbers(request, true));
  return [cover, index, ...body, end];
}

function writeTab(packet: Packet, tab: PacketTab, index: number, book: DocxBook): Blocks {
  const { request, issues } = packet;
  const { letter, report, edition, sections } = tab;
  const name = `Tab ${letter}: ${report.areaName}, ${edition.year}`;
  const anchor = tabAnchor(index);
  const chosen = issues.flatMap(({ pins }) => pins).filter((pin) => pin.tab === index);
  const blocks: Blocks = [
    heading(1, name, anchor, book),
    new Paragraph({ children: [textRun(report.title, { bold: true }), noteOn(tab, 'bluebook', book)] }),
    factsTable(listReportFacts(report, edition), book, request.paper),
    paragraph(noticeFor(report), 'Notice'),
  ];
  for (const { section, passages } of sections) {
    blocks.push(heading(section.depth + 1, headingText(section), `${anchor}-${section.key}`, book));
    for (const passage of passages) {
      const pins = chosen.filter((pin) => pin.passage.order === passage.order);
      blocks.push(
        pins.length === 0
          ? passageParagraph(passage, anchor, book)
          : chosenParagraph(passage, pins, anchor, book),
      );
    }
  }
  return blocks;
}

function noteOn({ report, edition, version }: PacketTab, style: ProseStyle, book: DocxBook) {
  const facts = listReportFacts(report, edition);
  const citation = citeHead({ report, edition, newest: version === null }, style);
  return book.note(reportNote({ citation, facts, notice: noticeFor(report) }, book));
}

/** Extracts under the issue they bear on, each with its source in a note; what verifies them is not counted. */
function setSchedule(packet: Packet, digests: readonly EditionDigest[], book: DocxBook): ISectionOptions[] {
  const { request, issues, tabs } = packet;
  const { paper } = request;
  const blocks: Blocks = [
    title(request.title),
    blanksTable(['Appellant', 'Appeal number'], request),
    paragraph(WHAT_A_PACKET_IS, 'Small'),
  ];
  for (const [i, { title: name, pins }] of issues.entries()) {
    blocks.push(heading(1, `Issue ${i + 1}: ${name}`, `issue${i}`, book));
    for (const pin of pins) blocks.push(...writeExtract(pin, tabs[pin.tab], book));
  }
  blocks.push(new Paragraph({ children: book.bookmark('schedule-end', [textRun('')]) }));
  const lines = { head: request.title, headingLevel: null, foot: '' };
  const numbers = scheduleNumbers(request, book.bookmarkName('schedule-end'));
  return [
    packetPart(blocks, lines, paper, numbers),
    packetPart(writeEnd(packet, digests, book), { ...lines, foot: 'Verification of the schedule' }, paper, {
      start: null,
      runs: [],
    }),
  ];
}

function writeExtract(pin: PinnedPassage, tab: PacketTab | undefined, book: DocxBook): Blocks {
  if (tab === undefined) return [];
  const { report, edition } = tab;
  const { number, passage, sectionName, address, remark } = pin;
  // The same passage may stand under two issues, and a bookmark once.
  const anchor = `x${number}`;
  const source = listReportFacts(report, edition).find(({ href }) => href !== null);
  return [
    heading(2, `${number}. ${report.areaName}, ${edition.year}: ${sectionName}`, anchor, book),
    chosenParagraph(passage, [pin], anchor, book),
    new Paragraph({
      style: 'Small',
      children: [
        textRun(`${report.title}; passage ${address}; `),
        ...(source?.href == null
          ? []
          : book.link(source.href, [textRun(source.value, { style: 'Hyperlink' })])),
        noteOn(tab, 'oscola', book),
      ],
    }),
    ...(remark === null ? [] : [paragraph(remark, 'Notice')]),
    ...(pin.pin.note === null ? [] : [aside(pin.pin.note)]),
  ];
}

/** Each passage with its address and digest, hashes, library, selection, and how to check them. */
function writeEnd(packet: Packet, digests: readonly EditionDigest[], book: DocxBook): Blocks {
  const { request, issues, tabs, library } = packet;
  const plain = (label: string, value: string) => ({ label, value, href: null });
  const pins = issues.flatMap((issue) => issue.pins);
  return [
    heading(1, 'How to verify this packet', 'verification', book),
    ...HOW_TO_RECOMPUTE.slice(0, 2).map((line) => paragraph(line)),
    paragraph(
      'Digest of a passage: first 16 hexadecimal digits of the SHA-256 of its text as UTF-8, white space collapsed to single blanks. To make this packet again: write the selection below to a file and run variorum packet FILE.json --to exhibit.docx with a library of the same version.',
    ),
    heading(2, 'Highlighted passages', 'digests', book),
    ...pins.map(({ number, address, passage }) =>
      paragraph(`${number}. ${address}  ${passage.digest}`, 'Small'),
    ),
    heading(2, 'Reports and their captured bytes', 'hashes', book),
    factsTable(
      [
        ...tabs.map(({ report }) =>
          plain(`${formatReportId(report)}@${report.version}`, report.provenance.sha256),
        ),
        plain('Library version', library.version),
        ...tabs.map(({ letter, query }) => plain(`Tab ${letter}, the whole sections`, `/report?${query}`)),
      ],
      book,
      request.paper,
    ),
    ...editionDigests(digests),
    heading(2, 'Selection as JSON', 'selection', book),
    paragraph(packetSelection(packet), 'Small'),
  ];
}
