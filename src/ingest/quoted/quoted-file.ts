/** Files in which passages may be quoted. */
export const QUOTED_FORMATS = ['html', 'json', 'jsonl', 'csv', 'md', 'txt', 'docx', 'epub', 'pdf'] as const;
export type QuotedFormat = (typeof QUOTED_FORMATS)[number];

/** A text that a file gives under the address of a passage. */
export interface CitedText {
  readonly address: string;
  /** The version the file names, or null. */
  readonly version: string | null;
  readonly text: string;
}

/** A file as far as it may quote. */
export interface QuotedFile {
  readonly format: QuotedFormat;
  /** Texts that stand under an address, exactly as they stand there. */
  readonly cited: readonly CitedText[];
  /** All that a reader of the file reads, paragraph by paragraph; of a PDF line by line. */
  readonly blocks: readonly string[];
  /** The data that an export says of itself, not looked into; null if there is none. */
  readonly claims: unknown;
}

export const NOTHING_QUOTED = { cited: [], blocks: [], claims: null } as const;

/** So much text is read of one file, in characters; whatever is more is no report. */
export const MOST_TEXT = 120_000_000;
