import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../../src/domain/address.ts';
import type { ComparisonView } from '../../../src/domain/comparison-view.ts';
import { sideText } from '../../../src/domain/comparison-view.ts';
import { describeApplied, listPairCorrections } from '../../../src/domain/corrected-comparison.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import type { Report } from '../../../src/domain/report.ts';
import type { CorrectionWish } from '../../../src/workbench/corrections/make-corrections.ts';
import { assembleWorkbench } from '../../../src/workbench/open-workbench.ts';
import type { Workbench } from '../../../src/workbench/workbench.ts';
import { bytesOf } from '../../contract/invented-report.ts';
import { catalog } from '../../domain/invented-catalog.ts';
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
} from '../compare/small-editions.ts';
import { makeReport, openSmallLibrary } from '../small-library.ts';

const VELMORA = { area: 'vel', from: 2021, to: 2024 };
const ALL = { area: null, editions: null };
const AT = '2026-01-02T03:04:05.000Z';

/** Where the passages of small-editions.ts stand. */
const GONE_AT = '2021/vel#1.c/jails:1';
const FRESH_AT = '2024/vel#3.b:2';
const OLD_AT = '2021/vel#1.c:1';
const NEW_AT = '2024/vel#3:1';

function save(workbench: Workbench, wish: CorrectionWish, by = 'Ada Quill', note = '') {
  return workbench.corrections.save({ wishes: [wish], by, note, at: AT });
}

const PAIR: CorrectionWish = { kind: 'pair', one: GONE_AT, other: FRESH_AT };
const PART: CorrectionWish = { kind: 'part', one: OLD_AT, other: NEW_AT };

async function listPairs(workbench: Workbench, request = {}): Promise<string[]> {
  return tellPairs(await workbench.compareReports({ ...VELMORA, ...request }));
}

function tellPairs(view: ComparisonView): string[] {
  return view.topics.flatMap(({ pairs }) =>
    pairs.map((pair) => `${pair.change}: ${sideText(view, pair, 'left')} | ${sideText(view, pair, 'right')}`),
  );
}

