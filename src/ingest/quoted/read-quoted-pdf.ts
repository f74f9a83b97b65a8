import { getDocumentProxy } from 'unpdf';
import { Problem } from '../../domain/problem.ts';
import { MOST_TEXT, type QuotedFile } from './quoted-file.ts';
import { parseClaims } from './read-quoted-html.ts';

/** As much of its opening as no line is broken in. */
const OPENING = '{"kind":"variorum-';

const MOST_PAGES = 10_000;

/** Lines at the head and foot of pages that stand on so many of them are no text of the report. */
const RUNNING = 3;

/** @throws Problem unreadable-page if it is damaged, locked or has only pictures */
export async function readQuotedPdf(bytes: Uint8Array): Promise<QuotedFile> {
  const { pages, attached } = await readPages(bytes);
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(listEnds(lines).map(plain))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const blocks = pages.flatMap((lines) => {
    const ends = new Set(listEnds(lines).filter((line) => (counts.get(plain(line)) ?? 0) >= RUNNING));
    return lines.filter((line) => !ends.has(line));
  });
  if (blocks.length === 0) {
    throw new Problem('unreadable-page', 'The PDF has no text in it; pictures of pages cannot be read.');
  }
  if (attached !== null) return { format: 'pdf', cited: [], blocks, claims: attached };
  return { format: 'pdf', cited: [], ...takePrintedClaims(blocks) };
}

async function readPages(
  bytes: Uint8Array,
): Promise<{ readonly pages: readonly string[][]; readonly attached: unknown }> {
  try {
    // A copy, and no Buffer: the library takes what it is given for its own.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      useSystemFonts: false,
      verbosity: 0,
    });
    if (pdf.numPages > MOST_PAGES) {
      throw new Problem(
        'unreadable-page',
        `The PDF has ${pdf.numPages} pages; at most ${MOST_PAGES} are read.`,
      );
    }
    const pages: string[][] = [];
    let length = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      let text = '';
      for (const item of items) {
        if (!('str' in item)) continue;
        text += item.str + (item.hasEOL ? '\n' : '');
      }
      page.cleanup();
      length += text.length;
      if (length > MOST_TEXT)
        throw new Problem('unreadable-page', 'The PDF holds more text than any report.');
      pages.push(
        text
          .split('\n')
          .map((line) => line.replace(/\s+/gu, ' ').trim())
          .filter((line) => line !== ''),
      );
    }
    const attached = findAttached(await pdf.getAttachments());
    await pdf.destroy();
    return { pages, attached };
  } catch (error) {
    if (error instanceof Problem) throw error;
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new Problem(
      'unreadable-page',
      locked ? 'The PDF is locked with a password.' : 'The PDF is damaged and cannot be read.',
    );
  }
}

/** The data for programs, where a PDF carries it as a file. */
function findAttached(attachments: unknown): unknown {
  if (typeof attachments !== 'object' || attachments === null) return null;
  const files = attachments instanceof Map ? [...attachments.values()] : Object.values(attachments);
  for (const file of files as readonly unknown[]) {
    if (typeof file !== 'object' || file === null || !('content' in file) || !('filename' in file)) continue;
    if (!/variorum-verification\.json$/.test(String(file.filename))) continue;
    if (file.content instanceof Uint8Array) return parseClaims(new TextDecoder().decode(file.content));
  }
  return null;
}

/** The data for programs, where it was printed: broken into lines, which have no white space of their own. */
function takePrintedClaims(lines: readonly string[]): Pick<QuotedFile, 'blocks' | 'claims'> {
  const first = lines.findLastIndex((line) => line.includes(OPENING));
  if (first === -1) return { blocks: lines, claims: null };
  const opening = lines[first] ?? '';
  let json = opening.slice(opening.indexOf(OPENING));
  for (let at = first + 1; at <= lines.length; at += 1) {
    const claims = json.endsWith('}') ? parseClaims(json) : null;
    if (claims !== null) return { blocks: [...lines.slice(0, first), ...lines.slice(at)], claims };
    json += lines[at] ?? '';
  }
  return { blocks: lines, claims: null };
}

function listEnds(lines: readonly string[]): string[] {
  return [...lines.slice(0, 2), ...lines.slice(-2)];
}

/** Without its numbers, which count the pages. */
function plain(line: string): string {
  return line.replace(/\d+/g, '#');
}
