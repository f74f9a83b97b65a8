import { excerptAnchor } from '../domain/excerpt-anchor.ts';
import { type Mark, segmentText } from '../domain/mark.ts';
import type { Passage } from '../domain/passage.ts';
import type { Excerpt, ExcerptSection } from '../domain/publication.ts';
import type { Report } from '../domain/report.ts';
import type { TextRange } from '../domain/search-answer.ts';
import type { Section } from '../domain/section.ts';
import { headingText } from './front-matter.ts';

/** The sections of an excerpt, for a page on which several reports stand; headings from h3. */
export function renderExcerptHtml(excerpt: Excerpt, signOf: SignOf = NO_SIGN): string {
  const prefix = `${excerptAnchor(excerpt)}-`;
  let html = '';
  for (const section of excerpt.sections)
    html += renderSectionHtml(section, prefix, 3, NOTHING_FOUND, signOf);
  return html;
}

/** What a search found in passages, by their order in the report. */
export type FoundRanges = ReadonlyMap<number, readonly TextRange[]>;

const NOTHING_FOUND: FoundRanges = new Map();

/** A few words beside a passage that lead elsewhere. */
export interface PassageSign {
  readonly text: string;
  readonly address: string;
}

/** What stands beside a passage, or null for nothing. */
export type SignOf = (passage: Passage) => PassageSign | null;

const NO_SIGN: SignOf = () => null;

/** Where a place is cited, by its fragment: `1.c` or `1.c:4`. */
export type CiteAddressOf = (fragment: string) => string;

/**
 * A whole report, for a page of its own: ids are the fragments of its addresses, `1.c:4`; headings from h2.
 * @param found what to mark in its text
 */
export function renderReportHtml(
  report: Report,
  found: FoundRanges = NOTHING_FOUND,
  signOf: SignOf = NO_SIGN,
  citeOf: CiteAddressOf | null = null,
): string {
  let html = '';
  for (const section of report.sections) {
    const start = section.firstPassage - 1;
    const passages = report.passages.slice(start, start + section.passageCount);
    html += renderSectionHtml({ section, context: false, passages }, '', 2, found, signOf, citeOf);
  }
  return html;
}

/** A heading and its passages. `level` is that of the tag for sections of depth 1. */
export function renderSectionHtml(
  { section, context, passages }: ExcerptSection,
  idPrefix: string,
  level: number,
  found: FoundRanges = NOTHING_FOUND,
  signOf: SignOf = NO_SIGN,
  citeOf: CiteAddressOf | null = null,
): string {
  let html = renderHeadingHtml(section, context, idPrefix, level, citeOf);
  let listOpen = false;
  for (const passage of passages) {
    const isItem = passage.kind === 'list-item';
    if (isItem !== listOpen) html += isItem ? '<ul class="passages">\n' : '</ul>\n';
    listOpen = isItem;
    html += renderPassageHtml(passage, idPrefix, found.get(passage.order), signOf(passage), citeOf);
  }
  return listOpen ? `${html}</ul>\n` : html;
}

/** A passage with its id and a link to itself, which is its number. */
export function renderPassageHtml(
  passage: Passage,
  idPrefix: string,
  found: readonly TextRange[] = [],
  sign: PassageSign | null = null,
  citeOf: CiteAddressOf | null = null,
): string {
  const { section, number, kind, text, marks } = passage;
  const fragment = escapeAttribute(`${section}:${number}`);
  const id = idPrefix + fragment;
  const tag = kind === 'list-item' ? 'li' : 'p';
  const kindClass = kind === 'paragraph' ? '' : ` ${kind}`;
  const link = `<a class="number" href="#${id}" aria-label="Passage ${fragment}">${number}</a>`;
  return `<${tag} class="passage${kindClass}" id="${id}">${link}${renderMarkedHtml(text, marks, found)}${renderCite(`${section}:${number}`, citeOf)}${renderSign(sign)}</${tag}>\n`;
}

/** A quiet way to the page that cites the place. */
function renderCite(fragment: string, citeOf: CiteAddressOf | null): string {
  return citeOf === null
    ? ''
    : ` <a class="cite-link" href="${escapeAttribute(citeOf(fragment))}" aria-label="Cite ${escapeAttribute(fragment)}">cite</a>`;
}

/** The same, where passages of two reports stand side by side. @param name what is cited: "2023 1.c:4" */
export function renderSideCite(address: string | null, name: string): string {
  return address === null
    ? ''
    : ` <a class="cite-link" href="${escapeAttribute(address)}" aria-label="Cite ${escapeAttribute(name)}">cite</a>`;
}

/** Behind the text, so that it is read behind it. */
function renderSign(sign: PassageSign | null): string {
  return sign === null
    ? ''
    : ` <a class="age" href="${escapeAttribute(sign.address)}">${escapeText(sign.text)}</a>`;
}

/** Text with its marks, and those of a search, as HTML. Only the markup written here can come out of it. */
export function renderMarkedHtml(
  text: string,
  marks: readonly Mark[],
  found: readonly TextRange[] = [],
): string {
  if (marks.length === 0 && found.length === 0) return escapeText(text);
  const shown: readonly ShownMark[] = [
    ...marks,
    ...found.map((range) => ({ kind: 'hit' as const, ...range })),
  ];
  let html = '';
  let openHref: string | null = null;
  for (const segment of segmentText(text, shown)) {
    const href = findHref(segment.marks);
    if (href !== openHref) {
      if (openHref !== null) html += '</a>';
      if (href !== null) html += `<a href="${escapeAttribute(href)}" rel="noopener noreferrer">`;
      openHref = href;
    }
    let inner = escapeText(segment.text);
    for (const [kind, tag] of MARK_TAGS) {
      if (segment.marks.some((mark) => mark.kind === kind)) inner = `<${tag}>${inner}</${tag}>`;
    }
    html += inner;
  }
  return openHref === null ? html : `${html}</a>`;
}

type ShownMark = Mark | ({ readonly kind: 'hit' } & TextRange);

const MARK_TAGS = [
  ['hit', 'mark'],
  ['superscript', 'sup'],
  ['subscript', 'sub'],
  ['underline', 'u'],
  ['emphasis', 'em'],
  ['strong', 'strong'],
] as const;

/** For text between tags. */
export function escapeText(text: string): string {
  return /[&<>]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;
}

/** For values between double quotation marks. */
export function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}

function renderHeadingHtml(
  section: Section,
  context: boolean,
  idPrefix: string,
  level: number,
  citeOf: CiteAddressOf | null,
): string {
  const tag = `h${Math.min(6, level + section.depth - 1)}`;
  const key = escapeAttribute(section.key);
  const id = idPrefix + key;
  const link = `<a class="address" href="#${id}" aria-label="Address of ${key}">#</a>`;
  return `<${tag} id="${id}"${context ? ' class="context"' : ''}>${escapeText(headingText(section))} ${link}${renderCite(section.key, citeOf)}</${tag}>\n`;
}

function findHref(marks: readonly ShownMark[]): string | null {
  const link = marks.find((mark) => mark.kind === 'link');
  return link !== undefined && /^(?:https?:\/\/|mailto:)/i.test(link.href) ? link.href : null;
}
