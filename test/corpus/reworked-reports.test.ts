import { beforeAll, describe, expect, it } from 'vitest';
import { compareReports } from '../../src/compare/compare-reports.ts';
import type { Report } from '../../src/domain/report.ts';
import { reworkReport } from '../compare/rework-report.ts';
import { emptyScore, scoreRework, totalOf } from '../compare/score-rework.ts';
import { makeRandom } from '../random.ts';
import { corpusFolder } from './corpus-folder.ts';
import { readCorpusReports } from './corpus-reports.ts';

const SEED = 20_250_814;
/** Every so many reports one is reworked. */
const EVERY = 36;

describe.skipIf(corpusFolder === null)(
  'reports whose passages were deleted, moved, reworded, split, merged and reordered',
  () => {
    let reports: readonly Report[] = [];

    beforeAll(() => {
      reports = [...readCorpusReports().values()].flat();
    });

    it.each([
      [0.05, 0.99],
      [0.1, 0.99],
      [0.2, 0.99],
      [0.3, 0.99],
      [0.4, 0.95],
      [0.5, 0.95],
      [0.6, 0.95],
    ])(
      'are found again where %d of the words of a reworded passage are others: at least %d',
      (share, least) => {
        const random = makeRandom(SEED);
        const score = emptyScore();
        for (let at = 0; at < reports.length; at += EVERY) {
          const left = reports[at];
          // Areas stand in order of their slugs: the same edition of a neighbour, not the same area.
          const neighbour = reports.find((one) => one.edition === left?.edition && one.area !== left?.area);
          if (left === undefined || neighbour === undefined) continue;
          const rework = reworkReport(left, neighbour, share, random);
          scoreRework(compareReports(rework.left, rework.right), rework, score);
        }
        for (const { total } of Object.values(score)) expect(total).toBeGreaterThan(100);
        expect(totalOf(score), JSON.stringify(score)).toBeGreaterThanOrEqual(least);
      },
    );
  },
);
