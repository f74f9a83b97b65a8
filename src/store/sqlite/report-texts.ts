import type { Database, Statement } from 'better-sqlite3';
import { formatReportId } from '../../domain/address.ts';
import type { FindingKind } from '../../domain/finding.ts';
import type { Mark } from '../../domain/mark.ts';
import type { ReportOutline } from '../../domain/outline.ts';
import type { Passage, PassageKind } from '../../domain/passage.ts';
import { Problem } from '../../domain/problem.ts';
import type { Report, ReportHead } from '../../domain/report.ts';
import type { SectionKey } from '../../domain/section.ts';
import type { PassageSpan } from '../store.ts';
import { passageRange } from './passage-id.ts';
import { RecentOutlines } from './recent-outlines.ts';
import { rememberParsed } from './remember-parsed.ts';
import { parseMatches, parseTopics } from './topic-text.ts';

interface VersionRow {
  readonly id: number;
  readonly written: number;
}

type SectionRow = [
  key: string,
  parent: number | null,
  depth: number,
  label: string | null,
  heading: string,
  printed: string,
  topics: string,
  firstPassage: number,
  passageCount: number,
  endPassage: number,
];

type StretchRow = [section: number, first: number, last: number, words: number, topics: string];

type PassageRow = [
  id: number,
  section: number,
  number: number,
  kind: PassageKind,
  words: number,
  digest: string,
  topics: string,
  label: string | null,
  underLabel: string | null,
  marks: string | null,
  text: string,
];

interface FindingRow {
  readonly kind: FindingKind;
  readonly section: SectionKey | null;
  readonly detail: string;
  readonly count: number;
}

/** Reads outlines and passages. Rows come as arrays: it is done by the ten thousand. */
export class ReportTexts {
  readonly #version: Statement<[number, string, string], VersionRow>;
  readonly #sections: Statement<[number], SectionRow>;
  readonly #stretches: Statement<[number], StretchRow>;
  readonly #passages: Statement<[number, number], PassageRow>;
  readonly #findings: Statement<[number], FindingRow>;
  readonly #boilerplate: Statement<[number], { rule: string; words: number }>;
  readonly #outlines = new RecentOutlines();
  readonly #topics = rememberParsed(parseTopics);
  readonly #matches = rememberParsed(parseMatches);

  constructor(database: Database) {
    this.#version = database.prepare(
      'SELECT id, written FROM report_version WHERE edition = ? AND area = ? AND version = ?',
    );
    this.#sections = database
      .prepare<[number], SectionRow>(
        `SELECT key, parent, depth, label, heading, printed, topics, first_passage, passage_count, end_passage
         FROM section WHERE report_version = ? ORDER BY ordinal`,
      )
      .raw();
    this.#stretches = database
      .prepare<[number], StretchRow>(
        `SELECT section, first, last, words, topics FROM stretch WHERE report_version = ? ORDER BY first`,
      )
      .raw();
    this.#passages = database
      .prepare<[number, number], PassageRow>(
        `SELECT id, section, number, kind, words, digest, topics, label, under_label, marks, text
         FROM passage WHERE id BETWEEN ? AND ? ORDER BY id`,
      )
      .raw();
    this.#findings = database.prepare(
      'SELECT kind, section, detail, count FROM finding WHERE report_version = ? ORDER BY ordinal',
    );
    this.#boilerplate = database.prepare(
      'SELECT rule, words FROM boilerplate WHERE report_version = ? ORDER BY ordinal',
    );
  }

  readOutline(head: ReportHead): ReportOutline {
    return this.#outlineOf(this.#getVersion(head));
  }

  readPassages(head: ReportHead, spans: readonly PassageSpan[] | null): readonly Passage[] {
    const version = this.#getVersion(head);
    const { sections } = this.#outlineOf(version);
    const passages: Passage[] = [];
    if (spans === null) {
      this.#addPassages(passages, version.id, passageRange(version.id), sections);
    } else {
      // Not cut at the head's count of passages: the version may have been read anew since.
      const [lowest, highest] = passageRange(version.id);
      for (const { first, last } of spans) {
        const from = Math.max(lowest, lowest - 1 + first);
        const to = Math.min(highest, lowest - 1 + last);
        this.#addPassages(passages, version.id, [from, to], sections);
      }
    }
    return passages;
  }

  /** @param head as it is now, so that the report agrees with its own numbers */
  readReport(head: ReportHead): Report {
    const version = this.#getVersion(head);
    return {
      ...head,
      sections: this.#outlineOf(version).sections,
      passages: this.readPassages(head, null),
      findings: this.#findings.all(version.id),
      boilerplate: this.#boilerplate.all(version.id),
    };
  }

  #getVersion(head: ReportHead): VersionRow {
    const row = this.#version.get(head.edition, head.area, head.version);
    if (row !== undefined) return row;
    throw new Problem(
      'not-found',
      `The library no longer holds the report ${formatReportId(head)} in its version ${head.version}.`,
      ['It was read anew or taken out a moment ago; ask again for what the library holds now.'],
    );
  }

  #outlineOf({ id, written }: VersionRow): ReportOutline {
    const known = this.#outlines.find(id, written);
    if (known !== null) return known;
    const rows = this.#sections.all(id);
    const keyOf = (ordinal: number): SectionKey => rows[ordinal]?.[0] ?? '';
    const outline: ReportOutline = {
      sections: rows.map((row) => ({
        key: row[0],
        parent: row[1] === null ? null : keyOf(row[1]),
        depth: row[2],
        label: row[3],
        heading: row[4],
        printed: row[5],
        topics: this.#matches(row[6]),
        firstPassage: row[7],
        passageCount: row[8],
        endPassage: row[9],
      })),
      stretches: this.#stretches.all(id).map((row) => ({
        section: keyOf(row[0]),
        first: row[1],
        last: row[2],
        topics: this.#topics(row[4]),
        words: row[3],
      })),
    };
    this.#outlines.keep(id, written, outline);
    return outline;
  }

  #addPassages(
    passages: Passage[],
    versionId: number,
    [first, last]: readonly [number, number],
    sections: ReportOutline['sections'],
  ): void {
    const before = passageRange(versionId)[0] - 1;
    for (const row of this.#passages.all(first, last)) {
      passages.push({
        order: row[0] - before,
        section: sections[row[1]]?.key ?? '',
        number: row[2],
        kind: row[3],
        label: row[7],
        underLabel: row[8],
        text: row[10],
        marks: row[9] === null ? NO_MARKS : (JSON.parse(row[9]) as Mark[]),
        digest: row[5],
        words: row[4],
        topics: this.#topics(row[6]),
      });
    }
  }
}

const NO_MARKS: readonly Mark[] = [];
