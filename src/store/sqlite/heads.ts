import { hash } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import { formatReportId } from '../../domain/address.ts';
import type { LibraryStamp } from '../../domain/library-stamp.ts';
import type { ReportHead, ReportId, VersionId } from '../../domain/report.ts';
import type { ReportFilter } from '../store.ts';
import { PROVENANCE_COLUMNS, type ProvenanceRow, toProvenance, YOUNGEST_FIRST } from './captures.ts';

interface HeadRow extends ProvenanceRow {
  readonly edition: number;
  readonly area: string;
  readonly version: string;
  readonly title: string;
  readonly areaName: string;
  readonly sectionCount: number;
  readonly passageCount: number;
  readonly passageWords: number;
  readonly headingWords: number;
  readonly findingCount: number;
  readonly sample: number;
}

/** A version with its youngest capture. */
const SELECT_HEAD = `
  SELECT report_version.edition, report_version.area, report_version.version, report_version.title,
    report_version.area_name AS areaName, report_version.section_count AS sectionCount,
    report_version.passage_count AS passageCount, report_version.passage_words AS passageWords,
    report_version.heading_words AS headingWords, report_version.finding_count AS findingCount,
    report_version.sample, ${PROVENANCE_COLUMNS}
  FROM report_version JOIN capture ON capture.id = (
    SELECT id FROM capture WHERE capture.report_version = report_version.id ORDER BY ${YOUNGEST_FIRST} LIMIT 1
  )`;

/** The newest heads as they were at one revision; there are a few thousand at most, so all are kept. */
interface Snapshot {
  readonly revision: number;
  readonly heads: readonly ReportHead[];
  readonly byId: ReadonlyMap<string, ReportHead>;
  stamp: LibraryStamp | null;
}

/** Finds reports and versions by their heads. The newest ones are read once a revision. */
export class Heads {
  readonly #revision: Statement<[], number>;
  readonly #newest: Statement<[], HeadRow>;
  readonly #version: Statement<[number, string, string], HeadRow>;
  readonly #versions: Statement<[number, string], HeadRow>;
  readonly #counts: Statement<[], { edition: number; area: string; versions: number }>;
  #snapshot: Snapshot | null = null;

  constructor(database: Database) {
    this.#revision = database.prepare<[], number>('SELECT revision FROM library WHERE id = 1').pluck();
    this.#newest = database.prepare(
      `${SELECT_HEAD} WHERE report_version.newest = 1 ORDER BY report_version.edition, report_version.area`,
    );
    this.#version = database.prepare(
      `${SELECT_HEAD}
       WHERE report_version.edition = ? AND report_version.area = ? AND report_version.version = ?`,
    );
    this.#versions = database.prepare(
      `${SELECT_HEAD} WHERE report_version.edition = ? AND report_version.area = ? ORDER BY ${YOUNGEST_FIRST}`,
    );
    this.#counts = database.prepare(
      `SELECT edition, area, count(*) AS versions FROM report_version
       GROUP BY edition, area HAVING count(*) > 1`,
    );
  }

  getRevision(): number {
    return this.#revision.get() ?? 0;
  }

  getStamp(): LibraryStamp {
    const snapshot = this.#current();
    snapshot.stamp ??= makeStamp(snapshot);
    return snapshot.stamp;
  }

  list({ editions, areas }: ReportFilter): readonly ReportHead[] {
    const { heads } = this.#current();
    if (editions === null && areas === null) return heads;
    const wantedEditions = editions === null ? null : new Set(editions);
    const wantedAreas = areas === null ? null : new Set(areas);
    return heads.filter(
      ({ edition, area }) =>
        (wantedEditions === null || wantedEditions.has(edition)) &&
        (wantedAreas === null || wantedAreas.has(area)),
    );
  }

  find(id: ReportId, version: VersionId | null): ReportHead | null {
    const newest = this.#current().byId.get(formatReportId(id)) ?? null;
    if (version === null || newest?.version === version) return newest;
    const row = this.#version.get(id.edition, id.area, version);
    return row === undefined ? null : toHead(row);
  }

  listVersions({ edition, area }: ReportId): ReportHead[] {
    return this.#versions.all(edition, area).map(toHead);
  }

  countVersions(): ReadonlyMap<string, number> {
    return new Map(this.#counts.all().map((row) => [formatReportId(row), row.versions]));
  }

  #current(): Snapshot {
    const revision = this.getRevision();
    if (this.#snapshot?.revision === revision) return this.#snapshot;
    const heads = this.#newest.all().map(toHead);
    const byId = new Map(heads.map((head) => [formatReportId(head), head]));
    this.#snapshot = { revision, heads, byId, stamp: null };
    return this.#snapshot;
  }
}

function toHead(row: HeadRow): ReportHead {
  return {
    edition: row.edition,
    area: row.area,
    version: row.version,
    title: row.title,
    areaName: row.areaName,
    provenance: toProvenance(row),
    sectionCount: row.sectionCount,
    passageCount: row.passageCount,
    passageWords: row.passageWords,
    headingWords: row.headingWords,
    findingCount: row.findingCount,
    sample: row.sample === 1,
  };
}

function makeStamp({ heads, revision }: Snapshot): LibraryStamp {
  const lines = heads.map((head) => `${formatReportId(head)}@${head.version}\n`).sort();
  return {
    version: hash('sha256', lines.join(''), 'hex').slice(0, 12),
    revision,
    reports: heads.length,
    passages: heads.reduce((sum, { passageCount }) => sum + passageCount, 0),
    words: heads.reduce((sum, { passageWords, headingWords }) => sum + passageWords + headingWords, 0),
    sampleOnly: heads.length > 0 && heads.every(({ sample }) => sample),
  };
}
