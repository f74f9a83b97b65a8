import { getDocumentProxy } from 'unpdf';
import { Problem } from '../../domain/problem.ts';
import { MOST_TEXT, type QuotedFile } from './quoted-file.ts';
import { takeClaims } from './read-quoted-text.ts';

const MOST_PAGES = 10_000;

/** Lines at the head and foot of pages that stand on so many of them are no text of the report. */
const RUNNING = 3;

/** @throws Problem unreadable-page if it is damaged, locked or has only pictures */
export async function readQuotedPdf(bytes: Uint8Array): Promise<QuotedFile> {
  const pages = await readPages(bytes);
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
  return { format: 'pdf', cited: [], ...takeClaims(blocks) };
}

async function readPages(bytes: Uint8Array): Promise<string[][]> {
  try {
    const pdf = await getDocumentProxy(bytes.slice(), {
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
    await pdf.destroy();
    return pages;
  } catch (error) {
    if (error instanceof Problem) throw error;
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new Problem(
      'unreadable-page',
      locked ? 'The PDF is locked with a password.' : 'The PDF is damaged and cannot be read.',
    );
  }
}

function listEnds(lines: readonly string[]): string[] {
  return [...lines.slice(0, 2), ...lines.slice(-2)];
}

/** Without its numbers, which count the pages. */
function plain(line: string): string {
  return line.replace(/\d+/g, '#');
}
