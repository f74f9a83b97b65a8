import type { LibraryStamp } from '../library-stamp.ts';

/** The name in `datapackage.json`, by which a former dataset is known. */
export const DATASET_NAME = 'variorum-dataset';

export const DATASET_TITLE = 'Annual country reports on human rights practices, as Variorum holds them';

/** A file of the dataset. */
export interface DatasetFileFacts {
  /** With slashes, from the dataset's folder. */
  readonly path: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** What was written. */
export interface DatasetSummary {
  readonly library: LibraryStamp;
  /** Rows by table. */
  readonly rows: ReadonlyMap<string, number>;
  readonly files: readonly DatasetFileFacts[];
}
