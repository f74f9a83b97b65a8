import type { Database, Statement } from 'better-sqlite3';
import { findStretches } from '../../domain/outline.ts';
import type { Report } from '../../domain/report.ts';
import type { SectionKey } from '../../domain/section.ts';
import { passageId, passageRange } from './passage-id.ts';
import { formatMatches, formatTopics } from './topic-text.ts';

/** Writes and removes what hangs on a version: its sections, passages, findings, and its part of the full text. */
export class VersionRows {
  readonly #addSection: Statement;
  readonly #addPassage: Statement;
  readonly #addStretch: Statement;
  readonly #addFinding: Statement;
  readonly #addBoilerplate: Statement;
  readonly #removers: readonly Statement[];
  readonly #removePassages: Statement;
  readonly #index: Statement;
  readonly #unindex: Statement;

  constructor(database: Database) {
    this.#addSection = database.prepare('INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#addPassage = database.prepare('INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#addStretch = database.prepare('INSERT INTO stretch VALUES (?, ?, ?, ?, ?, ?)');
    this.#addFinding = database.prepare('INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?)');
    this.#addBoilerplate = database.prepare('INSERT INTO boilerplate VALUES (?, ?, ?, ?)');
    this.#removers = [
      database.prepare('DELETE FROM section WHERE report_version = ?'),
      database.prepare('DELETE FROM stretch WHERE report_version = ?'),
      database.prepare('DELETE FROM finding WHERE report_version = ?'),
      database.prepare('DELETE FROM boilerplate WHERE report_version = ?'),
    ];
    this.#removePassages = database.prepare('DELETE FROM passage WHERE id BETWEEN ? AND ?');
    this.#index = database.prepare(
      'INSERT INTO full_text (rowid, text) SELECT id, text FROM passage WHERE id BETWEEN ? AND ?',
    );
    this.#unindex = database.prepare(
      `INSERT INTO full_text (full_text, rowid, text)
       SELECT 'delete', id, text FROM passage WHERE id BETWEEN ? AND ?`,
    );
  }

  write(id: number, report: Report): void {
    const ordinals = new Map(report.sections.map(({ key }, i) => [key, i]));
    const ordinalOf = (key: SectionKey): number => {
      const ordinal = ordinals.get(key);
      if (ordinal === undefined) throw new Error(`The report has no section “${key}”.`);
      return ordinal;
    };
    report.sections.forEach((one, i) => {
      this.#addSection.run(
        id,
        i,
        one.key,
        one.parent === null ? null : ordinalOf(one.parent),
        one.depth,
        one.label,
        one.heading,
        one.printed,
        formatMatches(one.topics),
        one.firstPassage,
        one.passageCount,
        one.endPassage,
      );
    });
    for (const one of report.passages) {
      this.#addPassage.run(
        passageId(id, one.order),
        ordinalOf(one.section),
        one.number,
        one.kind,
        one.words,
        one.digest,
        formatTopics(one.topics),
        one.label,
        one.underLabel,
        one.marks.length === 0 ? null : JSON.stringify(one.marks),
        one.text,
      );
    }
    for (const { first, last, section, words, topics } of findStretches(report.passages)) {
      this.#addStretch.run(id, first, last, ordinalOf(section), words, formatTopics(topics));
    }
    report.findings.forEach(({ kind, section, detail, count }, i) => {
      this.#addFinding.run(id, i, kind, section, detail, count);
    });
    report.boilerplate.forEach(({ rule, words }, i) => {
      this.#addBoilerplate.run(id, i, rule, words);
    });
  }

  /** Removes all but the version itself. It must have been taken out of the full text before. */
  remove(id: number): void {
    for (const remover of this.#removers) remover.run(id);
    this.#removePassages.run(...passageRange(id));
  }

  /** Puts the version's passages into the full text. */
  index(id: number): void {
    this.#index.run(...passageRange(id));
  }

  /** Takes them out again; their text must still be there, for the full text does not keep it. */
  unindex(id: number): void {
    this.#unindex.run(...passageRange(id));
  }
}
