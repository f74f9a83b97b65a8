import { assertNever } from '../domain/assert-never.ts';
import type { Catalog } from '../domain/catalog.ts';
import { normaliseHeading } from '../domain/crosswalk.ts';
import type { EditionLayout } from '../domain/edition.ts';
import type { OutlineEntry } from '../domain/outline.ts';
import { countWords } from '../domain/words.ts';
import {
  type HeadingKind,
  isChapterTitle,
  isHeadingBlock,
  isSummaryHeading,
  readHeading,
  stripGlue,
  tidyHeading,
} from './heading-kind.ts';
import { type InlineText, joinInline, splitAtBreaks } from './inline-text.ts';
import { type AskCrosswalk, type DraftSection, OutlineBuilder } from './outline-builder.ts';
import type { Block } from './page-blocks.ts';
import { looksLikeTitle } from './run-in-label.ts';

/** The level of a heading that is printed as a paragraph. */
const PARAGRAPH_LEVEL = 4;
/** The level of headings that stand beneath an unlettered heading. */
const THIRD_LEVEL = 5;

/**
 * Rebuilds a report's outline from its blocks: the printed labels decide, the edition's layout helps where none
 * is printed, and the level of a tag only tells which of two unlabelled headings stands beneath the other.
 */
export function readOutline(
  blocks: readonly Block[],
  edition: number,
  layout: EditionLayout,
  catalog: Catalog,
): OutlineBuilder {
  // Where the summary's heading comes later, what stands before it is a note to the reader.
  const summaryComes = blocks.some((block) => isHeadingBlock(block) && isSummaryHeading(block.line.text));
  const ask: AskCrosswalk = (heading, above) => catalog.crosswalk.ask(heading, above, edition);
  const outline = new OutlineBuilder(ask, summaryComes ? 'note' : 'executive-summary');
  const standard = new StandardPlaces(catalog.findOutline(edition)?.entries ?? []);
  const reader = new OutlineReader(outline, standard, edition, layout, catalog);
  for (const block of blocks) if (block.boilerplate === null) reader.read(block);
  reader.end();
  return outline;
}

class OutlineReader {
  readonly #outline: OutlineBuilder;
  readonly #standard: StandardPlaces;
  readonly #edition: number;
  readonly #layout: EditionLayout;
  readonly #catalog: Catalog;
  /** "Section 1." waiting for its title. */
  #chapterLabel: { readonly number: string; readonly printed: string } | null = null;
  /** A run-in label printed as a heading, waiting for its paragraph. */
  #promoted: { readonly line: InlineText; readonly level: number } | null = null;
  #entry = -1;
  #container = 0;
  #headingInEntry = false;

  constructor(
    outline: OutlineBuilder,
    standard: StandardPlaces,
    edition: number,
    layout: EditionLayout,
    catalog: Catalog,
  ) {
    this.#outline = outline;
    this.#standard = standard;
    this.#edition = edition;
    this.#layout = layout;
    this.#catalog = catalog;
  }

  read(block: Block): void {
    const newEntry = block.entry !== this.#entry;
    if (newEntry) this.#headingInEntry = false;
    const sameContainer = block.container === this.#container;
    this.#entry = block.entry;
    this.#container = block.container;
    if (isHeadingBlock(block)) {
      this.#headingInEntry = true;
      this.#readHeadingBlock(block);
      return;
    }
    if (
      newEntry &&
      sameContainer &&
      block.entry !== -1 &&
      !this.#headingInEntry &&
      this.#outline.lettered !== null
    ) {
      this.#outline.note('continued-subsection', 'A block without a heading');
      this.#headingInEntry = true;
    }
    const pieces = splitAtBreaks(block.line);
    if (pieces.length > 1) this.#outline.note('break-as-paragraph', `${pieces.length} paragraphs in one`);
    for (const piece of pieces) this.#readParagraph(piece, block.tag, pieces.length > 1);
  }

  end(): void {
    this.#releasePromoted();
    if (this.#chapterLabel !== null) {
      const { number, printed } = this.#chapterLabel;
      this.#openChapter(number, printed, '', printed, 9);
      this.#chapterLabel = null;
    }
  }

  #ask = (heading: string) => this.#catalog.crosswalk.ask(heading, this.#outline.above, this.#edition);

