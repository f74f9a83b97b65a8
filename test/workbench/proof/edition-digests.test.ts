import { expect, it } from 'vitest';
import { createEditionDigests } from '../../../src/workbench/proof/edition-digests.ts';
import { makeReport, openSmallLibrary } from '../small-library.ts';

const report = (text: string, area = 'vel', year = 2021) =>
  makeReport(year, area, [
    { key: 'executive-summary', texts: ['A summary.', text] },
    { key: '1' },
    { key: '1.a', texts: ['One.', 'Two.', 'Three.'] },
  ]);

it('the same reports have the same digest, saved in whatever order; other words have another', async () => {
  const digestOf = async (...reports: Parameters<typeof openSmallLibrary>[0]): Promise<string | undefined> =>
    (await createEditionDigests(await openSmallLibrary(reports)).find(2021))?.digest;
  const one = report('A text.');
  const two = report('Another.', 'osi');
  const digest = await digestOf(one, two);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(await digestOf(two, one)).toBe(digest);
  expect(await digestOf(one, two, report('A text.', 'vel', 2024))).toBe(digest);
  expect(await digestOf(report('A text!'), two)).not.toBe(digest);
  expect(await digestOf(one)).not.toBe(digest);
});

it('what is imported between two questions is in the second answer', async () => {
  const store = await openSmallLibrary([report('A text.')]);
  const digests = createEditionDigests(store);
  const before = await digests.find(2021);
  expect(await digests.find(2021)).toEqual(before);
  await store.saveReport(report('Another.', 'osi'), { encoding: 'br', data: new Uint8Array() });
  expect(await digests.find(2021)).toMatchObject({ reports: 2 });
  expect((await digests.find(2021))?.digest).not.toBe(before?.digest);
});

it('an edition of which nothing is held has none', async () => {
  expect(await createEditionDigests(await openSmallLibrary([])).find(2021)).toBeNull();
});
