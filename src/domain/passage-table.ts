import { formatAddress } from './address.ts';
import { column, type TableRow, type TableShape } from './data-table.ts';
import type { Excerpt } from './publication.ts';

/** The passages of a custom report as typed data: the columns of its CSV, and behind them what proves them. */
export const EXCERPT_TABLE: TableShape = {
  name: 'passages',
  meaning: 'A passage of a report.',
  key: [],
  references: [],
  columns: [
    column('edition', 'integer', 'The year whose events the edition covers.'),
    column('area', 'text', 'Our id of the country or area.'),
    column('area_name', 'text', 'Its name as this report prints it.'),
    column('section', 'text', 'The key of the section.'),
    column('heading', 'text', 'The heading of the section without its label.'),
    column('passage', 'integer', 'The number of the passage in its section, from 1.'),
    column('label', 'text?', 'The run-in label it opens with; it is part of the text.'),
    column('text', 'text', 'The whole text, word for word.'),
    column('topics', 'list', 'The topics it belongs to.'),
    column('address', 'text', 'The address of the passage.'),
    column('version', 'text', 'The version of the report.'),
    column('digest', 'text', 'The first 16 hexadecimal digits of the SHA-256 of the text as UTF-8.'),
    column('captured_sha256', 'text', 'The SHA-256 of the captured page the report was read from.'),
    column('official_address', 'text', 'The official address of the report.'),
  ],
};

/** The rows of one excerpt. */
export function listExcerptRows({ report, edition, area, sections }: Excerpt): TableRow[] {
  return sections.flatMap(({ section, passages }) =>
    passages.map(({ number, label, text, topics, digest }) => [
      edition.year,
      area.id,
      report.areaName,
      section.key,
      section.heading,
      number,
      label,
      text,
      topics,
      formatAddress({ edition: edition.year, area: area.id, section: section.key, passage: number }),
      report.version,
      digest,
      report.provenance.sha256,
      report.provenance.address,
    ]),
  );
}
