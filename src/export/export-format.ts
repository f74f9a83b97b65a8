/** The formats a publication can be had in. */
export type ExportFormat = 'txt' | 'md' | 'html' | 'json' | 'csv';

/** A format as a person, an HTTP header and a file name see it. */
export interface ExportFormatFacts {
  readonly name: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly ending: string;
}

/** The media types are those of RFC 7763 (Markdown), RFC 8259 (JSON) and RFC 4180 (CSV). */
export const EXPORT_FORMATS: Readonly<Record<ExportFormat, ExportFormatFacts>> = {
  txt: { name: 'Plain text', mediaType: 'text/plain; charset=utf-8', ending: 'txt' },
  md: { name: 'Markdown', mediaType: 'text/markdown; charset=utf-8; variant=CommonMark', ending: 'md' },
  html: { name: 'Web page in one file', mediaType: 'text/html; charset=utf-8', ending: 'html' },
  json: { name: 'JSON', mediaType: 'application/json', ending: 'json' },
  csv: { name: 'Table (CSV)', mediaType: 'text/csv; charset=utf-8; header=present', ending: 'csv' },
};

/** The format of that name, in any case, or null. */
export function findExportFormat(name: string): ExportFormat | null {
  const wanted = name.toLowerCase();
  return (Object.keys(EXPORT_FORMATS) as ExportFormat[]).find((format) => format === wanted) ?? null;
}
