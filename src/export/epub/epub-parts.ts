import { excerptAnchor } from '../../domain/excerpt-anchor.ts';
import type { Excerpt, ExcerptSection } from '../../domain/publication.ts';
import { headingText, listExcerptFacts } from '../front-matter.ts';
import { escapeAttribute, escapeText, renderSectionHtml } from '../html-passage.ts';
import { renderFactsHtml } from '../render-html.ts';
import { epubDocument } from './epub-document.ts';

/** A document of the book, and what of it the contents name. */
export interface EpubPart {
  readonly path: string;
  readonly text: string;
  /** Null for what continues the part before it. */
  readonly entry: EpubEntry | null;
}

/** A line of the contents: `path#fragment`, and what lies beneath it. */
export interface EpubEntry {
  readonly label: string;
  readonly href: string;
  readonly entries: readonly EpubEntry[];
}

/** Readers on small devices grow slow in a document with more words. */
const MOST_WORDS = 12_000;

/** The documents of one excerpt: one, or of a long one its head and each chapter. */
export function listEpubParts(excerpt: Excerpt, number: number): EpubPart[] {
  const anchor = excerptAnchor(excerpt);
  const pieces = splitExcerpt(excerpt.sections);
  const paths = pieces.map((_, i) => `report-${number}${i === 0 ? '' : `-${i + 1}`}.xhtml`);
  const entries = pieces.flatMap((sections, i) =>
    sections
      .filter(({ section }) => section.depth <= 2)
      .map(({ section }) => ({
        depth: section.depth,
        label: headingText(section),
        href: `${paths[i]}#${anchor}-${section.key}`,
      })),
  );
  return pieces.map((sections, i) => {
    let body = i === 0 ? renderHead(excerpt, anchor) : '';
    for (const section of sections) body += renderSectionHtml(section, `${anchor}-`, 2);
    const name = i === 0 || sections[0] === undefined ? '' : `${headingText(sections[0].section)}. `;
    return {
      path: paths[i] ?? '',
      text: epubDocument(`${name}${excerpt.heading}`, body, 'bodymatter'),
      entry:
        i === 0
          ? { label: excerpt.heading, href: `${paths[0]}#${anchor}`, entries: nestEntries(entries) }
          : null,
    };
  });
}

function renderHead(excerpt: Excerpt, anchor: string): string {
  const { facts, notice } = listExcerptFacts(excerpt);
  return `<h1 id="${escapeAttribute(anchor)}">${escapeText(excerpt.heading)}</h1>
<p>${escapeText(excerpt.report.title)}</p>
${renderFactsHtml(facts)}<p class="notice">${escapeText(notice)}</p>
`;
}

function splitExcerpt(sections: readonly ExcerptSection[]): readonly (readonly ExcerptSection[])[] {
  const words = sections.flatMap(({ passages }) => passages).reduce((sum, one) => sum + one.words, 0);
  if (words <= MOST_WORDS) return [sections];
  const pieces: ExcerptSection[][] = [[]];
  for (const section of sections) {
    if (section.section.depth === 1 && pieces.at(-1)?.length !== 0) pieces.push([]);
    pieces.at(-1)?.push(section);
  }
  return pieces;
}

interface FlatEntry {
  readonly depth: number;
  readonly label: string;
  readonly href: string;
}

/** Subsections beneath the chapter they follow; one that follows none stands by itself. */
function nestEntries(flat: readonly FlatEntry[]): EpubEntry[] {
  const nested: { label: string; href: string; entries: EpubEntry[] }[] = [];
  for (const { depth, label, href } of flat) {
    const above = depth === 1 ? undefined : nested.at(-1);
    (above?.entries ?? nested).push({ label, href, entries: [] });
  }
  return nested;
}
