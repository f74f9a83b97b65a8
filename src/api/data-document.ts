/** The formats every page’s address gives data in. */
export type DataFormat = 'json' | 'csv' | 'md';

export type Cell = string | number | null;

/** A page’s matter as data: everything as JSON, its main table as CSV and Markdown. */
export interface DataDocument {
  readonly title: string;
  /** Lines between title and table, in the Markdown. */
  readonly notes: readonly string[];
  readonly json: Readonly<Record<string, unknown>>;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const MEDIA_TYPES: Readonly<Record<DataFormat, string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8; header=present',
  md: 'text/markdown; charset=utf-8; variant=CommonMark',
};

/** Cuts a format off an address: `mali.json` → `mali` and `json`. What has none is a page. */
export function splitFormat(name: string): { readonly name: string; readonly format: DataFormat | null } {
  const match = /^(.+)\.(json|csv|md)$/.exec(name);
  return match === null ? { name, format: null } : { name: match[1] ?? '', format: match[2] as DataFormat };
}

export function mediaTypeOf(format: DataFormat): string {
  return MEDIA_TYPES[format];
}

export function renderData(document: DataDocument, format: DataFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(document.json)}\n`;
    case 'csv':
      return [document.columns, ...document.rows].map(writeRow).join('');
    case 'md':
      return renderMarkdown(document);
  }
}

/** A line of a table as RFC 4180 has it. */
function writeRow(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`;
}

function writeCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function renderMarkdown({ title, notes, columns, rows }: DataDocument): string {
  const lines = [`# ${escapeMarkdown(title)}`, ''];
  for (const note of notes) lines.push(escapeMarkdown(note), '');
  if (rows.length > 0) {
    lines.push(`| ${columns.join(' | ')} |`, `|${columns.map(() => '---').join('|')}|`);
    for (const row of rows) {
      lines.push(`| ${row.map((cell) => escapeMarkdown(cell === null ? '' : String(cell))).join(' | ')} |`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

export function escapeMarkdown(text: string): string {
  return text.replace(/([\\`*_[\]<>|])/g, '\\$1').replace(/\s*\n\s*/g, ' ');
}
