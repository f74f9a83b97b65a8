import { type ISectionOptions, Paragraph } from 'docx';
import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import type { EditionDigest } from '../domain/edition-digest.ts';
import { excerptAnchor } from '../domain/excerpt-anchor.ts';
import { type Paper, USUAL_PAPER } from '../domain/paper.ts';
import type { Excerpt, GatheredPublication } from '../domain/publication.ts';
import { describeVerification } from '../domain/verification.ts';
import { citeHead } from './citation/head-citation.ts';
import { contents, factRuns, factsTable, heading, listItem, paragraph, title } from './docx/docx-blocks.ts';
import { DocxBook } from './docx/docx-book.ts';
import { docxPart } from './docx/docx-page.ts';
import { passageParagraph } from './docx/docx-passage.ts';
import { reportNote } from './docx/docx-report-note.ts';
import { textRun } from './docx/docx-runs.ts';
import { editionDigests } from './docx/docx-verification.ts';
import { packDocx } from './docx/pack-docx.ts';
import { headingText, listExcerptFacts, listFrontMatter, NOTHING_FOUND, WHAT_IT_IS } from './front-matter.ts';
import { HOW_TO_RECOMPUTE, selectionAddress } from './how-to-recompute.ts';
import { listSources } from './sources.ts';

type Blocks = ISectionOptions['children'][number][];

/** A document for Word: headings, notes, contents and bookmarks are the program's own, so that it can be worked with. */
export function renderDocx(
  publication: GatheredPublication,
  paper: Paper = USUAL_PAPER,
  digests: readonly EditionDigest[] = [],
): Promise<Uint8Array> {
  const book = new DocxBook();
  const name = publication.description.title;
  const plain = { head: name, headingLevel: null, foot: 'Made with Variorum' };
  // In the order of the document, since the contents list the headings as they were written.
  const gaps = writeGaps(publication, book);
  const excerpts = publication.excerpts.map((excerpt) =>
    docxPart(
      writeExcerpt(excerpt, book),
      {
        head: excerpt.heading,
        headingLevel: excerpt.sections.some(({ section }) => section.depth === 1) ? 2 : null,
        foot: excerpt.report.sample ? 'Invented sample' : 'Unofficial copy; not certified',
      },
      paper,
    ),
  );
  const last = docxPart(writeLast(publication, book, paper, digests), plain, paper);
  const front = docxPart([...writeFront(publication, book, paper), ...gaps], plain, paper);
  const parts = [front, ...excerpts, last];
  return packDocx(
    parts,
    {
      title: name,
      subject: 'Country Reports on Human Rights Practices',
      verification: describeVerification(publication, digests),
    },
    book,
  );
}

function writeFront(publication: GatheredPublication, book: DocxBook, paper: Paper): Blocks {
  const { description, excerpts } = publication;
  return [
    title(description.title),
    paragraph(WHAT_IT_IS),
    factsTable(listFrontMatter(publication), book, paper),
    paragraph('Contents', 'ContentsHeading'),
    contents(excerpts.length <= 5 ? 3 : excerpts.length <= 30 ? 2 : 1, book, paper),
    ...(excerpts.length === 0 ? [paragraph(NOTHING_FOUND)] : []),
  ];
}

function writeGaps({ gapGroups }: GatheredPublication, book: DocxBook): Blocks {
  if (gapGroups.length === 0) return [];
  const blocks: Blocks = [heading(1, 'Asked for and not here', 'gaps', book)];
  for (const group of gapGroups) {
    blocks.push(paragraph(group.heading));
    for (const { text } of group.lines) blocks.push(listItem(text));
  }
  return [...blocks, paragraph(ABSENCE_NOTE)];
}

function writeExcerpt(excerpt: Excerpt, book: DocxBook): Blocks {
  const anchor = excerptAnchor(excerpt);
  const { report, sections } = excerpt;
  const { facts, notice } = listExcerptFacts(excerpt);
  const blocks: Blocks = [
    heading(1, excerpt.heading, anchor, book),
    new Paragraph({
      children: [
        textRun(report.title),
        book.note(reportNote({ citation: citeHead(excerpt), facts, notice }, book)),
      ],
    }),
    new Paragraph({
      style: 'Small',
      children: facts
        .filter(({ value }) => value === report.provenance.address)
        .flatMap((fact) => [textRun(`${fact.label}: `), ...factRuns(fact, book)]),
    }),
    paragraph(notice, 'Notice'),
  ];
  for (const { section, passages } of sections) {
    blocks.push(heading(section.depth + 1, headingText(section), `${anchor}-${section.key}`, book));
    for (const passage of passages) blocks.push(passageParagraph(passage, anchor, book));
  }
  return blocks;
}

function writeLast(
  publication: GatheredPublication,
  book: DocxBook,
  paper: Paper,
  digests: readonly EditionDigest[],
): Blocks {
  const blocks: Blocks = [heading(1, 'Sources and how to check them', 'sources', book)];
  for (const line of HOW_TO_RECOMPUTE) blocks.push(paragraph(line));
  blocks.push(
    factsTable(
      [
        { label: 'Library version', value: publication.library.version, href: null },
        { label: 'Selection', value: selectionAddress(publication), href: null },
      ],
      book,
      paper,
    ),
    ...editionDigests(digests),
  );
  for (const { heading: name, facts } of listSources(publication)) {
    blocks.push(
      new Paragraph({ keepNext: true, spacing: { before: 200 }, children: [textRun(name, { bold: true })] }),
      factsTable(facts, book, paper),
    );
  }
  return blocks;
}
