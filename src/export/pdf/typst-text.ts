import { type Mark, segmentText } from '../../domain/mark.ts';

/**
 * Text on its way into Typst. Every text goes as a string literal (Typst reference, "String"), so that nothing in it
 * can become markup or code; markup is only what is written here.
 */

/** A text as a string literal of Typst's code mode. */
export function typstString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(SPECIAL, escapeCharacter)}"`;
}

/** Controls have no glyph, and half a surrogate pair is no character. */
const SPECIAL = /[\p{Cc}\p{Cs}]/gu;

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n';
  return character === '\t' ? ' ' : '\\u{fffd}';
}

/** Several pieces of code that each give content, as one: `{"a";emph("b")}`. */
export function typstJoin(pieces: readonly string[]): string {
  return pieces.length === 1 ? (pieces[0] ?? '""') : `{${pieces.join(';')}}`;
}

/** A text with its marks, as code that gives content. */
export function typstMarked(text: string, marks: readonly Mark[]): string {
  if (marks.length === 0) return typstString(text);
  return typstJoin(
    segmentText(text, marks).map((segment) => {
      let code = typstString(segment.text);
      for (const [kind, wrap] of MARK_FUNCTIONS) {
        if (segment.marks.some((mark) => mark.kind === kind)) code = `${wrap}(${code})`;
      }
      const href = findHref(segment.marks);
      return href === null ? code : typstLink(href, code);
    }),
  );
}

const MARK_FUNCTIONS = [
  ['superscript', 'super'],
  ['subscript', 'sub'],
  ['underline', 'underline'],
  ['emphasis', 'emph'],
  ['strong', 'strong'],
] as const;

/** A link that leads out; `code` gives what is shown. */
export function typstLink(href: string, code: string): string {
  return `link(${typstString(href)},${code})`;
}

/** An address shown as it is, and a link where it is one of the web. */
export function typstAddress(address: string): string {
  const shown = typstString(address);
  return /^https?:\/\/[^\s<>"]+$/i.test(address) ? typstLink(address, shown) : shown;
}

/** Calls a function of the prelude, as a line of markup. */
export function typstCall(name: string, ...values: readonly string[]): string {
  return `#${name}(${values.join(',')})\n`;
}

/** An array literal; one element needs the comma. */
export function typstArray(values: readonly string[]): string {
  return `(${values.map((value) => `${value},`).join('')})`;
}

function findHref(marks: readonly Mark[]): string | null {
  const link = marks.find((mark) => mark.kind === 'link');
  return link !== undefined && /^(?:https?:\/\/|mailto:)/i.test(link.href) ? link.href : null;
}
