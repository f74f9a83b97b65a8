import type { Database, Statement, Transaction } from 'better-sqlite3';
import {
  type Correction,
  type CorrectionFilter,
  type CorrectionOutcome,
  describeContradiction,
  findContradicted,
  findEqual,
  type JudgedPassage,
  type Withdrawal,
} from '../../domain/correction.ts';
import { Problem } from '../../domain/problem.ts';

interface CorrectionRow {
  readonly id: string;
  readonly kind: Correction['kind'];
  readonly area: string;
  readonly left_edition: number;
  readonly left_version: string;
  readonly left_section: string;
  readonly left_passage: number;
  readonly left_digest: string;
  readonly left_copy: number;
  readonly right_edition: number;
  readonly right_version: string;
  readonly right_section: string;
  readonly right_passage: number;
  readonly right_digest: string;
  readonly right_copy: number;
  readonly made_by: string;
  readonly made_at: string;
  readonly note: string | null;
  readonly withdrawn_by: string | null;
  readonly withdrawn_at: string | null;
}

const COLUMNS: readonly (keyof CorrectionRow)[] = [
  'id',
  'kind',
  'area',
  'left_edition',
  'left_version',
  'left_section',
  'left_passage',
  'left_digest',
  'left_copy',
  'right_edition',
  'right_version',
  'right_section',
  'right_passage',
  'right_digest',
  'right_copy',
  'made_by',
  'made_at',
  'note',
  'withdrawn_by',
  'withdrawn_at',
];

/** Keeps corrections, each call one transaction; what contradicts is asked while nobody else can write. */
export class Corrections {
  readonly #save: Transaction<(corrections: readonly Correction[]) => CorrectionOutcome[]>;
  readonly #withdraw: Transaction<(id: string, withdrawal: Withdrawal) => CorrectionOutcome>;
  readonly #list: Statement<[{ readonly area: string | null }], CorrectionRow>;
  readonly #find: Statement<[string], CorrectionRow>;
  readonly #ofReports: Statement<[string, number, number], CorrectionRow>;
  readonly #add: Statement<[CorrectionRow]>;
  readonly #setWithdrawn: Statement<[string, string, string]>;
  readonly #raiseRevision: Statement<[]>;

  constructor(database: Database) {
    this.#save = database.transaction((corrections) => this.#saveAll(corrections));
    this.#withdraw = database.transaction((id, withdrawal) => this.#withdrawOne(id, withdrawal));
    const select = `SELECT ${COLUMNS.join(', ')} FROM correction`;
    this.#list = database.prepare(`${select} WHERE @area IS NULL OR area = @area ORDER BY ordinal`);
    this.#find = database.prepare(`${select} WHERE id = ?`);
    this.#ofReports = database.prepare(
      `${select} WHERE area = ? AND left_edition = ? AND right_edition = ? ORDER BY ordinal`,
    );
    this.#add = database.prepare(
      `INSERT INTO correction (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((name) => `@${name}`).join(', ')})`,
    );
    this.#setWithdrawn = database.prepare(
      'UPDATE correction SET withdrawn_by = ?, withdrawn_at = ? WHERE id = ?',
    );
    this.#raiseRevision = database.prepare('UPDATE library SET revision = revision + 1');
  }

  list({ area, editions }: CorrectionFilter): Correction[] {
    if (area !== null && editions !== null) return this.#ofReports.all(area, ...editions).map(toCorrection);
    return this.#list
      .all({ area })
      .map(toCorrection)
      .filter(
        ({ left, right }) =>
          editions === null || (left.edition === editions[0] && right.edition === editions[1]),
      );
  }

  save(corrections: readonly Correction[]): CorrectionOutcome[] {
    return this.#save.immediate(corrections);
  }

  withdraw(id: string, withdrawal: Withdrawal): CorrectionOutcome {
    return this.#withdraw.immediate(id, withdrawal);
  }

  /** @throws Problem conflict, naming every contradiction: the transaction goes with it */
  #saveAll(corrections: readonly Correction[]): CorrectionOutcome[] {
    const contradictions: string[] = [];
    const outcomes = corrections.map((correction): CorrectionOutcome => {
      const { id } = correction;
      const known = this.#find.get(id);
      if (known !== undefined) {
        return correction.withdrawn === null
          ? { outcome: 'unchanged', id }
          : this.#withdrawOne(id, correction.withdrawn);
      }
      if (correction.withdrawn === null) {
        const { area, edition } = correction.left;
        const standing = this.list({ area, editions: [edition, correction.right.edition] });
        const equal = findEqual(correction, standing);
        if (equal !== null) return { outcome: 'unchanged', id: equal.id };
        const contradicted = findContradicted(correction, standing);
        if (contradicted !== null) contradictions.push(describeContradiction(correction, contradicted));
      }
      this.#add.run(toRow(correction));
      return { outcome: 'added', id };
    });
    if (contradictions.length > 0) {
      throw new Problem(
        'conflict',
        contradictions.length === 1
          ? 'A correction that stands says the opposite; nothing was saved.'
          : 'Corrections that stand say the opposite; nothing was saved.',
        contradictions,
      );
    }
    if (outcomes.some(({ outcome }) => outcome === 'added')) this.#raiseRevision.run();
    return outcomes;
  }

  #withdrawOne(id: string, { by, at }: Withdrawal): CorrectionOutcome {
    const known = this.#find.get(id);
    if (known === undefined) {
      throw new Problem('not-found', `There is no correction ${id} in this library.`, [
        'variorum correct list shows all, with their ids.',
      ]);
    }
    if (known.withdrawn_at !== null) return { outcome: 'unchanged', id };
    this.#setWithdrawn.run(by, at, id);
    this.#raiseRevision.run();
    return { outcome: 'withdrawn', id };
  }
}

function toCorrection(row: CorrectionRow): Correction {
  const { id, kind, note, withdrawn_by: by, withdrawn_at: at } = row;
  const side = (name: 'left' | 'right'): JudgedPassage => ({
    edition: row[`${name}_edition`],
    area: row.area,
    version: row[`${name}_version`],
    section: row[`${name}_section`],
    passage: row[`${name}_passage`],
    digest: row[`${name}_digest`],
    copy: row[`${name}_copy`],
  });
  return {
    id,
    kind,
    left: side('left'),
    right: side('right'),
    by: row.made_by,
    at: row.made_at,
    note,
    withdrawn: by === null || at === null ? null : { by, at },
  };
}

function toRow({ id, kind, left, right, by, at, note, withdrawn }: Correction): CorrectionRow {
  return {
    id,
    kind,
    area: left.area,
    left_edition: left.edition,
    left_version: left.version,
    left_section: left.section,
    left_passage: left.passage,
    left_digest: left.digest,
    left_copy: left.copy,
    right_edition: right.edition,
    right_version: right.version,
    right_section: right.section,
    right_passage: right.passage,
    right_digest: right.digest,
    right_copy: right.copy,
    made_by: by,
    made_at: at,
    note,
    withdrawn_by: withdrawn?.by ?? null,
    withdrawn_at: withdrawn?.at ?? null,
  };
}
