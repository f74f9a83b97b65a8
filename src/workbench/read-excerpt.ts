import type { Catalog } from '../domain/catalog.ts';
import type { ContentsEntry, Excerpt, ExcerptSection, Gap } from '../domain/publication.ts';
import type { SectionChoice } from '../domain/selection.ts';
import type { Store } from '../store/store.ts';
import { pickPassages } from './pick-passages.ts';

/** An excerpt before its text is read. */
export interface PlannedExcerpt {
  readonly entry: ContentsEntry;
  /** Null: the whole report. */
  readonly choices: readonly SectionChoice[] | null;
  readonly gaps: readonly Gap[];
}

/** Reads the text of an excerpt: two questions to the store, whatever its length. */
export async function readExcerpt(
  { entry, choices, gaps }: PlannedExcerpt,
  catalog: Catalog,
  store: Store,
): Promise<Excerpt> {
  const { report, edition, area, choice, heading } = entry;
  const outline = await store.readOutline(report);
  const pick = choices === null ? null : pickPassages(outline, choices, catalog);
  const passages =
    pick !== null && pick.spans.length === 0 ? [] : await store.readPassages(report, pick?.spans ?? null);
  const sections: ExcerptSection[] = [];
  let next = 0;
  outline.sections.forEach((section, i) => {
    const heading = pick === null ? 'taken' : (pick.headings[i] ?? 'left');
    const start = next;
    const end = section.firstPassage + section.passageCount;
    while (next < passages.length && (passages[next]?.order ?? end) < end) next += 1;
    if (heading === 'left') return;
    sections.push({ section, context: heading === 'context', passages: passages.slice(start, next) });
  });
  // A selection gives the newest text of every report.
  return { report, newest: true, edition, area, choice, heading, sections, gaps };
}
