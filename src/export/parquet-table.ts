import { gzipSync } from 'node:zlib';
import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { ColumnType, TableColumn, TableRow, TableShape } from '../domain/data-table.ts';

/** Rows that are compressed together; a reader takes so many at a time. */
const ROW_GROUP = 20_000;

/** Characters of text after which a row group ends, whatever its rows: so much is held at a time. */
const MOST_TEXT = 8_000_000;

/** A Parquet file that is written as its rows come. What is returned is the next part of the file, often empty. */
export interface ParquetTable {
  add(rows: readonly TableRow[]): Uint8Array;
  finish(): Uint8Array;
}

/**
 * Lists are lists of texts as Parquet has them (three levels), texts are UTF-8, integers have 32 bits. Compressed with
 * gzip, which every reader knows.
 * @param notes stand in the file's own key-value metadata
 */
export function startParquetTable(
  { columns }: TableShape,
  notes: Readonly<Record<string, string>>,
): ParquetTable {
  const bytes = new FlushedBytes();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: toSchema(columns),
    codec: 'GZIP',
    compressors: { GZIP: (input) => gzipSync(input, { level: 4 }) },
    createdBy: 'Variorum',
    kvMetadata: Object.entries(notes).map(([key, value]) => ({ key, value })),
  });
  let waiting: TableRow[] = [];
  let size = 0;
  const writeGroup = (): void => {
    if (waiting.length === 0) return;
    const columnData = columns.map(
      ({ name, type }, i): ColumnSource => ({
        name,
        data: waiting.map((row) => row[i] ?? (type === 'list' ? [] : null)),
        // Numbers of passages and texts do not repeat: a dictionary of them would be tried, and thrown away.
        ...(name === 'text' ? { encoding: 'PLAIN' as const, statistics: false } : {}),
      }),
    );
    writer.write({ columnData, rowGroupSize: ROW_GROUP });
    waiting = [];
    size = 0;
  };
  return {
    add(rows) {
      for (const row of rows) {
        waiting.push(row);
        for (const cell of row) if (typeof cell === 'string') size += cell.length;
        if (waiting.length >= ROW_GROUP || size >= MOST_TEXT) writeGroup();
      }
      return bytes.take();
    },
    finish() {
      writeGroup();
      writer.finish();
      return bytes.take();
    },
  };
}

/** Bytes that were taken are no longer held; the offset goes on. */
class FlushedBytes extends ByteWriter {
  take(): Uint8Array {
    const taken = this.getBytes().slice();
    this.index = 0;
    return taken;
  }
}

const PHYSICAL: Readonly<Record<Exclude<ColumnType, 'list'>, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
};

function toSchema(columns: readonly TableColumn[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(toElements)];
}

/** As Apache Parquet’s LogicalTypes.md has lists: an outer group, a repeated group `list`, an `element`. */
function toElements({ name, type, nullable }: TableColumn): SchemaElement[] {
  const repetition_type = nullable ? 'OPTIONAL' : 'REQUIRED';
  if (type !== 'list') return [{ name, repetition_type, ...PHYSICAL[type] }];
  return [
    { name, repetition_type, num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', ...PHYSICAL.text },
  ];
}
