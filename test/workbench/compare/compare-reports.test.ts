import { describe, expect, test } from 'vitest';
import type { ChangeCounts } from '../../../src/domain/change-counts.ts';
import { type ComparisonView, sideText } from '../../../src/domain/comparison-view.ts';
import { describeAbsence, describePair } from '../../../src/domain/describe-pair.ts';
import type { Workbench } from '../../../src/workbench/workbench.ts';
import { makeReport } from '../small-library.ts';
import {
  FRESH,
  GONE,
  KEPT,
  makeEditions,
  NEW,
  NEWER_OUTLINE,
  OLD,
  OLDER_OUTLINE,
  openEditions,
  WANDERER,
} from './small-editions.ts';

const VELMORA = { area: 'vel', from: 2021, to: 2024 };

/** Each pair as `change move: older | newer`. */
function listPairs(view: ComparisonView): string[] {
  return view.topics.flatMap(({ topic, pairs }) =>
    pairs.map(
      (pair) =>
        `${topic?.id} ${pair.change}${pair.moved === null ? '' : ` ${pair.moved}`}: ${sideText(view, pair, 'left')} | ${sideText(view, pair, 'right')}`,
    ),
  );
}

function expectConserved({ left, right, same, edited, removed, added }: ChangeCounts): void {
  for (const what of ['passages', 'words'] as const) {
    expect(same.left[what] + edited.left[what] + removed[what]).toBe(left[what]);
    expect(same.right[what] + edited.right[what] + added[what]).toBe(right[what]);
  }
}

describe('two editions of a report', () => {
  test('are laid side by side by topic, in the order of the older outline, what is new under new topics last', async () => {
    const workbench = await openEditions();
    expect(listPairs(await workbench.compareReports(VELMORA))).toEqual([
      `executive-summary same: ${KEPT} | ${KEPT}`,
      `ill-treatment edited: ${OLD} | ${NEW}`,
      `ill-treatment same section: ${WANDERER} | ${WANDERER}`,
      `jails removed: ${GONE} | `,
      `women added:  | ${FRESH}`,
    ]);
  });

  test('come out the older on the left, whichever is named first', async () => {
    const workbench = await openEditions();
    const view = await workbench.compareReports({ area: 'vel', from: 2024, to: 2021 });
    expect([view.left.edition.year, view.right.edition.year]).toEqual([2021, 2024]);
  });

  test('are counted so that every passage and word of both is in one count', async () => {
    const workbench = await openEditions();
    const view = await workbench.compareReports(VELMORA);
    expectConserved(view.counts);
    expect(view.counts.left.words).toBe(view.left.head.passageWords);
    expect(view.counts.right.words).toBe(view.right.head.passageWords);
    for (const { counts } of view.topics) expectConserved(counts);
    expect(view.counts.moved.passages).toBe(1);
    expect(view.counts.wordsKept).toBe(
      view.counts.same.left.words + (view.comparison.pairs.find((p) => p.difference)?.difference?.kept ?? 0),
    );
  });

  test('say of a removed passage where it was looked for, and that its topic has no text left', async () => {
    const workbench = await openEditions();
    const view = await workbench.compareReports(VELMORA);
    const pair = view.comparison.pairs.find(({ change }) => change === 'removed');
    const notes = describeAbsence(view, pair ?? view.comparison.pairs[0] ?? never());
    expect(notes.looked).toBe(
      `Looked for in all 4 passages (${view.right.head.passageWords} words) of the 2024 report, and not found.`,
    );
    expect(notes.nearest).toBe('No passage that remains is like it at all.');
    expect(notes.topics).toEqual(['Under a heading on the same topic, Jails, the 2024 report has no text.']);
  });

  test('say from where to where a passage moved, in the headings’ own words', async () => {
    const workbench = await openEditions();
    const view = await workbench.compareReports(VELMORA);
    const pair = view.comparison.pairs.find(({ moved }) => moved !== null);
    expect(describePair(view, pair ?? never())).toBe('Kept; moved from “c. Ill-treatment” to “b. Women”');
  });

  test('can be narrowed to topics, with the narrower ones and what came from them', async () => {
    const workbench = await openEditions();
    const view = workbench.narrowComparison(await workbench.compareReports(VELMORA), ['women']);
    expect(listPairs(view)).toEqual([
      `ill-treatment same section: ${WANDERER} | ${WANDERER}`,
      `women added:  | ${FRESH}`,
    ]);
    expectConserved(view.counts);
  });
});

