import { column, type TableShape } from '../data-table.ts';

// What every column of the published dataset is. Its CSV, Parquet, SQLite, datapackage.json and README come from this.
// Only definitions: longer than other files, as tables of data may be.

const EDITION = column('edition', 'integer', 'The year whose events the edition covers; its id.');
const AREA = column(
  'area',
  'text',
  'Our id of the country or area: ISO 3166-1 alpha-3 in lower case, or a documented code where ISO has none.',
);
const REPORT = column('report', 'text', 'The report, as 2021/mli.');

export const AREAS: TableShape = {
  name: 'areas',
  meaning: 'A country or area on which there has been a report.',
  key: ['area'],
  references: [{ columns: ['parent'], table: 'areas' }],
  columns: [
    AREA,
    column('name', 'text', 'Its name where no edition is meant.'),
    column('region', 'text', 'The publisher’s geographic region, by id.'),
    column('region_name', 'text', 'The name of that region.'),
    column('parent', 'text?', 'The area it is a part of, where it is one.'),
    column(
      'kind',
      'text',
      'country, area, part (has a page of its own beside its country) or sample (invented).',
    ),
    column('names', 'list', 'Every name the publisher has printed.'),
    column('aliases', 'list', 'Other names that lead to it.'),
    column('published', 'list', 'The editions in which a report on it was published, held here or not.'),
  ],
};

export const EDITIONS: TableShape = {
  name: 'editions',
  meaning: 'One year’s set of reports.',
  key: ['edition'],
  references: [],
  columns: [
    EDITION,
    column('title', 'text', 'The title of the edition.'),
    column(
      'release_date',
      'text?',
      'The day of its public release, YYYY-MM-DD; empty where it is not known.',
    ),
    column('release_note', 'text?', 'What has to be said of that day.'),
    column('covers_events_of', 'integer', 'The year whose events the reports cover.'),
    column('layout', 'text', 'Which of the four outlines its reports share.'),
    column('official_address', 'text?', 'The publisher’s page of the edition.'),
    column('reports_held', 'integer', 'Reports of the edition in this dataset.'),
    column('reports_published', 'integer', 'Reports of the edition that were published, as far as is known.'),
    column('notes', 'text?', 'What else has to be said of the edition.'),
  ],
};

export const REPORTS: TableShape = {
  name: 'reports',
  meaning: 'One area in one edition, as published; the newest version that is held.',
  key: ['report'],
  references: [
    { columns: ['edition'], table: 'editions' },
    { columns: ['area'], table: 'areas' },
  ],
  columns: [
    REPORT,
    EDITION,
    AREA,
    column('area_name', 'text', 'The name of the area as this report prints it.'),
    column('title', 'text', 'The title printed on the page.'),
    column(
      'version',
      'text',
      'The version: the first 12 hexadecimal digits of the SHA-256 of the report’s words.',
    ),
    column('sections', 'integer', 'Sections, those without passages of their own included.'),
    column('passages', 'integer', 'Passages.'),
    column('words', 'integer', 'Words in passages.'),
    column('heading_words', 'integer', 'Words in printed headings.'),
    column('official_address', 'text', 'The official address of the page.'),
    column('captured_from', 'text', 'The host the copy was taken from.'),
    column(
      'captured_address',
      'text?',
      'The address of the copy, where it is another than the official one.',
    ),
    column('captured_at', 'text?', 'When the copy was taken, ISO 8601 in UTC; empty where nothing tells.'),
    column(
      'captured_at_source',
      'text?',
      'Where that time was learned: archive-address, archive-entry, warc-record or file-time.',
    ),
    column('captured_sha256', 'text', 'The SHA-256 of the captured bytes.'),
    column('captured_bytes', 'integer', 'The size of the captured page, in bytes.'),
    column('reader_version', 'text', 'The version of the program that read the page.'),
    column('sample', 'boolean', 'True for an invented report for trying the software.'),
  ],
};