  #readHeadingBlock(block: Block): void {
    const lines = splitAtBreaks(block.line);
    const printed = lines.map(({ text }) => text).join(' ');
    const kind = readHeading(printed, this.#ask);
    const level = levelOf(block.tag);
    if (kind.kind === 'sentence' || (kind.kind === 'run-in' && isChapterTitle(block) === false)) {
      if (kind.kind === 'sentence') {
        this.#outline.note('sentence-in-heading', `${countWords(printed)} words in ${block.tag}`);
        this.#readParagraph({ text: printed, marks: [] }, 'p', false);
      } else {
        this.#releasePromoted();
        this.#promoted = { line: { text: printed, marks: [] }, level };
      }
      return;
    }
    if (this.#chapterLabel !== null && kind.kind !== 'chapter-label' && kind.kind !== 'chapter') {
      const { number, printed: label } = this.#chapterLabel;
      this.#chapterLabel = null;
      this.#releasePromoted();
      this.#openChapter(number, label, tidyHeading(stripGlue(printed)), `${label} ${printed}`, level);
      return;
    }
    this.#openHeading(kind, printed, level, isChapterTitle(block));
    if (kind.kind === 'lettered' && !isChapterTitle(block) && level >= 4 && level < 9)
      this.#outline.note('subsection-from-lower-heading', printed.slice(0, 120));
  }

