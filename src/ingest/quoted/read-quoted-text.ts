import type { QuotedFile } from './quoted-file.ts';
import { parseClaims } from './read-quoted-html.ts';

const CLAIMS = /\{"kind":"variorum-verification".*\}/;

/** Plain text: a line a paragraph; the data for programs is a line, too. */
export function readQuotedTxt(text: string): Omit<QuotedFile, 'format'> {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  return { cited: [], ...takeClaims(lines) };
}

/** CommonMark as we write it, and most of what others write: without its marks. */
export function readQuotedMd(text: string): Omit<QuotedFile, 'format'> {
  const blocks = text
    .split(/(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+/)
    .map((block) => (CLAIMS.test(block) ? block : dropMarkup(block)));
  return { cited: [], ...takeClaims(blocks) };
}

/** The data for programs out of the paragraphs, wherever it stands. */
export function takeClaims(blocks: readonly string[]): Pick<QuotedFile, 'blocks' | 'claims'> {
  const at = blocks.findLastIndex((block) => CLAIMS.test(block));
  if (at === -1) return { blocks: blocks.filter((block) => block !== ''), claims: null };
  const claims = parseClaims(CLAIMS.exec(blocks[at] ?? '')?.[0] ?? '');
  return { blocks: blocks.filter((block, i) => block !== '' && i !== at), claims };
}

function dropMarkup(block: string): string {
  return block
    .replace(/^ {0,3}(?:#{1,6} |> ?|[-*+] |\d{1,9}[.)] )/gm, '')
    .replace(
      /(?<!\\)\[((?:[^\]\\]|\\.){0,2000})\]\((?:<[^>\n]{0,2000}>|(?:[^()\\\s]|\\.){0,2000})(?: "(?:[^"\\]|\\.){0,500}")?\)/g,
      '$1',
    )
    .replace(/(?<!\\)(?:\*{1,3}|_{1,3}(?=\S)|`)/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});/gi, decode)
    .replace(/\\?(?:\r\n?|\n)/g, ' ')
    .trim();
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

function decode(whole: string, name: string): string {
  const known = NAMED[name.toLowerCase()];
  if (known !== undefined) return known;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
