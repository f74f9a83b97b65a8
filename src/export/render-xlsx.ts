import writeExcelFile from 'write-excel-file/node';
import type { GatheredPublication } from '../domain/publication.ts';
import { listFrontMatter, WHAT_IT_IS } from './front-matter.ts';
import { CSV_COLUMNS, listCsvRows } from './render-csv.ts';
import { stillZip } from './still-zip.ts';
import { toXmlText } from './xml-text.ts';

/** Characters a cell can hold (ECMA-376, limits of the application). */
const MOST_CHARACTERS = 32_767;

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
 * @throws Error if a text is longer than a cell can hold
 */
export async function renderXlsx(publication: GatheredPublication): Promise<Uint8Array> {
  const { excerpts, gapGroups } = publication;
  const passages = excerpts.flatMap(listCsvRows).map((row) => row.map(toCell));
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
      data: [CSV_COLUMNS.map(toHeader), ...passages],
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
  const value = toXmlText(text);
  if (value.length > MOST_CHARACTERS)
    throw new Error('A passage is longer than a cell of a workbook can hold.');
  return { value, type: String, wrap: true };
}