test('a report compared with itself stays as it is in every word', async () => {
  const workbench = await openEditions();
  const view = await workbench.compareReports({ area: 'vel', from: 2021, to: 2021 });
  expect(view.comparison.pairs.map(({ change, moved }) => [change, moved])).toEqual(
    Array.from({ length: 4 }, () => ['same', null]),
  );
});

test('two versions of one edition are compared, the one captured earlier on the left', async () => {
  const older = makeReport(2021, 'vel', OLDER_OUTLINE);
  const amended = makeReport(2021, 'vel', [...OLDER_OUTLINE.slice(0, 2), ...NEWER_OUTLINE.slice(1)]);
  const later = {
    ...amended,
    provenance: { ...amended.provenance, capturedAt: '2025-09-01T00:00:00.000Z' },
  };
  const workbench = await openEditions([later, older]);
  for (const [fromVersion, toVersion] of [
    [older.version, later.version],
    [later.version, older.version],
  ]) {
    const view = await workbench.compareReports({
      area: 'vel',
      from: 2021,
      to: 2021,
      ...(fromVersion === undefined ? {} : { fromVersion }),
      ...(toVersion === undefined ? {} : { toVersion }),
    });
    expect([view.left.head.version, view.right.head.version]).toEqual([older.version, later.version]);
    expect(view.counts.removed.passages).toBe(1);
  }
});

describe('what cannot be compared is not found, with the reason', () => {
  test.each([
    [
      { area: 'vel', from: 2020, to: 2024 },
      'The 2020 report on Velmora was published, but this library does not hold it.',
    ],
    [
      { area: 'squ', from: 2019, to: 2021 },
      'The 2019 report on South Quendal was published, but this library does not hold it.',
    ],
    [{ area: 'squ', from: 2021, to: 2024 }, 'No report on South Quendal was published in the 2021 edition.'],
    [
      { ...VELMORA, toVersion: '0123456789ab' },
      'This library does not hold that version of the 2024 report on Velmora.',
    ],
  ])('%j', async (request, message) => {
    const workbench = await openEditions();
    await expect(workbench.compareReports(request)).rejects.toMatchObject({ kind: 'not-found', message });
  });
});

test.each([
  ['one passage', [{ key: '1', printed: 'One', texts: [KEPT] }], [1, 1]],
  ['none in common', [{ key: '1', printed: 'One', texts: ['Utterly else.'] }], [4, 1]],
  ['no passage at all', [{ key: '1', printed: 'One', texts: [] }], [4, 0]],
] as const)('a newer report with %s is compared like any other', async (_, outline, passages) => {
  const [older] = makeEditions();
  const left = _ === 'one passage' ? makeReport(2021, 'vel', outline) : (older ?? never());
  const workbench = await openEditions([left, makeReport(2024, 'vel', outline)]);
  const view = await workbench.compareReports(VELMORA);
  expectConserved(view.counts);
  expect([view.counts.left.passages, view.counts.right.passages]).toEqual(passages);
});

test('removals name an area of which a report is missing, with the reason, and go on', async () => {
  const workbench = await openEditions();
  const { request } = workbench.readRemovalsRequest({
    from: '2021',
    to: '2024',
    areas: ['squ, vel'],
    topics: [],
    only: [],
  });
  const items: string[] = [];
  for await (const item of (await workbench.listRemovals(request ?? never())).readItems()) {
    items.push(item.kind === 'gap' ? item.text : item.view.area.id);
  }
  expect(items).toEqual([
    'No report on South Quendal was published in the 2021 edition.',
    'No report on South Quendal was published in the 2024 edition.',
    'vel',
  ]);
});

describe('what is asked of a comparison', () => {
  const read = async (workbench: Workbench, only: string[], topics: string[], show: string[] = []) =>
    workbench.readComparisonFilter({ only, topics, show });

  test('is understood however it is written', async () => {
    const workbench = await openEditions();
    expect(
      await read(workbench, ['edited,Removed', 'removed'], ['women', 'Torture, beating and ill-treatment']),
    ).toEqual({
      filter: { only: ['removed', 'edited'], all: false },
      topics: ['women', 'ill-treatment'],
      problems: [],
    });
  });

  test('is told with what would be right, all at once', async () => {
    const workbench = await openEditions();
    const { problems } = await read(workbench, ['gone'], ['wimen', '1.c'], ['some']);
    expect(problems).toEqual([
      'only: “gone” is not known; write any of removed, edited, added, moved, same.',
      'show: “some” is not known; write changes or all.',
      'topics: there is no topic “wimen”; near to it: women.',
      'topics: there is no topic “1.c”; write topics such as prison-conditions.',
    ]);
  });
});

function never(): never {
  throw new Error('This should be there.');
}
