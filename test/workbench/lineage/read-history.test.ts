import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../../src/domain/address.ts';
import { describeLife, describeStep } from '../../../src/domain/describe-history.ts';
import { formAddress, type PassageHistory } from '../../../src/domain/passage-history.ts';
import { Problem } from '../../../src/domain/problem.ts';
import type { Report } from '../../../src/domain/report.ts';
import type { Workbench } from '../../../src/workbench/workbench.ts';
import { openEditions } from '../compare/small-editions.ts';
import { makeReport } from '../small-library.ts';
import { ENDS, makeFour, makeWithReturn } from './invented-editions.ts';

const GAP =
  'Published, but not held here, and so not looked at: 2020. What first stands or last stands beside such an edition may have come or gone in it.';

function historyOf(workbench: Workbench, address: string): Promise<PassageHistory> {
  return workbench.getHistory(parseAddress(address));
}

function listForms(history: PassageHistory): string[] {
  return history.forms.map((form, i) => `${formAddress(form)} ${describeStep(history, i)}`);
}

describe('a passage is followed through the editions', () => {
  test('that stands word for word in all of them', async () => {
    const history = await historyOf(await openEditions(makeFour()), '2021/vel#executive-summary:1');
    expect(describeLife(history)).toEqual([
      'It stands in the oldest edition held, 2018; what was reported before is not known here.',
      'In the words of 2021 it stands in 4 editions held: 2018, 2019, 2021, 2024.',
      'It stands in the newest edition held, 2024.',
    ]);
    expect(history.asked).toBe(2);
    expect(history.forms.slice(1).every(({ step }) => step?.same && step.difference === null)).toBe(true);
  });

  test('that was reworded, with the words that differ', async () => {
    const history = await historyOf(await openEditions(makeFour()), '2024/vel#1.c:1');
    expect(describeLife(history)).toContain('Reworded in 2021.');
    expect(describeLife(history)).toContain('In the words of 2024 it stands in 2 editions held: 2021, 2024.');
    const { difference } = history.forms[2]?.step ?? never();
    const before = history.forms[1]?.passage.text ?? '';
    const gone = difference?.pieces.flatMap((piece) =>
      piece.kind === 'removed' ? before.slice(piece.leftStart, piece.leftEnd).trim() : [],
    );
    expect(gone).toEqual(['forty', 'two wardens']);
  });

  test('that moved and then ended', async () => {
    const history = await historyOf(await openEditions(makeFour()), '2018/vel#1.c:2');
    expect(listForms(history)).toEqual([
      '2018/vel#1.c:2 In the oldest edition held',
      '2019/vel#1.c:2 Word for word the same',
      '2021/vel#6:1 Word for word the same; moved from “c. Ill-treatment” to “Section 6. Women”',
    ]);
    expect(describeLife(history).slice(-2)).toEqual([
      'Moved in 2021.',
      'Last reported in 2021: it was looked for in the whole 2024 report, the next one held, and not found.',
    ]);
  });

  test('that an edition left out and a later one has again', async () => {
    const workbench = await openEditions(makeWithReturn());
    const history = await historyOf(workbench, '2018/vel#1.c/jails:1');
    expect(listForms(history)).toEqual([
      '2018/vel#1.c/jails:1 In the oldest edition held',
      '2021/vel#6:1 Left out of 2019 and reported again, reworded, 92% alike',
    ]);
    expect(describeLife(history)).toContain('Left out of 2019; reported again in 2021.');
    expect(history.forms[1]?.step).toMatchObject({ same: false, moved: null, absent: [2019] });
    const json = JSON.parse(workbench.renderHistory(history, 'json'));
    expect(json.forms.map((form: { absentFrom: number[] }) => form.absentFrom)).toEqual([[], [2019]]);
    expect(await workbench.getLastReported('vel', { topics: [], sort: 'topic' })).toMatchObject({
      editions: [],
    });
  });

  test('that came with an edition, beside one that is not held', async () => {
    const history = await historyOf(await openEditions(makeFour()), '2024/vel#6:1');
    expect(listForms(history)).toEqual([
      '2021/vel#6:2 First reported',
      '2024/vel#6:1 Word for word the same',
    ]);
    expect(describeLife(history)[0]).toBe('First reported, of the editions held, in 2021.');
    const text = (await openEditions(makeFour())).renderHistory(history, 'txt');
    expect(text).toContain(GAP);
  });

  test('through a split and a merger, naming the passages the line does not go through', async () => {
    const [one, two] = [
      'Inspectors from the capital visited the copper mines twice and found the pumps broken and the ladders rotten.',
      'Miners who complained to the inspectors were moved to the night shift, and three of them lost their lodgings.',
    ];
    const workbench = await openEditions([
      makeReport(2018, 'vel', [{ key: '1', printed: 'One', texts: [one, two] }]),
      makeReport(2019, 'vel', [{ key: '1', printed: 'One', texts: [`${one} ${two}`] }]),
      makeReport(2021, 'vel', [{ key: '1', printed: 'One', texts: [one, two] }]),
    ]);
    const history = await historyOf(workbench, '2019/vel#1:1');
    const named = new Set([
      ...(history.forms[1]?.step?.alsoFrom ?? []),
      ...(history.forms[2]?.step?.alsoInto ?? []),
      ...history.forms.map(formAddress),
    ]);
    expect(named).toEqual(
      new Set(['2018/vel#1:1', '2018/vel#1:2', '2019/vel#1:1', '2021/vel#1:1', '2021/vel#1:2']),
    );
  });

  test('in the one edition there is', async () => {
    const history = await historyOf(await openEditions(makeFour().slice(1, 2)), '2019/vel#1.c/jails:1');
    expect(history.forms).toHaveLength(1);
    expect(describeLife(history).at(-1)).toBe('It stands in the newest edition held, 2019.');
  });
});

