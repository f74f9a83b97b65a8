import { findNearestPassages, type NearPassage } from '../../compare/nearest-passages.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { ComparedReport, ComparisonView, Side } from '../../domain/comparison-view.ts';
import type { CorrectionFilter, CorrectionOutcome } from '../../domain/correction.ts';
import type { CorrectionList } from '../../domain/correction-list.ts';
import type { Passage } from '../../domain/passage.ts';
import { Problem } from '../../domain/problem.ts';
import { tabulateCorrections } from '../../export/corrections-table.ts';
import { renderTable } from '../../export/render-table.ts';
import type { Store } from '../../store/store.ts';
import { ProblemList } from '../problem-list.ts';
import { listCorrections } from './list-corrections.ts';
import { type CorrectionRequest, makeCorrections } from './make-corrections.ts';
import { readCorrectionsFile } from './read-corrections-file.ts';
import { readMoment, readName } from './read-signature.ts';

/** Who takes a correction back, as typed. */
export interface WithdrawalRequest {
  readonly id: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What readers say against the automatic alignment. */
export interface CorrectionDesk {
  list(filter: CorrectionFilter): Promise<CorrectionList>;
  /** @throws Problem invalid-input, not-found, or conflict where a standing correction says the opposite */
  save(request: CorrectionRequest): Promise<readonly CorrectionOutcome[]>;
  /** @throws Problem invalid-input, not-found */
  withdraw(request: WithdrawalRequest): Promise<CorrectionOutcome>;
  /** Brings in what `render` gave as JSON, all of it or nothing. @throws Problem as `save` */
  bringIn(json: string): Promise<readonly CorrectionOutcome[]>;
  render(list: CorrectionList, format: 'json' | 'csv' | 'md'): string;
  /** The passages of the other report that are most like one, the likest first. */
  findNear(view: ComparisonView, side: Side, order: number): readonly NearPassage[];
  /** The passages of one report in which all the words stand, in whatever case. */
  findByWords(report: ComparedReport, words: string): readonly Passage[];
}

const MOST_NEAR = 8;

export function createCorrectionDesk(catalog: Catalog, store: Store): CorrectionDesk {
  return {
    list: (filter) => listCorrections(filter, catalog, store),
    save: async (request) => store.saveCorrections(await makeCorrections(request, catalog, store)),
    async withdraw(request) {
      const problems = new ProblemList();
      const by = readName(request.by, problems);
      const at = readMoment('at', request.at, problems);
      if (at === null || problems.lines.length > 0)
        throw new Problem('invalid-input', 'The withdrawal cannot be understood.', problems.lines);
      return store.withdrawCorrection(request.id.trim().toLowerCase().slice(0, 80), { by, at });
    },
    bringIn: async (json) => store.saveCorrections(readCorrectionsFile(json, catalog)),
    render: (list, format) => renderTable(tabulateCorrections(list), format),
    findNear: (view, side, order) =>
      findNearestPassages(toText(view.left), toText(view.right), { side, order }, MOST_NEAR),
    findByWords(report, words) {
      const wanted = words
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '');
      if (wanted.length === 0) return [];
      return report.passages.filter(({ text }) => {
        const lower = text.toLowerCase();
        return wanted.every((word) => lower.includes(word));
      });
    },
  };
}

function toText({ head, sections, passages }: ComparedReport) {
  const { edition, area, version } = head;
  return { edition, area, version, sections, passages };
}
