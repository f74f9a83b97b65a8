import type { ColumnType, TableColumn, TableShape } from '../../domain/data-table.ts';
import { DATASET_NAME, DATASET_TITLE, type DatasetSummary } from '../../domain/dataset/dataset-files.ts';

/** Said of the texts and of what we add to them. */
export const LICENSES = [
  {
    title: 'The texts of the reports: works of the United States Government (17 U.S.C. § 105)',
    path: 'https://www.usa.gov/government-works',
  },
  {
    name: 'MIT',
    title: 'What Variorum adds: ids, topics, crosswalk, comparisons',
    path: 'https://opensource.org/license/mit',
  },
] as const;

/** The description of all files as Data Package 2.0 has it (datapackage.org), with a Table Schema for each CSV. */
export function renderDataPackage(
  tables: readonly TableShape[],
  { library, rows, files }: DatasetSummary,
): string {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const factsOf = (path: string) => {
    const file = byPath.get(path);
    return file === undefined ? {} : { bytes: file.bytes, hash: `sha256:${file.sha256}` };
  };
  const csv = tables.map((table) => ({
    name: table.name,
    type: 'table',
    path: `csv/${table.name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...factsOf(`csv/${table.name}.csv`),
    description: table.meaning,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: toSchema(table),
    rows: rows.get(table.name) ?? 0,
  }));
  const parquet = tables.map(({ name, meaning }) => ({
    name: `${name}-parquet`,
    path: `parquet/${name}.parquet`,
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    ...factsOf(`parquet/${name}.parquet`),
    description: meaning,
  }));
  const sqlite = {
    name: 'variorum-sqlite',
    path: 'variorum.sqlite',
    format: 'sqlite',
    mediatype: 'application/vnd.sqlite3',
    ...factsOf('variorum.sqlite'),
    description: 'All tables in one SQLite database, with their keys.',
  };
  const description = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: DATASET_NAME,
    title: DATASET_TITLE,
    description:
      'Every passage of the reports held, word for word, with its report, section and topics. README.md defines every column.',
    // What a version stands for is the library's own: the same texts have the same.
    version: library.version,
    licenses: LICENSES,
    sources: [
      {
        title: 'U.S. Department of State, Country Reports on Human Rights Practices',
        path: 'https://www.state.gov/reports/',
      },
    ],
    contributors: [{ title: 'Variorum', roles: ['wrangler'] }],
    keywords: ['human rights', 'country reports'],
    resources: [...csv, ...parquet, sqlite],
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

function toSchema({ columns, key, references }: TableShape) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns.map(toField),
    missingValues: [''],
    ...(key.length === 0 ? {} : { primaryKey: key }),
    ...(references.length === 0
      ? {}
      : {
          foreignKeys: references.map(({ columns: fields, table }) => ({
            fields,
            reference: { resource: table, fields: KEYS[table] ?? fields },
          })),
        }),
  };
}

/** The key of each table that others refer to. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  areas: ['area'],
  editions: ['edition'],
  topics: ['topic'],
  reports: ['report'],
  sections: ['section_address'],
  passages: ['address'],
};

const FIELD_TYPES: Readonly<Record<ColumnType, object>> = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean', trueValues: ['true'], falseValues: ['false'] },
  list: { type: 'list', itemType: 'string', delimiter: ';' },
};

function toField({ name, type, nullable, meaning }: TableColumn) {
  // An empty list is an empty cell, and so a missing value.
  const required = !nullable && type !== 'list';
  return {
    name,
    ...FIELD_TYPES[type],
    description: meaning,
    ...(required ? { constraints: { required } } : {}),
  };
}
