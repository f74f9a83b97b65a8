import writeExcelFile from 'write-excel-file/node';
import { Problem } from '../domain/problem.ts';
import type { GatheredPublication } from '../domain/publication.ts';
import { listFrontMatter, WHAT_IT_IS } from './front-matter.ts';
import { CSV_COLUMNS, listCsvRows } from './render-csv.ts';
import { stillZip } from './still-zip.ts';

/** Characters a cell can hold (ECMA-376, limits of the application). */
const MOST_CHARACTERS = 32_767;

/**
 * XML 1.0 has no way to write these, and U+FFFD the library would leave out: a workbook writes them as `_xHHHH_`, and
 * so the underline of a text that looks like that itself (ECMA-376, ST_Xstring).
 */
const ESCAPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/g;

const WIDTHS: Readonly<Partial<Record<(typeof CSV_COLUMNS)[number], number>>> = {
  area_name: 22,
  heading: 32,
  label: 24,
  text: 100,
  topics: 28,
  address: 24,
  version: 14,
};

/**
 * A workbook of three sheets: the passages with the columns of the CSV, what was asked for and is not there, and
 * what it all is. Every text is a text, also one that begins with an equals sign.
 * @throws Problem invalid-input, with the address, if a text is longer than a cell can hold
 */
export async function renderXlsx(publication: GatheredPublication): Promise<Uint8Array> {
  const { excerpts, gapGroups } = publication;
  const passages = excerpts.flatMap(listCsvRows);
  refuseTooLong(passages);
  const gaps = gapGroups.flatMap(({ heading, lines }) =>
    lines.map(({ text }) => [toCell(heading), toCell(text)]),
  );
  const about = [
    ['About', WHAT_IT_IS],
    ...listFrontMatter(publication).map(({ label, value }) => [label, value]),
  ];
  const file = await writeExcelFile([
    {
      sheet: 'Passages',
      data: [CSV_COLUMNS.map(toHeader), ...passages.map((row) => row.map(toCell))],
      columns: CSV_COLUMNS.map((column) => ({ width: WIDTHS[column] ?? 10 })),
      stickyRowsCount: 1,
    },
    {
      sheet: 'Asked for and not here',
      data: [['What', 'Reason'].map(toHeader), ...gaps],
      columns: [{ width: 60 }, { width: 100 }],
      stickyRowsCount: 1,
    },
    {
      sheet: 'About',
      data: about.map((row) => row.map(toCell)),
      columns: [{ width: 24 }, { width: 100 }],
    },
  ]).toBuffer();
  return stillZip(file);
}

function toHeader(value: string) {
  return { value, type: String, fontWeight: 'bold' as const };
}

function toCell(text: string) {
  return { value: text.replace(ESCAPED, escapeCharacter), type: String, wrap: true };
}

function escapeCharacter(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

function refuseTooLong(rows: readonly (readonly string[])[]): void {
  const tooLong = rows.filter((row) => row.some((text) => text.length > MOST_CHARACTERS));
  if (tooLong.length === 0) return;
  const most = MOST_CHARACTERS.toLocaleString('en-US');
  throw new Problem(
    'invalid-input',
    `A cell of a workbook holds ${most} characters, and a passage of this report has more.`,
    [
      ...tooLong.map(
        (row) =>
          `${row[CSV_COLUMNS.indexOf('address')]}: ${Math.max(...row.map(({ length }) => length)).toLocaleString('en-US')} characters.`,
      ),
      'CSV, JSON Lines and Parquet hold texts of any length.',
    ],
  );
}