describe('a correction', () => {
  test('pairs two passages, whichever is named first, and says so with the automatic result beside it', async () => {
    const workbench = await openEditions();
    const automatic = await listPairs(workbench);
    await save(workbench, { kind: 'pair', one: FRESH_AT, other: GONE_AT }, 'Ada Quill', 'same jail');
    const view = await workbench.compareReports(VELMORA);
    expect(tellPairs(view)).toContain(`edited: ${GONE} | ${FRESH}`);
    const corrected = view.comparison.pairs.flatMap((pair) =>
      listPairCorrections(view, pair).map((one) => describeApplied(view, one)),
    );
    expect(corrected).toEqual([
      `Corrected by Ada Quill, 2026-01-02, 03:04 UTC: ${GONE_AT} and ${FRESH_AT} belong together. Automatically: not paired; in the 2021 report removed; in the 2024 report added. Note: same jail`,
    ]);
    expect(await listPairs(workbench, { corrections: false })).toEqual(automatic);
  });

  test('parts two passages, and both say so', async () => {
    const workbench = await openEditions();
    await save(workbench, PART);
    const view = await workbench.compareReports(VELMORA);
    expect(tellPairs(view)).toEqual(expect.arrayContaining([`removed: ${OLD} | `, `added:  | ${NEW}`]));
    const marked = view.comparison.pairs.filter((pair) => listPairCorrections(view, pair).length > 0);
    expect(marked.map(({ change }) => change).toSorted()).toEqual(['added', 'removed']);
    expect(view.corrections.applied[0]?.automatic).toMatchObject({ together: { same: false } });
    const automatic = await workbench.compareReports({ ...VELMORA, corrections: false });
    expect(automatic.corrections).toMatchObject({ used: false, applied: [{}] });
    expect(automatic.comparison.pairs.flatMap((pair) => listPairCorrections(automatic, pair))).toEqual([]);
  });

  test('keeps every passage in exactly one pair', async () => {
    const workbench = await openEditions();
    await save(workbench, PART);
    await save(workbench, PAIR);
    const { counts } = await workbench.compareReports(VELMORA);
    for (const what of ['passages', 'words'] as const) {
      const { same, edited, removed, added, left, right } = counts;
      expect(same.left[what] + edited.left[what] + removed[what]).toBe(left[what]);
      expect(same.right[what] + edited.right[what] + added[what]).toBe(right[what]);
    }
  });

  test('changes what is listed as removed, unless it is left out', async () => {
    const workbench = await openEditions();
    await save(workbench, PAIR);
    const { request } = workbench.readRemovalsRequest({
      from: '2021',
      to: '2024',
      areas: ['vel'],
      topics: [],
      only: [],
    });
    if (request === null) throw new Error('What is asked for is plain.');
    const countRemoved = async (corrections: boolean): Promise<number> => {
      let count = 0;
      for await (const item of (await workbench.listRemovals({ ...request, corrections })).readItems())
        if (item.kind === 'compared') count += item.view.counts.removed.passages;
      return count;
    };
    expect([await countRemoved(true), await countRemoved(false)]).toEqual([0, 1]);
  });

  test('is followed by the history of a passage, also when it comes after the history was asked for', async () => {
    const workbench = await openEditions();
    const historyOf = () => workbench.getHistory(parseAddress(GONE_AT));
    const formsOf = async (): Promise<number[]> =>
      (await historyOf()).forms.map(({ edition }) => edition.year);
    expect(await formsOf()).toEqual([2021]);
    const [saved] = await save(workbench, PAIR);
    expect(await formsOf()).toEqual([2021, 2024]);
    expect(workbench.renderHistory(await historyOf(), 'txt')).toContain(
      `Corrected by a reader, which this history follows: Ada Quill, 2026-01-02, 03:04 UTC, paired ${GONE_AT} with ${FRESH_AT}.`,
    );
    await workbench.corrections.withdraw({ id: saved?.id ?? '', by: '', at: AT });
    expect(await formsOf()).toEqual([2021]);
  });

  test('is gone from the comparison when it is withdrawn, and stays in the list with who and when', async () => {
    const workbench = await openEditions();
    const automatic = await listPairs(workbench);
    const [saved] = await save(workbench, PAIR);
    await workbench.corrections.withdraw({ id: saved?.id ?? '', by: 'Bo Reed', at: AT });
    expect(await listPairs(workbench)).toEqual(automatic);
    expect((await workbench.corrections.list(ALL)).corrections).toMatchObject([
      { state: 'withdrawn', correction: { by: 'Ada Quill', withdrawn: { by: 'Bo Reed', at: AT } } },
    ]);
  });
});

describe('a correction holds for the texts', () => {
  const LATER = { capturedAt: '2030-01-01T00:00:00.000Z', capturedAtSource: 'file-time' as const };

  async function openThenAmend(amended: Report): Promise<Workbench> {
    const store = await openSmallLibrary(makeEditions());
    const workbench = assembleWorkbench(catalog, store, () => ({ release() {} }));
    await save(workbench, PAIR);
    const newer = { ...amended, provenance: { ...amended.provenance, ...LATER } };
    expect(await store.saveReport(newer, bytesOf(newer))).toBe('new-version');
    return workbench;
  }

  test('also in a newer version where one of them stands elsewhere', async () => {
    const moved = NEWER_OUTLINE.map((section) =>
      section.key === '3' ? { ...section, texts: [FRESH, NEW] } : { ...section, texts: [WANDERER] },
    );
    const workbench = await openThenAmend(makeReport(2024, 'vel', moved));
    expect(await listPairs(workbench)).toContain(`edited: ${GONE} | ${FRESH}`);
    expect((await workbench.corrections.list(ALL)).corrections).toMatchObject([
      { state: 'applies', now: { right: { section: '3', passage: 1 } } },
    ]);
  });

  test('and waits, told as such, where one of them is gone', async () => {
    const without = NEWER_OUTLINE.map((section) =>
      section.key === '3.b' ? { ...section, texts: [WANDERER, 'Words that nobody judged.'] } : section,
    );
    const workbench = await openThenAmend(makeReport(2024, 'vel', without));
    expect(await listPairs(workbench)).toContain(`removed: ${GONE} | `);
    expect((await workbench.corrections.list(ALL)).corrections).toMatchObject([
      {
        state: 'not-applicable',
        reason: 'The text of 2024/vel#3.b:2 no longer stands in the 2024 report.',
      },
    ]);
  });

  test('and of several passages with the same text for the one that was meant', async () => {
    const twice = OLDER_OUTLINE.map((section) =>
      section.key === '1.c/jails' ? { ...section, texts: ['None.', 'None.'] } : section,
    );
    const workbench = await openEditions([
      makeReport(2021, 'vel', twice),
      makeReport(2024, 'vel', NEWER_OUTLINE),
    ]);
    await save(workbench, { ...PAIR, one: '2021/vel#1.c/jails:2' });
    const view = await workbench.compareReports(VELMORA);
    const pair = view.comparison.pairs.find(({ right }) => right.includes(4));
    expect(pair?.left).toEqual([5]);
  });

  test('of two versions of one edition', async () => {
    const older = makeReport(2024, 'vel', OLDER_OUTLINE);
    const workbench = await openThenAmend(older);
    const [first] = makeEditions().slice(1);
    const at = (version: string | undefined, fragment: string) => `2024/vel@${version}#${fragment}`;
    await save(workbench, {
      kind: 'pair',
      one: at(older.version, '1.c/jails:1'),
      other: at(first?.version, '3.b:2'),
    });
    const view = await workbench.compareReports({
      area: 'vel',
      from: 2024,
      to: 2024,
      fromVersion: first?.version ?? null,
      toVersion: older.version,
    });
    expect(tellPairs(view)).toContain(`edited: ${FRESH} | ${GONE}`);
    const listed = (await workbench.corrections.list({ area: 'vel', editions: [2024, 2024] })).corrections;
    expect(listed).toMatchObject([{ state: 'applies', correction: { left: { version: first?.version } } }]);
  });
});