export const SECTIONS: TableShape = {
  name: 'sections',
  meaning: 'A heading of a report and what stands directly beneath it.',
  key: ['section_address'],
  references: [
    { columns: ['report'], table: 'reports' },
    { columns: ['parent_address'], table: 'sections' },
  ],
  columns: [
    column('section_address', 'text', 'The address of the section, as 2021/mli#1.c.'),
    REPORT,
    EDITION,
    AREA,
    column('section', 'text', 'The key of the section in its report, as 1.c.'),
    column('position', 'integer', 'Its place among the sections of the report, from 1.'),
    column('parent_address', 'text?', 'The section above it.'),
    column('depth', 'integer', '1 for a chapter or the summary, 2 for a subsection, and so on.'),
    column('label', 'text?', 'The printed label, as “Section 1.” or “c.”.'),
    column('heading', 'text', 'The heading without its label.'),
    column('printed', 'text?', 'Label and heading as the page prints them; empty if it prints none.'),
    column('topics', 'list', 'The topics of the heading by the crosswalk.'),
    column(
      'relations',
      'list',
      'How well each of these topics fits, in their order: exact, close, broad or narrow.',
    ),
    column('passages', 'integer', 'Passages directly in it, without those of sections beneath.'),
  ],
};

export const PASSAGES: TableShape = {
  name: 'passages',
  meaning: 'The smallest citable unit of a report: a paragraph, list item, table row or note.',
  key: ['address'],
  references: [
    { columns: ['report'], table: 'reports' },
    { columns: ['section_address'], table: 'sections' },
  ],
  columns: [
    column('address', 'text', 'The address of the passage, as 2021/mli#1.c:4.'),
    REPORT,
    EDITION,
    AREA,
    column('section_address', 'text', 'The section it stands in.'),
    column('section', 'text', 'The key of that section.'),
    column('passage', 'integer', 'Its number in the section, from 1.'),
    column('position', 'integer', 'Its place in the report, from 1.'),
    column('kind', 'text', 'paragraph, list-item, table-row or note.'),
    column('label', 'text?', 'The run-in label it opens with; it is part of the text.'),
    column(
      'under_label',
      'text?',
      'The run-in label it stands under: its own, or the last before it in its section.',
    ),
    column('text', 'text', 'The whole text, word for word, white space collapsed.'),
    column('words', 'integer', 'Words of the text.'),
    column('topics', 'list', 'The topics it belongs to.'),
    column('digest', 'text', 'The first 16 hexadecimal digits of the SHA-256 of the text as UTF-8.'),
  ],
};

export const PASSAGE_TOPICS: TableShape = {
  name: 'passage_topics',
  meaning: 'A passage and a topic it belongs to: the topics of “passages”, a row each.',
  key: ['address', 'topic'],
  references: [
    { columns: ['address'], table: 'passages' },
    { columns: ['topic'], table: 'topics' },
  ],
  columns: [column('address', 'text', 'The passage.'), column('topic', 'text', 'The topic, by id.')],
};

export const TOPICS: TableShape = {
  name: 'topics',
  meaning: 'A stable subject, independent of any edition’s outline.',
  key: ['topic'],
  references: [{ columns: ['broader'], table: 'topics' }],
  columns: [
    column('topic', 'text', 'The id of the topic.'),
    column('label', 'text', 'Its name.'),
    column('description', 'text?', 'What it is about.'),
    column('kind', 'text', 'topic, or chapter: stands for a chapter of an outline with all beneath it.'),
    column('broader', 'text?', 'The wider topic it belongs to.'),
    column('group', 'text', 'The group in which a reader finds it.'),
  ],
};

export const CROSSWALK: TableShape = {
  name: 'crosswalk',
  meaning: 'A heading as an edition prints it, the topic it was taken to, and in how many reports.',
  key: [],
  references: [
    { columns: ['edition'], table: 'editions' },
    { columns: ['topic'], table: 'topics' },
  ],
  columns: [
    EDITION,
    column('heading', 'text', 'The heading or run-in label.'),
    column('above', 'text?', 'The heading above it.'),
    column('depth', 'integer', 'Its depth; of a run-in label one more than its section’s.'),
    column('kind', 'text', 'section for headings, run-in for labels of passages.'),
    column('topic', 'text?', 'The topic; empty where the crosswalk has none for it.'),
    column(
      'relation',
      'text?',
      'How the heading fits the topic: exact, close, broad or narrow; empty for run-in labels.',
    ),
    column('reports', 'integer', 'Reports of the edition in which it stands.'),
  ],
};

