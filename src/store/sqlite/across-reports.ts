import type { Database, Statement } from 'better-sqlite3';
import type { FindingRecord, HeadingCount, ReportFilter } from '../store.ts';
import { rememberParsed } from './remember-parsed.ts';
import { bindFilter, type FilterBinding, WITHIN_FILTER } from './report-filter.ts';
import { parseMatches, parseTopics } from './topic-text.ts';

interface HeadingRow {
  readonly edition: number;
  readonly depth: number;
  readonly heading: string;
  readonly above: string | null;
  readonly topics: string;
  readonly reports: number;
}

/** What is asked of all newest versions at once: findings, headings, section keys. */
export class AcrossReports {
  readonly #findings: Statement<[FilterBinding], FindingRecord>;
  readonly #headings: Statement<[], HeadingRow>;
  readonly #labels: Statement<[], HeadingRow>;
  readonly #keys: Statement<[], string>;
  readonly #matches = rememberParsed(parseMatches);
  readonly #labelTopics = rememberParsed((text) =>
    parseTopics(text).map((topic) => ({ topic, relation: null })),
  );

  constructor(database: Database) {
    this.#findings = database.prepare(
      `SELECT report_version.edition, report_version.area,
         finding.kind, finding.section, finding.detail, finding.count
       FROM report_version JOIN finding ON finding.report_version = report_version.id
       WHERE report_version.newest = 1 AND ${WITHIN_FILTER}
       ORDER BY report_version.edition, report_version.area, finding.ordinal`,
    );
    this.#headings = database.prepare(
      `SELECT report_version.edition, section.depth, section.heading, above.heading AS above, section.topics,
         count(DISTINCT section.report_version) AS reports
       FROM report_version JOIN section ON section.report_version = report_version.id
         LEFT JOIN section AS above
           ON above.report_version = section.report_version AND above.ordinal = section.parent
       WHERE report_version.newest = 1
       GROUP BY report_version.edition, section.depth, section.heading, above.heading, section.topics
       ORDER BY report_version.edition, section.depth, reports DESC, section.heading, above, section.topics`,
    );
    // A note's label says what the passage is and not what it is about; it is no heading.
    this.#labels = database.prepare(
      `SELECT report_version.edition, section.depth + 1 AS depth, passage.label AS heading,
         section.heading AS above, passage.topics, count(DISTINCT report_version.id) AS reports
       FROM passage JOIN report_version ON report_version.id = passage.id >> 24
         JOIN section
           ON section.report_version = report_version.id AND section.ordinal = passage.section
       WHERE passage.label IS NOT NULL AND passage.kind <> 'note' AND report_version.newest = 1
       GROUP BY report_version.edition, section.depth, passage.label, section.heading, passage.topics
       ORDER BY report_version.edition, depth, reports DESC, passage.label, above, passage.topics`,
    );
    this.#keys = database
      .prepare<[], string>(
        `SELECT DISTINCT section.key
         FROM report_version JOIN section ON section.report_version = report_version.id
         WHERE report_version.newest = 1`,
      )
      .pluck();
  }

  listFindings(filter: ReportFilter): readonly FindingRecord[] {
    return this.#findings.all(bindFilter(filter));
  }

  countHeadings(): readonly HeadingCount[] {
    return [
      ...this.#headings.all().map(
        (row): HeadingCount => ({
          ...describeRow(row),
          kind: 'section',
          topics: this.#matches(row.topics),
        }),
      ),
      ...this.#labels.all().map(
        (row): HeadingCount => ({
          ...describeRow(row),
          kind: 'run-in',
          topics: this.#labelTopics(row.topics),
        }),
      ),
    ];
  }

  listSectionKeys(): ReadonlySet<string> {
    return new Set(this.#keys.all());
  }
}

function describeRow({
  edition,
  depth,
  heading,
  above,
  reports,
}: HeadingRow): Omit<HeadingCount, 'kind' | 'topics'> {
  return { edition, depth, heading, above, reports };
}
