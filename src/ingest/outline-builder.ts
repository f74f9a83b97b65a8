import type { CrosswalkAnswer } from '../domain/crosswalk.ts';
import type { Finding, FindingKind } from '../domain/finding.ts';
import type { SectionKey } from '../domain/section.ts';
import { slugify } from '../domain/slug.ts';
import type { TopicMatch } from '../domain/topic.ts';
import type { InlineText } from './inline-text.ts';

/** A section while the page is being read. */
export interface DraftSection {
  readonly key: SectionKey;
  readonly parent: DraftSection | null;
  readonly depth: number;
  readonly label: string | null;
  readonly heading: string;
  readonly printed: string;
  readonly topics: readonly TopicMatch[];
  /** Level of the tag it was printed in; 9 where none was. */
  readonly level: number;
  readonly lines: DraftLine[];
}

/** A passage while the page is being read. */
export interface DraftLine {
  readonly line: InlineText;
  readonly tag: string;
}

/** Asks the crosswalk with the headings above, nearest first. */
export type AskCrosswalk = (heading: string, above: readonly string[]) => CrosswalkAnswer;

/**
 * The outline under construction: which chapter, lettered subsection and heading are open, and what has been
 * found odd. It knows the rules of nesting and nothing of markup.
 */
export class OutlineBuilder {
  readonly sections: DraftSection[] = [];
  readonly #ask: AskCrosswalk;
  readonly #firstKey: SectionKey;
  readonly #keys = new Set<SectionKey>();
  readonly #findings = new Map<string, Finding>();
  #chapter: DraftSection | null = null;
  #lettered: DraftSection | null = null;
  /** Open headings without a letter, outermost first. */
  #plain: DraftSection[] = [];

  /** @param firstKey the section of text that stands before any heading */
  constructor(ask: AskCrosswalk, firstKey: SectionKey) {
    this.#ask = ask;
    this.#firstKey = firstKey;
  }

  get chapter(): DraftSection | null {
    return this.#chapter;
  }

  get lettered(): DraftSection | null {
    return this.#lettered;
  }

  /** The section to which text now belongs, or null before the first. */
  get current(): DraftSection | null {
    return this.#plain.at(-1) ?? this.#lettered ?? this.#chapter;
  }

  /** The headings a new heading would stand under, nearest first. */
  get above(): string[] {
    return headingsFrom(this.current);
  }

  /** Opens a section of the first level. */
  openChapter(key: SectionKey, label: string | null, heading: string, printed: string, level: number): void {
    this.#chapter = this.#add(key, null, label, heading, printed, level);
    this.#lettered = null;
    this.#plain = [];
  }

  /** Opens a lettered subsection of the open chapter. */
  openLettered(letter: string, label: string | null, heading: string, printed: string, level: number): void {
    const parent = this.#chapter;
    const key = parent === null ? letter : `${parent.key}.${letter}`;
    this.#lettered = this.#add(key, parent, label, heading, printed, level);
    this.#plain = [];
  }

  /** Opens a heading without a letter beneath the given section. */
  openPlain(parent: DraftSection | null, heading: string, printed: string, level: number): void {
    const slug = slugify(heading).slice(0, 200) || 'heading';
    const key = parent === null ? slug : `${parent.key}/${slug}`;
    const at = parent === null ? -1 : this.#plain.indexOf(parent);
    const section = this.#add(key, parent, null, heading, printed, level);
    if (parent === null) {
      this.#chapter = section;
      this.#lettered = null;
      this.#plain = [];
    } else if (parent === this.#chapter) {
      this.#lettered = null;
      this.#plain = [section];
    } else this.#plain = [...this.#plain.slice(0, at + 1), section];
  }

  /** The open heading without a letter that a heading of this tag level stands beneath, or null. */
  findPlainAbove(level: number): DraftSection | null {
    return this.#plain.findLast((one) => one.level < level) ?? null;
  }

  /** Adds text to the section now open; `openFirst` opens one if there is none. */
  addLine(line: InlineText, tag: string): void {
    if (this.current === null)
      this.openChapter(this.#firstKey, null, this.#firstKey === 'note' ? 'Note' : 'Executive Summary', '', 9);
    this.current?.lines.push({ line, tag });
  }

  /** Notes a finding; several of one kind in one section with one detail are counted. */
  note(kind: FindingKind, detail: string, section: SectionKey | null = this.current?.key ?? null): void {
    const id = `${kind}\n${section}\n${detail}`;
    const known = this.#findings.get(id);
    this.#findings.set(id, { kind, section, detail, count: (known?.count ?? 0) + 1 });
  }

  get findings(): Finding[] {
    return [...this.#findings.values()];
  }

  #add(
    wanted: SectionKey,
    parent: DraftSection | null,
    label: string | null,
    heading: string,
    printed: string,
    level: number,
  ): DraftSection {
    let key = wanted;
    for (let n = 2; this.#keys.has(key); n += 1) key = `${wanted}~${n}`;
    this.#keys.add(key);
    const answer = this.#ask(heading, headingsFrom(parent));
    const topics = answer.kind === 'topic' ? [{ topic: answer.topic, relation: answer.relation }] : [];
    const section: DraftSection = {
      key,
      parent,
      depth: parent === null ? 1 : parent.depth + 1,
      label,
      heading,
      printed,
      topics,
      level,
      lines: [],
    };
    this.sections.push(section);
    if (key !== wanted) this.note('repeated-label', label ?? heading, key);
    if (topics.length === 0) this.note('unmapped-heading', heading.slice(0, 160), key);
    return section;
  }
}

function headingsFrom(section: DraftSection | null): string[] {
  const headings: string[] = [];
  for (let one = section; one !== null; one = one.parent) headings.push(one.heading);
  return headings;
}
