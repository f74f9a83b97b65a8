import { type CrosswalkAnswer, normaliseHeading } from '../domain/crosswalk.ts';
import { collapseSpace, countWords } from '../domain/words.ts';
import type { Block } from './page-blocks.ts';

/** What a printed heading says of its own place. */
export type HeadingKind =
  /** "Section 1." alone; the next heading is its title. */
  | { readonly kind: 'chapter-label'; readonly number: string }
  | { readonly kind: 'chapter'; readonly number: string; readonly label: string; readonly heading: string }
  | { readonly kind: 'summary' }
  | { readonly kind: 'endnote' }
  | { readonly kind: 'lettered'; readonly letter: string; readonly label: string; readonly heading: string }
  /** A run-in label printed as a heading: it ends in a colon. */
  | { readonly kind: 'run-in'; readonly text: string }
  /** A sentence inside heading markup. */
  | { readonly kind: 'sentence' }
  | { readonly kind: 'plain'; readonly heading: string };

const CHAPTER_LABEL = /^Section\s+(\d{1,2})\s*\.?$/iu;
const CHAPTER = /^(Section\s+(\d{1,2})\s*\.)\s*(\S.*)$/iu;
const LETTERED = /^(([a-k])\s*\.)\s*(\p{L}.*)$/iu;
const GLUED_ADDRESS = /^(https?:\/\/\S*?\/)(?=\p{Lu}|[a-k]\.\s)/u;
const GLUED_TAG = /^h[1-6]>/u;

/** Reads a heading's own words. `ask` is the crosswalk with the headings above already given. */
export function readHeading(printed: string, ask: (heading: string) => CrosswalkAnswer): HeadingKind {
  const text = stripGlue(printed);
  const bare = CHAPTER_LABEL.exec(text);
  if (bare !== null) return { kind: 'chapter-label', number: bare[1] ?? '' };
  const chapter = CHAPTER.exec(text);
  if (chapter !== null) {
    return {
      kind: 'chapter',
      number: chapter[2] ?? '',
      label: chapter[1] ?? '',
      heading: tidyHeading(chapter[3] ?? ''),
    };
  }
  const plain = normaliseHeading(text);
  if (isSummaryHeading(text)) return { kind: 'summary' };
  if (/^endnote\b/u.test(plain)) return { kind: 'endnote' };
  const lettered = LETTERED.exec(text);
  if (lettered !== null) {
    const letter = (lettered[2] ?? '').toLowerCase();
    return { kind: 'lettered', letter, label: lettered[1] ?? '', heading: tidyHeading(lettered[3] ?? '') };
  }
  const known = ask(text).kind === 'topic';
  if (!known && (countWords(text) > 18 || /[.!?]$/u.test(text) || /:\s+\S+.*\.$/u.test(text)))
    return { kind: 'sentence' };
  if (text.endsWith(':')) return { kind: 'run-in', text };
  return { kind: 'plain', heading: tidyHeading(text) };
}

/** True for the summary's own heading. */
export function isSummaryHeading(printed: string): boolean {
  return normaliseHeading(stripGlue(printed)) === 'executive summary';
}

/** The heading without an address or a broken tag glued to its front. */
export function stripGlue(printed: string): string {
  return collapseSpace(
    printed
      .replace(GLUED_TAG, '')
      .replace(GLUED_ADDRESS, '')
      .replace(/^[\u200B-\u200F\u00AD]+/u, ''),
  );
}

/** Without closing colon, full stop and invisible characters. */
export function tidyHeading(heading: string): string {
  return collapseSpace(heading.replace(/[\u200B-\u200F\u00AD]/gu, '')).replace(/[\s:.]+$/u, '');
}

/** True if the page prints the block as a heading. */
export function isHeadingBlock(block: Block): boolean {
  return /^h[1-6]$/u.test(block.tag) || block.classes.includes('report-toc-section');
}

/** True if the page prints the block as a chapter's title. */
export function isChapterTitle(block: Block): boolean {
  return block.classes.includes('report__section-title');
}
