import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sumCounts } from '../../../src/domain/change-counts.ts';
import type { TopicId } from '../../../src/domain/topic.ts';
import type { WideView } from '../../../src/domain/wide-view.ts';
import type { WideRequest } from '../../../src/workbench/wide/read-wide-request.ts';
import type { Workbench } from '../../../src/workbench/workbench.ts';
import { openSampleLibrary } from '../../store/sample-library.ts';

let library: Awaited<ReturnType<typeof openSampleLibrary>>;
let workbench: Workbench;
beforeAll(async () => {
  library = await openSampleLibrary();
  workbench = library.workbench;
});
afterAll(() => library.remove());

async function read(request: WideRequest): Promise<WideView> {
  const answer = await workbench.getWideView(request, { longest: null });
  if (answer.kind === 'coming') throw new Error('It should be there.');
  return answer.view;
}

const AREAS = ['zza', 'zzb', 'zzc'];
const between = (from: number, to: number, ...topics: TopicId[]): WideRequest => ({
  kind: 'areas',
  from,
  to,
  topics,
});

describe('the numbers are those of the single comparisons', () => {
  test.each([
    ['of all topics', []],
    ['of one topic with its narrower ones', ['women']],
    ['of two topics', ['prison-conditions', 'torture']],
  ] as [string, TopicId[]][])('%s, in each row, by topic, and together', async (_, topics) => {
    for (const [from, to] of [
      [2022, 2023],
      [2023, 2024],
      [2022, 2024],
    ] as const) {
      const { rows, total, totalByTopic } = await read(between(from, to, ...topics));
      expect(rows.map(({ area }) => area.id).sort()).toEqual(AREAS);
      const singles = await Promise.all(
        rows.map(async ({ area }) =>
          workbench.narrowComparison(await workbench.compareReports({ area: area.id, from, to }), topics),
        ),
      );
      expect(total.left.words + total.right.words).toBeGreaterThan(0);
      for (const [i, { counts, byTopic }] of rows.entries()) {
        expect(counts).toEqual(singles[i]?.counts);
        expect(new Map(byTopic)).toEqual(
          new Map(singles[i]?.topics.map((one) => [one.topic?.id ?? null, one.counts])),
        );
      }
      expect(total).toEqual(sumCounts(singles.map(({ counts }) => counts)));
      expect(sumCounts([...totalByTopic.values()])).toEqual(total);
    }
  });

  test('of one area, each edition with the next one held', async () => {
    const { rows } = await read({ kind: 'editions', area: 'zza', topics: [] });
    expect(rows.map(({ left, right }) => [left.edition, right.edition])).toEqual([
      [2022, 2023],
      [2023, 2024],
    ]);
    for (const { left, right, counts } of rows) {
      const single = await workbench.compareReports({ area: 'zza', from: left.edition, to: right.edition });
      expect(counts).toEqual(single.counts);
    }
  });
});

test('a report that is missing where the other is held is a gap; where neither is, the areas are counted', async () => {
  const { gaps, neitherHeld, rows } = await read(between(2022, 2024));
  expect([rows.length, gaps]).toEqual([3, []]);
  expect(neitherHeld).toBeGreaterThan(190);
});

test('editions of which nothing is held are no empty answer', async () => {
  await expect(read(between(2016, 2017))).rejects.toMatchObject({ name: 'Problem', kind: 'not-found' });
  await expect(read({ kind: 'editions', area: 'mli', topics: [] })).rejects.toMatchObject({
    kind: 'not-found',
    message: 'This library holds no report on Mali.',
  });
});
