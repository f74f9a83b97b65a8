import { assertNever } from '../domain/assert-never.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { ReportOutline } from '../domain/outline.ts';
import type { SectionKey } from '../domain/section.ts';
import type { SectionChoice } from '../domain/selection.ts';
import type { PassageSpan } from '../store/store.ts';

/** What a list of choices takes from one report. */
export interface PassagePick {
  /** For each section of the outline: not taken, a heading shown only for its place, or taken. */
  readonly headings: readonly HeadingPick[];
  /** Passages taken, in page order, without repeats. */
  readonly spans: readonly PassageSpan[];
  readonly passages: number;
  readonly words: number;
  /** Choices for which the report has nothing. */
  readonly missing: readonly SectionChoice[];
}

export type HeadingPick = 'left' | 'context' | 'taken';

/**
 * Picks what was asked for: a section with everything beneath it, and with its repeats where the page prints its
 * label twice; a topic wherever a heading or run-in label stands for it or for a narrower one. A section headed
 * with the topic gives all its direct text; one that is a whole chapter of that subject, everything beneath too.
 */
export function pickPassages(
  outline: ReportOutline,
  choices: readonly SectionChoice[],
  catalog: Catalog,
): PassagePick {
  const { sections, stretches } = outline;
  const draft = new PickDraft(outline);
  const missing = choices.filter((choice) => {
    switch (choice.kind) {
      case 'all':
        draft.takeEverything();
        return sections.length === 0;
      case 'section':
        return !takeSections(choice.key, outline, draft);
      case 'topic':
        return !takeTopic(catalog.topicsWithin(choice.topic), outline, draft, catalog);
      default:
        return assertNever(choice);
    }
  });
  const spans: PassageSpan[] = [];
  let passages = 0;
  let words = 0;
  stretches.forEach((stretch, i) => {
    if (!draft.stretches[i]) return;
    passages += stretch.last - stretch.first + 1;
    words += stretch.words;
    const open = spans.at(-1);
    if (open !== undefined && open.last === stretch.first - 1)
      spans[spans.length - 1] = { first: open.first, last: stretch.last };
    else spans.push({ first: stretch.first, last: stretch.last });
  });
  return { headings: draft.finishHeadings(), spans, passages, words, missing };
}

/** True if a section's key is the one asked for, or a repeat of it: `2` asks for `2~2`, `2.a` for `2~2.a`. */
export function isAskedSection(key: SectionKey, asked: SectionKey): boolean {
  return key === asked || (key.includes('~') && !asked.includes('~') && key.replace(/~\d+/g, '') === asked);
}

function takeSections(asked: SectionKey, { sections }: ReportOutline, draft: PickDraft): boolean {
  let found = false;
  sections.forEach(({ key }, i) => {
    if (!isAskedSection(key, asked)) return;
    draft.takeSubtree(i);
    found = true;
  });
  return found;
}

function takeTopic(
  wanted: ReadonlySet<string>,
  { sections, stretches }: ReportOutline,
  draft: PickDraft,
  catalog: Catalog,
): boolean {
  let found = false;
  sections.forEach(({ topics }, i) => {
    const matches = topics.filter(({ topic }) => wanted.has(topic));
    if (matches.length === 0) return;
    found = true;
    if (matches.some(({ topic }) => catalog.findTopic(topic)?.kind === 'chapter')) draft.takeSubtree(i);
    else draft.takeDirect(i);
  });
  stretches.forEach(({ topics }, i) => {
    if (!topics.some((topic) => wanted.has(topic))) return;
    found = true;
    draft.takeStretch(i);
  });
  return found;
}

/** Which headings and stretches have been taken so far. */
class PickDraft {
  readonly stretches: boolean[];
  readonly #headings: HeadingPick[];
  readonly #outline: ReportOutline;
  readonly #indexes: ReadonlyMap<SectionKey, number>;

  constructor(outline: ReportOutline) {
    this.#outline = outline;
    this.#headings = outline.sections.map(() => 'left');
    this.stretches = outline.stretches.map(() => false);
    this.#indexes = new Map(outline.sections.map(({ key }, i) => [key, i]));
  }

  takeEverything(): void {
    this.#headings.fill('taken');
    this.stretches.fill(true);
  }

  takeSubtree(at: number): void {
    const { sections } = this.#outline;
    const top = sections[at];
    if (top === undefined) return;
    this.#headings[at] = 'taken';
    for (let i = at + 1; (sections[i]?.depth ?? 0) > top.depth; i += 1) this.#headings[i] = 'taken';
    this.#takeRange(top.firstPassage, top.endPassage);
  }

  takeDirect(at: number): void {
    const section = this.#outline.sections[at];
    if (section === undefined) return;
    this.#headings[at] = 'taken';
    this.#takeRange(section.firstPassage, section.firstPassage + section.passageCount);
  }

  takeStretch(at: number): void {
    this.stretches[at] = true;
    const index = this.#indexes.get(this.#outline.stretches[at]?.section ?? '');
    if (index !== undefined) this.#headings[index] = 'taken';
  }

  /** The headings, those above a taken one added for context. */
  finishHeadings(): HeadingPick[] {
    const headings = [...this.#headings];
    this.#headings.forEach((pick, i) => {
      if (pick !== 'taken') return;
      let parent = this.#outline.sections[i]?.parent ?? null;
      while (parent !== null) {
        const index = this.#indexes.get(parent);
        if (index === undefined) break;
        if (headings[index] === 'left') headings[index] = 'context';
        parent = this.#outline.sections[index]?.parent ?? null;
      }
    });
    return headings;
  }

  #takeRange(first: number, end: number): void {
    this.#outline.stretches.forEach((stretch, i) => {
      if (stretch.first >= first && stretch.first < end) this.stretches[i] = true;
    });
  }
}