export const CROSSWALK_RULES: TableShape = {
  name: 'crosswalk_rules',
  meaning: 'A reviewed rule that takes printed headings to a topic; of those that match, the first decides.',
  key: ['rule'],
  references: [{ columns: ['topic'], table: 'topics' }],
  columns: [
    column('rule', 'integer', 'The place of the rule among all, from 1.'),
    column('pattern', 'text', 'A regular expression on the heading in lower case, without its label.'),
    column('under', 'text?', 'A regular expression that one of the headings above must match.'),
    column('not_under', 'text?', 'A regular expression that no heading above may match.'),
    column('editions', 'list', 'The editions for which the rule holds; empty: all.'),
    column('topic', 'text?', 'The topic; empty where the words are no heading of the report.'),
    column('relation', 'text?', 'How the heading fits the topic: exact, close, broad or narrow.'),
    column('reason', 'text', 'Why.'),
  ],
};

export const FINDINGS: TableShape = {
  name: 'findings',
  meaning: 'Something odd that was met while a page was read.',
  key: [],
  references: [{ columns: ['report'], table: 'reports' }],
  columns: [
    REPORT,
    EDITION,
    AREA,
    column('kind', 'text', 'What kind of oddity it is.'),
    column('meaning', 'text', 'That kind in a sentence.'),
    column('section', 'text?', 'The key of the section in which it was met; empty for the page as a whole.'),
    column('detail', 'text', 'What exactly, in a few words.'),
    column('count', 'integer', 'How often.'),
  ],
};

const amounts = (name: string, meaning: string) => [
  column(`${name}_passages`, 'integer', `Passages ${meaning}.`),
  column(`${name}_words`, 'integer', `Words in passages ${meaning}.`),
];

export const COMPARISONS: TableShape = {
  name: 'comparisons',
  meaning:
    'Two reports on one area in editions that follow each other here, and what became of how much text.',
  key: ['area', 'edition_from', 'edition_to'],
  references: [
    { columns: ['report_from'], table: 'reports' },
    { columns: ['report_to'], table: 'reports' },
  ],
  columns: [
    AREA,
    column('edition_from', 'integer', 'The older edition.'),
    column('edition_to', 'integer', 'The newer edition: the next that is held on this area.'),
    column('report_from', 'text', 'The older report.'),
    column('report_to', 'text', 'The newer report.'),
    ...amounts('from', 'of the older report'),
    ...amounts('to', 'of the newer report'),
    ...amounts('same_from', 'of the older report that the newer has word for word'),
    ...amounts('same_to', 'of the newer report that the older has word for word'),
    ...amounts('edited_from', 'of the older report that the newer has in other words'),
    ...amounts('edited_to', 'of the newer report that the older has in other words'),
    ...amounts('removed', 'of the older report for which no later form was found'),
    ...amounts('added', 'of the newer report for which no earlier form was found'),
    ...amounts(
      'moved',
      'of the older report, among the same and the edited, that stand elsewhere in the newer',
    ),
    column(
      'words_kept',
      'integer',
      'Words of the older report that still stand, in the same order within their passage.',
    ),
    column(
      'share_kept',
      'number?',
      'words_kept as a part of from_words, 0 to 1; empty where the older report has none.',
    ),
    column('algorithm', 'integer', 'The version of the comparison.'),
  ],
};

/** All tables, so that none refers to one behind it except to itself. */
export const DATASET_TABLES: readonly TableShape[] = [
  AREAS,
  EDITIONS,
  TOPICS,
  REPORTS,
  SECTIONS,
  PASSAGES,
  PASSAGE_TOPICS,
  CROSSWALK,
  CROSSWALK_RULES,
  FINDINGS,
  COMPARISONS,
];
