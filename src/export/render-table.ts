import { writeCsvRows } from './csv-rows.ts';
import { escapeMarkdown } from './markdown-text.ts';

/** A table with what has to be said of it: everything as JSON, its rows as CSV and Markdown. */
export interface DataTable {
  readonly title: string;
  /** Lines between title and table. */
  readonly notes: readonly string[];
  readonly json: Readonly<Record<string, unknown>>;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Columns that say in every row what the notes say once; Markdown does without them. */
  readonly noted?: readonly string[];
}

export function renderTable(table: DataTable, format: 'json' | 'csv' | 'md'): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(table.json, null, 2)}\n`;
    case 'csv':
      return writeCsvRows([table.columns, ...table.rows]);
    case 'md':
      return renderMarkdown(table);
  }
}

/** Tables are no part of CommonMark; this is GitHub's (GFM 4.10), which readers of CommonMark show as lines. */
function renderMarkdown({ title, notes, columns, rows, noted = [] }: DataTable): string {
  const shown = columns.map((column) => !noted.includes(column));
  const line = (cells: readonly (string | number | null)[]): string =>
    `| ${cells
      .filter((_, i) => shown[i])
      .map((cell) => escapeMarkdown(String(cell ?? '')).replaceAll('|', '\\|'))
      .join(' | ')} |\n`;
  const table =
    rows.length === 0
      ? ''
      : `${line(columns)}|${shown.flatMap((is) => (is ? '---' : [])).join('|')}|\n${rows.map(line).join('')}\n`;
  return `# ${escapeMarkdown(title)}\n\n${notes.map((note) => `${escapeMarkdown(note)}\n\n`).join('')}${table}`;
}
