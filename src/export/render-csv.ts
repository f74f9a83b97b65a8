import { formatAddress } from '../domain/address.ts';
import type { Excerpt, Publication } from '../domain/publication.ts';
import { writeCsvRows } from './csv-rows.ts';

/** The columns, in order. */
export const CSV_COLUMNS = [
  'edition',
  'area',
  'area_name',
  'section',
  'heading',
  'passage',
  'label',
  'text',
  'topics',
  'address',
  'version',
] as const;

/**
 * A table as RFC 4180 has it, a row a passage, with a header. `area` and `section` are our ids, `area_name` is
 * the name as that report prints it, `passage` is the number within the section, `text` the whole text with its
 * run-in label, `topics` are separated by semicolons. Gaps are no rows. The text is exact: a cell that begins with
 * `=`, `+`, `-` or `@` is not altered, so a spreadsheet program should import the columns as text.
 */
export async function* renderCsv(publication: Publication): AsyncGenerator<string> {
  yield writeCsvRows([CSV_COLUMNS]);
  for await (const excerpt of publication.readExcerpts()) {
    const rows = listCsvRows(excerpt);
    if (rows.length > 0) yield writeCsvRows(rows);
  }
}

/** The rows of one excerpt, without the header. */
export function listCsvRows({ report, edition, area, sections }: Excerpt): string[][] {
  return sections.flatMap(({ section, passages }) =>
    passages.map(({ number, label, text, topics }) => [
      String(edition.year),
      area.id,
      report.areaName,
      section.key,
      section.heading,
      String(number),
      label ?? '',
      text,
      topics.join(';'),
      formatAddress({ edition: edition.year, area: area.id, section: section.key, passage: number }),
      report.version,
    ]),
  );
}
