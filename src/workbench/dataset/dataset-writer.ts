import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { TableRow, TableShape } from '../../domain/data-table.ts';
import type { DatasetFileFacts } from '../../domain/dataset/dataset-files.ts';
import { writeCsvHead, writeCsvTable } from '../../export/csv-table.ts';
import { type ParquetTable, startParquetTable } from '../../export/parquet-table.ts';
import { createDatasetFile, type DatasetFile } from '../../store/sqlite/dataset-file.ts';

/** So much waits to be written to a file, in bytes. */
const PIECE = 1_000_000;

type OpenTables = ReadonlyMap<
  string,
  { readonly csv: CountedFile; readonly parquet: CountedFile; readonly table: ParquetTable }
>;

/** Writes rows into all files of a dataset at once, as they come. */
export class DatasetWriter {
  readonly rows = new Map<string, number>();
  readonly #folder: string;
  readonly #database: DatasetFile;
  readonly #tables: OpenTables;

  private constructor(folder: string, database: DatasetFile, tables: OpenTables) {
    this.#folder = folder;
    this.#database = database;
    this.#tables = tables;
  }

  static async open(
    folder: string,
    shapes: readonly TableShape[],
    notes: Readonly<Record<string, string>>,
  ): Promise<DatasetWriter> {
    const tables = new Map();
    for (const shape of shapes) {
      const csv = await CountedFile.open(folder, `csv/${shape.name}.csv`);
      const parquet = await CountedFile.open(folder, `parquet/${shape.name}.parquet`);
      await csv.write(Buffer.from(writeCsvHead(shape)));
      tables.set(shape.name, { csv, parquet, table: startParquetTable(shape, notes) });
    }
    return new DatasetWriter(folder, createDatasetFile(join(folder, 'variorum.sqlite'), shapes), tables);
  }

  async add(shape: TableShape, rows: readonly TableRow[]): Promise<void> {
    const files = this.#tables.get(shape.name);
    if (files === undefined) throw new Error(`The dataset has no table ${shape.name}.`);
    this.rows.set(shape.name, (this.rows.get(shape.name) ?? 0) + rows.length);
    this.#database.insert(shape, rows);
    await files.csv.write(Buffer.from(writeCsvTable(rows)));
    await files.parquet.write(files.table.add(rows));
  }

  /** A file beside the tables. */
  async addFile(path: string, text: string): Promise<DatasetFileFacts> {
    const file = await CountedFile.open(this.#folder, path);
    await file.write(Buffer.from(text));
    return file.finish();
  }

  /** All files so far, complete. */
  async finish(): Promise<DatasetFileFacts[]> {
    const files: DatasetFileFacts[] = [];
    for (const { csv, parquet, table } of this.#tables.values()) {
      await parquet.write(table.finish());
      files.push(await csv.finish(), await parquet.finish());
    }
    this.#database.close();
    files.push(await measureFile(this.#folder, 'variorum.sqlite'));
    return files;
  }

  /** Closes what is open, finished or not. */
  async close(): Promise<void> {
    for (const { csv, parquet } of this.#tables.values()) {
      await csv.close();
      await parquet.close();
    }
    this.#database.close();
  }
}

/** A file that knows its size and hash when it is finished. */
class CountedFile {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #hash: Hash = createHash('sha256');
  #waiting: Uint8Array[] = [];
  #size = 0;
  #bytes = 0;
  #open = true;

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  static async open(folder: string, path: string): Promise<CountedFile> {
    return new CountedFile(path, await open(join(folder, path), 'wx'));
  }

  async write(piece: Uint8Array): Promise<void> {
    if (piece.length === 0) return;
    this.#waiting.push(piece);
    this.#size += piece.length;
    if (this.#size >= PIECE) await this.#flush();
  }

  async finish(): Promise<DatasetFileFacts> {
    await this.#flush();
    await this.close();
    return { path: this.#path, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    for (const piece of this.#waiting) this.#hash.update(piece);
    if (this.#size > 0) await this.#file.writev(this.#waiting);
    this.#bytes += this.#size;
    this.#waiting = [];
    this.#size = 0;
  }
}

async function measureFile(folder: string, path: string): Promise<DatasetFileFacts> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(join(folder, path)), async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
    }
  });
  return { path, bytes, sha256: hash.digest('hex') };
}
