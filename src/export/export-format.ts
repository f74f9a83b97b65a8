/** Formats that are written as text, piece by piece, however long. */
export const TEXT_FORMATS = ['txt', 'md', 'html', 'json', 'csv', 'jsonl'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** Formats that are made whole, in memory, on a thread of their own. */
export const WHOLE_FORMATS = ['pdf', 'docx', 'epub', 'xlsx', 'parquet'] as const;
export type WholeFormat = (typeof WHOLE_FORMATS)[number];

/** The formats a publication can be had in. */
export type ExportFormat = TextFormat | WholeFormat;

/** A format as a person, an HTTP header and a file name see it. */
export interface ExportFormatFacts {
  readonly name: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly ending: string;
  /** So many words of passages fit; null: any number. */
  readonly mostWords: number | null;
}

/**
 * The media types are those of RFC 7763 (Markdown), RFC 8259 (JSON), RFC 4180 (CSV) and of the registrations with
 * IANA.
 */
export const EXPORT_FORMATS: Readonly<Record<ExportFormat, ExportFormatFacts>> = {
  txt: { name: 'Plain text', mediaType: 'text/plain; charset=utf-8', ending: 'txt', mostWords: null },
  md: {
    name: 'Markdown',
    mediaType: 'text/markdown; charset=utf-8; variant=CommonMark',
    ending: 'md',
    mostWords: null,
  },
  html: {
    name: 'Web page in one file',
    mediaType: 'text/html; charset=utf-8',
    ending: 'html',
    mostWords: null,
  },
  json: { name: 'JSON', mediaType: 'application/json', ending: 'json', mostWords: null },
  csv: {
    name: 'Table (CSV)',
    mediaType: 'text/csv; charset=utf-8; header=present',
    ending: 'csv',
    mostWords: null,
  },
  jsonl: {
    name: 'JSON Lines',
    mediaType: 'application/jsonl; charset=utf-8',
    ending: 'jsonl',
    mostWords: null,
  },
  xlsx: {
    name: 'Workbook (Excel)',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    mostWords: 3_000_000,
  },
  docx: {
    name: 'Document (Word)',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
    // A whole edition has at most 2.2 million; 4 million did not fit into the memory of the thread that makes it.
    mostWords: 2_500_000,
  },
  epub: {
    name: 'Book for e-readers (EPUB)',
    mediaType: 'application/epub+zip',
    ending: 'epub',
    // 6 million fit into the memory of the thread; beyond these no reader opens a book at once.
    mostWords: 5_000_000,
  },
  pdf: { name: 'PDF', mediaType: 'application/pdf', ending: 'pdf', mostWords: 600_000 },
  parquet: {
    name: 'Typed table (Parquet)',
    mediaType: 'application/vnd.apache.parquet',
    ending: 'parquet',
    mostWords: 15_000_000,
  },
};

/** The format of that name, in any case, or null. */
export function findExportFormat(name: string): ExportFormat | null {
  const wanted = name.toLowerCase();
  return (Object.keys(EXPORT_FORMATS) as ExportFormat[]).find((format) => format === wanted) ?? null;
}

/** The format of that name, in any case, if it is one written as text. */
export function findTextFormat(name: string): TextFormat | null {
  const found = findExportFormat(name);
  return found !== null && isTextFormat(found) ? found : null;
}

export function isTextFormat(format: ExportFormat): format is TextFormat {
  return (TEXT_FORMATS as readonly string[]).includes(format);
}
