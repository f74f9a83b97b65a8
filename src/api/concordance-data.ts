import { formatAddress } from '../domain/address.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { ConcordanceLine } from '../domain/concordance.ts';
import type { SearchCount } from '../domain/search-answer.ts';
import type { ConcordanceItem } from '../workbench/search/find-concordance.ts';
import { type DataFormat, escapeMarkdown, writeRow } from './data-document.ts';
import { describeSearchCount, listCountNotes } from './search-count-data.ts';

/** The columns of the CSV, a row a match. */
export const LINE_COLUMNS = [
  'edition',
  'area',
  'area_name',
  'section',
  'passage',
  'left',
  'match',
  'right',
  'address',
  'version',
] as const;

/** Characters of a piece; fewer and larger pieces cost less to send. */
const PIECE = 32_000;

/** All lines in pieces, behind the count of the passages they stand in. @param search the canonical query string */
export async function* renderConcordance(
  items: AsyncIterable<ConcordanceItem>,
  search: string,
  format: DataFormat,
): AsyncGenerator<string> {
  let piece = '';
  let lines = 0;
  for await (const item of items) {
    if (item.kind === 'count') piece += writeHead(item.count, search, format);
    else piece += writeLine(item.line, format, lines++);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece + (format === 'json' ? '\n]}\n' : '');
}

function writeHead(count: SearchCount, search: string, format: DataFormat): string {
  switch (format) {
    case 'csv':
      return writeRow(LINE_COLUMNS);
    case 'json':
      return `${JSON.stringify({ ...describeSearchCount(count), search }).slice(0, -1)},"lines":[`;
    case 'md': {
      const notes = listCountNotes(count).map((note) => `${escapeMarkdown(note)}\n\n`);
      return `# In context: ${escapeMarkdown(count.query.text)}\n\n${notes.join('')}| report | before | match | behind |\n|---|--:|---|---|\n`;
    }
    default:
      return assertNever(format);
  }
}

function writeLine(line: ConcordanceLine, format: DataFormat, place: number): string {
  const { report, section, number, left, match, right } = line;
  const { edition, area, areaName, version } = report;
  const address = formatAddress({ edition, area, section, passage: number });
  switch (format) {
    case 'csv':
      return writeRow([edition, area, areaName, section, number, left, match, right, address, version]);
    case 'json': {
      const data = {
        edition,
        area,
        areaName,
        section,
        passage: number,
        left,
        match,
        right,
        address,
        version,
      };
      return `${place === 0 ? '\n' : ',\n'}${JSON.stringify(data)}`;
    }
    case 'md': {
      const cells = [`${areaName}, ${edition} (${address})`, left, `\u0000${match}\u0000`, right];
      return `| ${cells.map(escapeMarkdown).join(' | ').replaceAll('\u0000', '**')} |\n`;
    }
    default:
      return assertNever(format);
  }
}