  #openHeading(kind: HeadingKind, printed: string, level: number, chapterTitle: boolean): void {
    this.#releasePromoted();
    const outline = this.#outline;
    if (stripGlue(printed) !== printed && /^https?:/u.test(printed))
      outline.note('address-in-heading', stripGlue(printed).slice(0, 120));
    switch (kind.kind) {
      case 'chapter-label':
        this.#chapterLabel = { number: kind.number, printed };
        return;
      case 'chapter':
        if (!chapterTitle) outline.note('chapter-from-subheading', kind.label, kind.number);
        this.#openChapter(kind.number, kind.label, kind.heading, printed, level);
        return;
      case 'summary':
        outline.openChapter('executive-summary', null, 'Executive Summary', printed, level);
        return;
      case 'endnote':
        outline.openChapter('endnote', null, tidyHeading(printed), printed, level);
        return;
      case 'lettered':
        this.#openLettered(kind.letter, kind.label, kind.heading, printed, level, chapterTitle);
        return;
      case 'run-in':
      case 'plain':
        this.#openPlain(
          tidyHeading(kind.kind === 'plain' ? kind.heading : kind.text),
          printed,
          level,
          chapterTitle,
        );
        return;
      case 'sentence':
        this.#readParagraph({ text: printed, marks: [] }, 'p', false);
        return;
      default:
        assertNever(kind);
    }
  }

  #openChapter(number: string, label: string, heading: string, printed: string, level: number): void {
    this.#outline.openChapter(String(Number(number)), label, heading, printed, level);
  }

  #openLettered(
    letter: string,
    label: string,
    heading: string,
    printed: string,
    level: number,
    chapterTitle: boolean,
  ): void {
    const outline = this.#outline;
    const before = outline.lettered?.key.split('.').at(-1)?.slice(0, 1);
    const expected = before === undefined ? 'a' : String.fromCharCode(before.charCodeAt(0) + 1);
    outline.openLettered(letter, label, heading, printed, level);
    if (chapterTitle) outline.note('subsection-as-chapter', printed.slice(0, 120));
    if (letter !== expected)
      outline.note('label-out-of-order', `${label} after ${before === undefined ? 'none' : `${before}.`}`);
  }

  #openPlain(heading: string, printed: string, level: number, chapterTitle: boolean): void {
    const outline = this.#outline;
    const { chapter } = outline;
    const number = chapterTitle || chapter === null ? this.#standard.findChapter(heading) : null;
    if (number !== null) {
      outline.note('unlabelled-chapter', heading.slice(0, 120), number);
      outline.openChapter(number, null, heading, printed, level);
      return;
    }
    const letter = chapter === null ? null : this.#standard.findLetter(chapter.key, heading);
    if (
      letter !== null &&
      chapter !== null &&
      !outline.sections.some(({ key }) => key === `${chapter.key}.${letter}`)
    ) {
      outline.note('unlabelled-chapter', heading.slice(0, 120), `${chapter.key}.${letter}`);
      outline.openLettered(letter, null, heading, printed, level);
      return;
    }
    const treeLevel = this.#layout === '2024' && this.#standard.isThird(heading) ? THIRD_LEVEL : level;
    outline.openPlain(this.#parentFor(treeLevel), heading, printed, treeLevel);
  }

  /** Beneath the open lettered subsection, or the chapter where it has none; a deeper tag beneath a shallower. */
  #parentFor(level: number): DraftSection | null {
    const outline = this.#outline;
    const deeper = this.#layout === '2024' ? outline.findPlainAbove(level) : null;
    return deeper ?? outline.lettered ?? outline.chapter;
  }

  #readParagraph(line: InlineText, tag: string, behindBreak: boolean): void {
    if (this.#chapterLabel !== null) {
      const { number, printed } = this.#chapterLabel;
      this.#chapterLabel = null;
      this.#openChapter(number, printed, '', printed, 9);
    }
    const kind =
      this.#promoted === null && tag !== 'li' && tag !== 'tr' ? this.#headingInParagraph(line.text) : null;
    if (kind !== null) {
      this.#outline.note(
        behindBreak ? 'heading-behind-break' : 'heading-in-paragraph',
        line.text.slice(0, 160),
      );
      this.#openHeading(kind, line.text, PARAGRAPH_LEVEL, kind.kind === 'chapter');
      return;
    }
    if (this.#promoted === null) {
      this.#outline.addLine(line, tag);
      return;
    }
    const label = this.#promoted.line;
    this.#promoted = null;
    this.#outline.note('promoted-run-in-label', label.text.slice(0, 160));
    const marked: InlineText = {
      text: label.text,
      marks: [{ kind: 'strong', start: 0, end: label.text.length }],
    };
    this.#outline.addLine(joinInline(marked, line), tag);
  }

  /** A run-in label that was printed as a heading and has no paragraph of its own stands as a heading after all. */
  #releasePromoted(): void {
    const promoted = this.#promoted;
    if (promoted === null) return;
    this.#promoted = null;
    this.#openPlain(tidyHeading(promoted.line.text), promoted.line.text, promoted.level, false);
  }

  /** What heading a whole paragraph is, or null for ordinary text. */
  #headingInParagraph(text: string): HeadingKind | null {
    if (
      text.length > 160 ||
      text.includes(': (') ||
      /[.?!:;,”"]$/u.test(text.replace(/^[a-k]\.$/u, '')) ||
      !looksLikeTitle(text)
    )
      return null;
    const kind = readHeading(text, this.#ask);
    switch (kind.kind) {
      case 'chapter':
        return this.#standard.findChapter(kind.heading) === kind.number ? kind : null;
      case 'lettered':
      case 'plain':
        return this.#ask(stripGlue(text)).kind === 'topic' ? kind : null;
      case 'endnote':
        return kind;
      default:
        return null;
    }
  }
}

/** The places that the edition's standard outline gives to headings. */
class StandardPlaces {
  readonly #chapters = new Map<string, string>();
  readonly #letters = new Map<string, string>();
  readonly #third = new Set<string>();

  constructor(entries: readonly OutlineEntry[]) {
    for (const { key, heading } of entries) {
      const plain = normaliseHeading(heading);
      const lettered = /^(\d+)\.([a-k])$/u.exec(key);
      if (/^\d+$/u.test(key)) this.#chapters.set(plain, key);
      else if (lettered !== null) this.#letters.set(`${lettered[1]}\n${plain}`, lettered[2] ?? '');
      else if (key.split('/').length > 2) this.#third.add(plain);
    }
  }

  findChapter(heading: string): string | null {
    return this.#chapters.get(normaliseHeading(heading)) ?? null;
  }

  findLetter(chapter: string, heading: string): string | null {
    return this.#letters.get(`${chapter}\n${normaliseHeading(heading)}`) ?? null;
  }

  /** True for headings that stand two levels beneath a lettered subsection. */
  isThird(heading: string): boolean {
    return this.#third.has(normaliseHeading(heading));
  }
}

function levelOf(tag: string): number {
  const match = /^h([1-6])$/u.exec(tag);
  return match === null ? 9 : Number(match[1]);
}
