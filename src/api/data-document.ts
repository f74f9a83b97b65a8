import { type DataTable, renderTable } from '../workbench/render-table.ts';

/** The formats every page’s address gives data in. */
export type DataFormat = 'json' | 'csv' | 'md';

/** A page’s matter as data: everything as JSON, its main table as CSV and Markdown. */
export type DataDocument = DataTable;

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

/** JSON without indentation, since pages with hundreds of rows are asked for by programs. */
export function renderData(document: DataDocument, format: DataFormat): string {
  return format === 'json' ? `${JSON.stringify(document.json)}\n` : renderTable(document, format);
}
