import { Problem } from '../../domain/problem.ts';
import { MOST_TEXT, NOTHING_QUOTED, QUOTED_FORMATS, type QuotedFile } from './quoted-file.ts';
import { findCitedRows } from './read-quoted-csv.ts';
import { parseClaims, readQuotedHtml } from './read-quoted-html.ts';
import { findCited } from './read-quoted-json.ts';
import { readQuotedPdf } from './read-quoted-pdf.ts';
import { readQuotedMd, readQuotedTxt } from './read-quoted-text.ts';
import { readQuotedZip } from './read-quoted-zip.ts';

/**
 * Reads a file of whoever wrote it, for what it may quote. What it is, its first bytes tell, and its name where they
 * do not.
 * @throws Problem unreadable-page, in plain words, if it cannot be read
 */
export async function readQuotedFile(bytes: Uint8Array, name: string): Promise<QuotedFile> {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (start.startsWith('PK')) return readQuotedZip(bytes);
  if (start.includes('%PDF-')) return readQuotedPdf(bytes);
  const text = decode(bytes, name);
  const opening = text.slice(0, 2000).trimStart();
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  // Markdown may begin with a bracket, too.
  if (/^[{[]/.test(opening) && !/^(?:md|markdown|txt)$/.test(ending)) return readJson(text, name);
  if (/^(?:<!doctype html|<html|<\?xml|<!--)/i.test(opening) || /^html?$/.test(ending)) {
    return { format: 'html', ...readQuotedHtml(text) };
  }
  if (ending === 'csv' || /^"?edition"?,"?area"?,/.test(opening)) {
    const cited = findCitedRows(text);
    if (cited === null) {
      throw new Problem('unreadable-page', 'The table has no columns “address” and “text”.');
    }
    return { ...NOTHING_QUOTED, format: 'csv', cited };
  }
  return ending === 'md' || ending === 'markdown'
    ? { format: 'md', ...readQuotedMd(text) }
    : { format: 'txt', ...readQuotedTxt(text) };
}

/** One JSON, or one a line. */
function readJson(text: string, name: string): QuotedFile {
  const whole = parseClaims(text);
  if (whole !== null) return { ...NOTHING_QUOTED, format: 'json', ...findCited(whole) };
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.map(parseClaims);
  if (rows.includes(null))
    throw new Problem('unreadable-page', `${name} is no JSON: it is damaged or cut off.`);
  return { ...NOTHING_QUOTED, format: 'jsonl', cited: findCited(rows).cited };
}

function decode(bytes: Uint8Array, name: string): string {
  if (bytes.length > MOST_TEXT) throw new Problem('unreadable-page', `${name} is larger than any report.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('unreadable-page', `${name} is of no kind that can be read.`, [
      `What can be read: ${QUOTED_FORMATS.join(', ')}; texts in UTF-8.`,
    ]);
  }
}
