import { createHash } from 'node:crypto';
import { BookmarkEnd, BookmarkStart, FootnoteReferenceRun, Paragraph, type ParagraphChild } from 'docx';
import { DocxLink } from './docx-link.ts';

/** Word takes no longer name for a bookmark. */
const LONGEST_NAME = 40;

/** A heading as the contents name it. */
export interface DocxEntry {
  readonly level: number;
  readonly text: string;
  /** The name of the bookmark around it. */
  readonly bookmark: string;
}

/**
 * What the parts of one document count together: its notes, its links, its bookmarks and its headings. The package's
 * own bookmarks and links have numbers that go on from one document to the next, or random ones.
 */
export class DocxBook {
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  /** In the order in which they were written, which is to be that of the document. */
  readonly entries: DocxEntry[] = [];
  readonly #targets = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();
  #notes = 0;
  #marks = 0;

  /** The sign of a new note at the foot of the page. */
  note(children: readonly ParagraphChild[]): FootnoteReferenceRun {
    this.#notes += 1;
    this.footnotes[this.#notes] = { children: [new Paragraph({ style: 'FootnoteText', children })] };
    return new FootnoteReferenceRun(this.#notes);
  }

  /** A link out of the document, or the bare runs if the address is none a reader should be led to. */
  link(href: string, children: readonly ParagraphChild[]): readonly ParagraphChild[] {
    const target = toTarget(href);
    if (target === null) return children;
    const id = this.#targets.get(target) ?? `Link${this.#targets.size + 1}`;
    this.#targets.set(target, id);
    return [new DocxLink(children, id, target) as unknown as ParagraphChild];
  }

  /** The runs with a bookmark around them, by which they can be reached from elsewhere. */
  bookmark(address: string, children: readonly ParagraphChild[]): ParagraphChild[] {
    this.#marks += 1;
    const id = this.#marks;
    return [
      new BookmarkStart(this.bookmarkName(address), id) as unknown as ParagraphChild,
      ...children,
      new BookmarkEnd(id) as unknown as ParagraphChild,
    ];
  }

  /** `2021/mli#1.c:4` → `r2021_mli_1_c_4`: letters, digits and low lines only; the same for the same address. */
  bookmarkName(address: string): string {
    const known = this.#names.get(address);
    if (known !== undefined) return known;
    let name = `r${address.replaceAll(/[^A-Za-z0-9]+/g, '_')}`;
    if (name.length > LONGEST_NAME || this.#taken.has(name.toLowerCase())) {
      const digest = createHash('sha256').update(address).digest('hex').slice(0, 12);
      name = `${name.slice(0, LONGEST_NAME - 13)}_${digest}`;
    }
    this.#taken.add(name.toLowerCase());
    this.#names.set(address, name);
    return name;
  }
}

/** A link that is no proper address makes Word call the whole document damaged. */
function toTarget(href: string): string | null {
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return null;
  return URL.canParse(href) ? new URL(href).href : null;
}
