import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import type { ColumnType, TableShape } from '../../domain/data-table.ts';
import { DATASET_TITLE, type DatasetSummary } from '../../domain/dataset/dataset-files.ts';
import { countOf } from '../front-matter.ts';
import { escapeMarkdown } from '../markdown-text.ts';

const TYPE_NAMES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  list: 'list of texts',
};

/** What the dataset is, how it is read, what it cannot tell, and every column of every table. */
export function renderDatasetReadme(
  tables: readonly TableShape[],
  { library, rows }: Pick<DatasetSummary, 'library' | 'rows'>,
): string {
  return `${[
    `# ${DATASET_TITLE}`,
    `Library version \`${library.version}\`: ${countOf(library.reports, 'report')}, ${countOf(library.passages, 'passage')}, ${countOf(library.words, 'word')}. The same texts give the same version, and the same library gives the same bytes of every file here.`,
    ...(library.sampleOnly ? ['All reports in it are invented samples, for trying the software.'] : []),
    '## What it is',
    'The annual Country Reports on Human Rights Practices of the U.S. Department of State, passage by passage and word for word, as Variorum read them from saved copies of the official pages. Variorum is no government service. The copies are unofficial and not certified; each report names its official address, when it was captured, and the SHA-256 of the captured page.',
    '## What to bear in mind',
    `- ${ABSENCE_NOTE} A topic without a passage, or an area without a report, says nothing about what happened there.\n- The outlines of the editions differ, and editions meet only through topics. A topic comes from a heading or run-in label by the crosswalk, never from what a passage says; how well it fits stands beside it (\`relations\`).\n- Counts depend on how much was written: reports differ in length by a factor of fifty. Reckon rates by words, not counts alone.\n- \`editions.reports_published\` and \`areas.published\` say what was published; what is not held is missing here, not unpublished.\n- Comparisons are reckoned by a program. “Removed” means that no later form was found in the whole newer report.\n- Only the newest version held of each report is here.`,
    '## How to read it',
    '- `csv/`: UTF-8, RFC 4180. An empty cell is a missing value, or an empty list; lists stand between semicolons. Texts are never altered: a spreadsheet may take a cell that opens with `=` for a formula; import columns as text.\n- `parquet/`: the same tables with types; lists are lists.\n- `variorum.sqlite`: the same tables with their keys; lists are JSON arrays, and truth is 1 and 0.\n- `datapackage.json`: Data Package 2.0 (Frictionless): types, keys, sizes and hashes of all files.',
    "    SELECT edition, sum(words) FROM 'parquet/passages.parquet' WHERE list_contains(topics, 'prison-conditions') GROUP BY edition;",
    '## Licence',
    'The texts are works of the United States Government and as such in the public domain in the United States (17 U.S.C. § 105). What Variorum adds (ids, topics, crosswalk, comparisons) is under the MIT licence.',
    '## How to cite it',
    `Name the reports you use as such, with their official addresses. For the dataset: ${DATASET_TITLE}, library version ${library.version}.`,
    '## Tables',
    ...tables.map((table) => describeTable(table, rows.get(table.name) ?? 0)),
  ].join('\n\n')}\n`;
}

function describeTable({ name, meaning, columns, key, references }: TableShape, rows: number): string {
  const keys = key.length === 0 ? 'It has no key.' : `Key: ${key.map((one) => `\`${one}\``).join(', ')}.`;
  const links = references.map(
    ({ columns: from, table }) => `${from.map((one) => `\`${one}\``).join(', ')} leads to \`${table}\``,
  );
  const lines = columns.map(
    (one) =>
      `| \`${one.name}\` | ${TYPE_NAMES[one.type]}${one.nullable ? ', may be missing' : ''} | ${escapeMarkdown(one.meaning).replaceAll('|', '\\|')} |`,
  );
  return [
    `### ${name}`,
    `${meaning} ${countOf(rows, 'row')}. ${keys}${links.length === 0 ? '' : ` ${links.join('; ')}.`}`,
    ['| column | type | meaning |', '|---|---|---|', ...lines].join('\n'),
  ].join('\n\n');
}