describe('what cannot be corrected is refused', () => {
  const refuse = async (
    wish: Partial<CorrectionWish>,
    signature: { readonly by?: string; readonly note?: string; readonly at?: string } = {},
  ): Promise<Problem> => {
    const workbench = await openEditions();
    const request = { wishes: [{ ...PAIR, ...wish }], by: '', note: '', at: AT, ...signature };
    const problem = await workbench.corrections.save(request).then(
      () => null,
      (error: Problem) => error,
    );
    expect((await workbench.corrections.list(ALL)).corrections).toEqual([]);
    if (problem === null) throw new Error('It was saved.');
    return problem;
  };

  test.each([
    ['one', 'nonsense', 'invalid-input', /“nonsense” is not the address of a passage/],
    ['one', '2021/vel#1.c', 'invalid-input', /is not the address of a passage/],
    ['one', '1999/vel#1:1', 'invalid-input', /there is no edition 1999/],
    ['one', '2021/qqq#1:1', 'invalid-input', /there is no area qqq/],
    ['one', '2021/osi#1:1', 'invalid-input', /are of two areas/],
    ['one', '2024/vel#3:1', 'invalid-input', /stand in the same text of one report/],
    ['one', '2021/vel#9:1', 'not-found', /has no section 9/],
    ['one', '2021/vel#1.c:9', 'not-found', /has no passage 9/],
    ['one', '2019/vel#1:1', 'not-found', /2019/],
    ['oneDigest', '0123456789abcdef', 'conflict', /Another text stands at 2021\/vel#1\.c\/jails:1 now/],
  ] as const)('%s: %s', async (field, value, kind, says) => {
    const problem = await refuse({ [field]: value });
    expect(problem.kind).toBe(kind);
    expect([problem.message, ...problem.details].join(' ')).toMatch(says);
  });

  test('with everything that is wrong at once', async () => {
    const problem = await refuse(
      { one: 'x', other: 'y' },
      { by: 'n'.repeat(81), note: 'n'.repeat(10_000), at: 'yesterday' },
    );
    expect(problem.details).toEqual([
      'by: 81 characters; write at most 80.',
      'note: 10,000 characters; write at most 500.',
      'at: “yesterday” is no moment; write it as 2026-01-31T10:12:00Z.',
      expect.stringContaining('“x”'),
      expect.stringContaining('“y”'),
    ]);
  });

  test('a name that turns the direction of writing', async () => {
    expect((await refuse({}, { by: 'A\u202Eda' })).details[0]).toContain('cannot be seen');
  });

  test('the opposite of what stands: a conflict that says who said it', async () => {
    const workbench = await openEditions();
    await save(workbench, PAIR);
    await expect(save(workbench, { ...PAIR, kind: 'part' }, 'Bo Reed')).rejects.toMatchObject({
      kind: 'conflict',
      details: [expect.stringMatching(/contradicts correction [0-9a-f]{12}, by which Ada Quill paired them/)],
    });
  });

  test('several at once are saved together or not at all', async () => {
    const workbench = await openEditions();
    await save(workbench, PAIR);
    const wishes = [PART, { ...PAIR, kind: 'part' as const }];
    await expect(workbench.corrections.save({ wishes, by: '', note: '', at: AT })).rejects.toMatchObject({
      kind: 'conflict',
    });
    expect((await workbench.corrections.list(ALL)).corrections).toHaveLength(1);
  });
});

describe('corrections as JSON', () => {
  async function exportFrom(workbench: Workbench): Promise<string> {
    return workbench.corrections.render(await workbench.corrections.list(ALL), 'json');
  }

  test('can be brought into another library, and again, and are the same there', async () => {
    const [here, there] = [await openEditions(), await openEditions()];
    await save(here, PAIR, '<b>Ada</b> “Quill”', 'a & b');
    const [parted] = await save(here, PART);
    await here.corrections.withdraw({ id: parted?.id ?? '', by: 'Bo Reed', at: AT });
    const json = await exportFrom(here);
    const outcomesOf = async (text: string) =>
      (await there.corrections.bringIn(text)).map(({ outcome }) => outcome);
    expect(await outcomesOf(json)).toEqual(['added', 'added']);
    expect(await outcomesOf(json)).toEqual(['unchanged', 'unchanged']);
    expect(await exportFrom(there)).toBe(json);
    expect(await listPairs(there)).toEqual(await listPairs(here));
  });

  test('wait for reports that are not held', async () => {
    const here = await openEditions();
    await save(here, PAIR);
    const there = await openEditions(makeEditions().slice(0, 1));
    await there.corrections.bringIn(await exportFrom(here));
    expect((await there.corrections.list(ALL)).corrections).toMatchObject([
      { state: 'not-applicable', reason: 'This library does not hold the 2024 report.' },
    ]);
  });

  test('that contradict what stands are refused, each named', async () => {
    const [here, there] = [await openEditions(), await openEditions()];
    await save(here, PAIR);
    await save(there, { ...PAIR, kind: 'part' }, 'Bo Reed');
    await expect(there.corrections.bringIn(await exportFrom(here))).rejects.toMatchObject({
      kind: 'conflict',
      details: [expect.stringContaining('by which Bo Reed parted them')],
    });
  });

  test.each([
    ['{', /is not JSON/],
    ['{"a":1}', /holds no list of corrections/],
    ['[1]', /corrections\[0\]: is to be an object/],
    ['[{"kind":"<b>","left":{},"right":[],"by":1,"at":"x"}]', /kind: “<b>”; it is pair or part/],
  ])('%s is refused with what would be right', async (json, says) => {
    const problem = await (await openEditions()).corrections.bringIn(json).then(
      () => null,
      (error: Problem) => error,
    );
    expect(problem?.kind).toBe('invalid-input');
    expect([problem?.message, ...(problem?.details ?? [])].join(' ')).toMatch(says);
  });

  test('that were changed by hand are refused', async () => {
    const workbench = await openEditions();
    await save(workbench, PAIR);
    const changed = (await exportFrom(workbench)).replace('"Ada Quill"', '"Somebody else"');
    await expect(workbench.corrections.bringIn(changed)).rejects.toMatchObject({
      kind: 'invalid-input',
      details: [expect.stringContaining('does not fit what the correction says')],
    });
  });
});

test('passages are found by their words, in whatever case', async () => {
  const workbench = await openEditions();
  const view = await workbench.compareReports(VELMORA);
  const find = (words: string) =>
    workbench.corrections.findByWords(view.right, words).map(({ text }) => text);
  expect(find('COURTS harbour')).toEqual([KEPT]);
  expect(find('  ')).toEqual([]);
  expect(find('courts zebra')).toEqual([]);
});
