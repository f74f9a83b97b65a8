import { describe, expect, it } from 'vitest';
import {
  buildSmall,
  CHOSEN,
  makeEarlierVelmora,
  makeRequest,
  makeVelmora,
  openVelmora,
} from './small-packet.ts';

const keysOf = (
  sections: readonly { readonly section: { readonly key: string }; readonly passages: readonly unknown[] }[],
) => sections.map(({ section, passages }) => `${section.key}:${passages.length}`);

describe('a packet', () => {
  it('holds the whole lettered sections around what was chosen, and the headings above them', async () => {
    const { tabs } = await buildSmall(['2021/vel#1.c/jails:1']);
    expect(keysOf(tabs[0]?.sections ?? [])).toEqual(['1:0', '1.c:2', '1.c/jails:2']);
    expect(tabs[0]?.query).toBe('years=2021&sections=1.c&areas=vel');
  });

  it('of excerpts holds what was chosen alone', async () => {
    const { tabs } = await buildSmall(['2021/vel#1.c:1', '2021/vel#6/women:1'], { body: 'excerpts' });
    expect(keysOf(tabs[0]?.sections ?? [])).toEqual(['1:0', '1.c:1', '6:0', '6/women:1']);
  });

  it('has a tab for each report, in the order in which they are first named', async () => {
    const { tabs } = await buildSmall(['2024/vel#1.c:1', '2021/vel#1.c:1', '2024/vel#1.c:2']);
    expect(tabs.map(({ letter, edition }) => `${letter} ${edition.year}`)).toEqual(['A 2024', 'B 2021']);
  });

  it('lists what was not chosen on the topics that were chosen from, in the whole report', async () => {
    const { tabs } = await buildSmall(['2021/vel#1.c:1']);
    expect(
      tabs[0]?.unchosen.map(({ topic, passages }) => [
        topic,
        passages.map(({ section, number }) => `${section}:${number}`),
      ]),
    ).toEqual([['Torture, beating and ill-treatment', ['1.c:2']]]);
  });

  it('names every pin that leads nowhere', async () => {
    await expect(buildSmall(['2021/vel#1.c:1', '2021/vel#1.c:9', '2018/vel#1.c:1'])).rejects.toMatchObject({
      kind: 'not-found',
      details: [expect.stringContaining('2021/vel#1.c:9'), expect.stringContaining('2018/vel#1.c:1')],
    });
  });
});

describe('a passage that the newest version no longer has', () => {
  const earlier = makeEarlierVelmora();
  const newest = makeVelmora();

  it('is shown from the version that has it, which is said', async () => {
    const workbench = await openVelmora([earlier, newest]);
    const { issues, tabs } = await workbench.buildPacket(makeRequest(['2021/vel#1.c:3', '2021/vel#1.c:1']));
    expect(issues[0]?.pins.map(({ address, tab, remark }) => [address, tab, remark])).toEqual([
      [
        `2021/vel@${earlier.version}#1.c:3`,
        0,
        `The newest version held, ${newest.version}, no longer has this passage; it is shown from version ${earlier.version}.`,
      ],
      ['2021/vel#1.c:1', 1, null],
    ]);
    expect(tabs.map(({ report }) => report.version)).toEqual([earlier.version, newest.version]);
  });

  it('is found by its digest where another text stands at its address now', async () => {
    const workbench = await openVelmora([earlier, newest]);
    const text = earlier.passages.find(({ section, number }) => section === '1.c' && number === 3);
    const known = { address: '2021/vel#1.c:3', digest: text?.digest ?? '' };
    const { issues } = await workbench.buildPacket(makeRequest([known]));
    expect(issues[0]?.pins[0]?.passage.text).toBe(text?.text);
  });

  it('and that no version has is said to have changed', async () => {
    const workbench = await openVelmora([newest]);
    const { issues } = await workbench.buildPacket(
      makeRequest([{ address: '2021/vel#1.c:1', digest: '0123456789abcdef' }]),
    );
    expect(issues[0]?.pins[0]).toMatchObject({
      passage: { text: CHOSEN },
      remark: expect.stringContaining('digest is another'),
    });
  });
});
