import { type Mark, segmentText } from '../domain/mark.ts';
import type { ReportFact } from '../domain/report-facts.ts';

/**
 * Text as CommonMark that shows exactly this text: what could be markup is escaped (section 2.4 of the
 * specification), at the start of a line also what could open a list, heading or quotation (sections 4 and 5).
 */
export function escapeMarkdown(text: string): string {
  return escapeLineStart(escapeInline(text));
}

/** A passage's text with its marks; a mark that Markdown cannot say where it stands is left out. */
export function renderMarkedMarkdown(text: string, marks: readonly Mark[]): string {
  if (marks.length === 0) return escapeMarkdown(text);
  let out = '';
  let openLink: string | null = null;
  let linkStart = 0;
  const segments = segmentText(text, marks);
  segments.forEach((segment, i) => {
    const href = findHref(segment.marks);
    if (href !== openLink) {
      if (openLink !== null) out += `](<${escapeAddress(openLink)}>)`;
      if (href !== null) out += '[';
      openLink = href;
      linkStart = out.length;
    }
    const next = segments[i + 1];
    const endsLink = href !== null && (next === undefined || findHref(next.marks) !== href);
    const after = endsLink ? ']' : escapeInline(next?.text ?? '');
    const before = out.length === linkStart && href !== null ? '[' : out;
    out += emphasise(escapeInline(segment.text), delimiterFor(segment.marks), before, after);
  });
  if (openLink !== null) out += `](<${escapeAddress(openLink)}>)`;
  return escapeLineStart(out);
}

export function markdownHeading(level: number, text: string): string {
  return `${'#'.repeat(Math.min(6, level))} ${escapeMarkdown(text).replace(/#+$/, '\\$&')}\n\n`;
}

/** Facts as a list; addresses that lead out are links. */
export function markdownFacts(list: readonly ReportFact[]): string {
  return `${list.map(({ label, value, href }) => `- **${label}:** ${href === null ? escapeMarkdown(value) : writeAddress(href)}\n`).join('')}\n`;
}

function writeAddress(href: string): string {
  return /^https?:\/\/[^\s<>\\]+$/.test(href) ? `<${href}>` : escapeMarkdown(href);
}

function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<>~]|&(?=#?\w+;)|!(?=$)/gu, '\\$&');
}

/** A paragraph begins with letters; anything that would open another kind of block gets a backslash. */
function escapeLineStart(text: string): string {
  return text.replace(/^(?:(\d{1,9})([.)])|([#+=-]))(?=.|$)/u, (_, digits, sign, opener) =>
    opener === undefined ? `${digits}\\${sign}` : `\\${opener}`,
  );
}

function escapeAddress(href: string): string {
  return href.replace(/[\\<>]|&(?=#?\w+;)/g, '\\$&');
}

function findHref(marks: readonly Mark[]): string | null {
  const link = marks.find((mark) => mark.kind === 'link');
  return link !== undefined && /^(?:https?:\/\/|mailto:)/i.test(link.href) && !/[\s\p{Cc}]/u.test(link.href)
    ? link.href
    : null;
}

/** Underlining is emphasis by other means; raised and lowered text has no sign in CommonMark. */
function delimiterFor(marks: readonly Mark[]): string {
  const strong = marks.some(({ kind }) => kind === 'strong');
  const emphasis = marks.some(({ kind }) => kind === 'emphasis' || kind === 'underline');
  return `${strong ? '**' : ''}${emphasis ? '*' : ''}`;
}

/** Puts the delimiters where they work: next to the words, and only if both can open and close (section 6.2). */
function emphasise(text: string, delimiter: string, before: string, after: string): string {
  const inner = text.trim();
  if (delimiter === '' || inner === '') return text;
  const start = text.indexOf(inner);
  const lead = text.slice(0, start);
  const tail = text.slice(start + inner.length);
  const left = (lead || before).at(-1) ?? ' ';
  const right = (tail || after).charAt(0) || ' ';
  const opens = !isPunctuation(inner.charAt(0)) || isSpace(left) || isPunctuation(left);
  const closes = !isPunctuation(inner.at(-1) ?? '') || isSpace(right) || isPunctuation(right);
  if (!opens || !closes || left === '*') return text;
  return `${lead}${delimiter}${inner}${delimiter}${tail}`;
}

function isSpace(character: string): boolean {
  return /[\s\p{Zs}]/u.test(character);
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}