describe('of an older version', () => {
  test('the address leads to what became of the passage in the newest', async () => {
    const [, amended] = makeFour();
    const older = makeReport(2019, 'vel', [
      { key: '1', printed: 'Section 1.', texts: ['A note that was taken out.', ENDS] },
    ]);
    const workbench = await openEditions([older, ...makeFour()]);
    expect((await workbench.getReport(older, null)).report.version).toBe(amended?.version);
    const history = await historyOf(workbench, `2019/vel@${older.version}#1:2`);
    expect(listForms(history)[history.asked]).toContain('2019/vel#1.c/jails:1');
    expect(describeLife(history)[0]).toBe(
      `Asked for as 2019/vel@${older.version}#1:2, in an older version of the text. Histories follow the newest versions held: there it is 2019/vel#1.c/jails:1, word for word the same.`,
    );
  });

  test('a passage that the newest no longer has is told of as such', async () => {
    const older = makeReport(2019, 'vel', [
      { key: '1', printed: 'Section 1.', texts: ['The lighthouse keepers went unpaid all winter long.'] },
    ]);
    const workbench = await openEditions([older, ...makeFour()]);
    await expect(historyOf(workbench, `2019/vel@${older.version}#1:1`)).rejects.toThrow(
      `2019/vel@${older.version}#1:1 stands only in that older version of the report`,
    );
  });
});

test('what no later edition has is listed by the edition that had it last, and by topic', async () => {
  const found = await (await openEditions(makeFour())).getLastReported('vel', { topics: [], sort: null });
  expect(
    found.editions.map(({ head, next, topics }) => [
      head.edition,
      next,
      topics.map(({ topic, passages }) => `${topic?.id} ${passages.map(({ passage }) => passage.order)}`),
    ]),
  ).toEqual([
    [2021, 2024, ['women 3']],
    [2019, 2021, ['jails 4']],
  ]);
  expect(found.topics.map(({ topic, last }) => [topic?.id, last])).toEqual([
    ['jails', 2019],
    ['women', 2024],
  ]);
});

describe('what cannot be followed is told with the reason', () => {
  test.each([
    ['2021/vel', 'invalid-input', '2021/vel names no passage.'],
    ['2021/vel#1.c', 'invalid-input', '2021/vel#1.c names no passage.'],
    ['2021/vel#1.c:2', 'not-found', 'Section 1.c of 2021/vel has no passage 2: its passages are 1 to 1.'],
    ['2021/vel#1:1', 'not-found', 'Section 1 of 2021/vel has no passage 1: it has none of its own.'],
    ['2021/vel#9.z:1', 'not-found', 'The report 2021/vel has no section 9.z.'],
    [
      '2020/vel#1.c:1',
      'not-found',
      'The 2020 report on Velmora was published, but this library does not hold it.',
    ],
    [
      '2021/vel@0123456789ab#1.c:1',
      'not-found',
      'This library does not hold that version of the 2021 report on Velmora.',
    ],
  ])('%s', async (address, kind, message) => {
    const problem = await historyOf(await openEditions(makeFour()), address).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ kind, message });
  });

  test('an area of which nothing is held', async () => {
    const workbench = await openEditions(makeFour());
    await expect(workbench.getLineage('osi')).rejects.toThrow(
      'This library holds no report on Ostrava Isles.',
    );
  });
});

test('in every format the sentence on absence stands where a passage ends', async () => {
  const workbench = await openEditions(makeFour() as Report[]);
  const history = await historyOf(workbench, '2018/vel#1.c/jails:1');
  for (const format of ['txt', 'md', 'json', 'csv'] as const)
    expect(workbench.renderHistory(history, format), format).toContain(
      'Absence of reporting is not evidence of absence.',
    );
});

function never(): never {
  throw new Error('This should be there.');
}
