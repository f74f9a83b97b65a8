import { afterEach, expect, it } from 'vitest';
import { createQuotedReader, type QuotedReader } from '../../../src/workbench/verify/quoted-reader.ts';

const WORKER = new URL('../../../dist/workbench/verify/quoted-worker.js', import.meta.url);
let reader: QuotedReader | null = null;

afterEach(async () => {
  await reader?.close();
  reader = null;
});

const page = { bytes: Buffer.from('<p>One paragraph.</p><p>Another.</p>'), name: 'page.html' };

it('a thread reads the same as this one', async () => {
  const here = await createQuotedReader({ threads: 0 }).read(page);
  expect(here.blocks).toEqual(['One paragraph.', 'Another.']);
  reader = createQuotedReader({ threads: 1, worker: WORKER });
  expect(await reader.read(page)).toEqual(here);
});

it('what is wrong with a file comes back in plain words', async () => {
  reader = createQuotedReader({ threads: 1, worker: WORKER });
  const broken = { bytes: Buffer.from('%PDF-1.7 nothing'), name: 'a.pdf' };
  await expect(reader.read(broken)).rejects.toMatchObject({
    kind: 'unreadable-page',
    message: 'The PDF is damaged and cannot be read.',
  });
});

it('a file that takes too long is given up, and the next one is read', async () => {
  reader = createQuotedReader({ threads: 1, worker: WORKER, longest: 1 });
  const endless = { bytes: Buffer.from('<p>word </p>'.repeat(2_000_000)), name: 'endless.html' };
  await expect(reader.read(endless)).rejects.toMatchObject({
    kind: 'unreadable-page',
    message: expect.stringContaining('more time or memory'),
  });
  await reader.close();
  reader = createQuotedReader({ threads: 1, worker: WORKER });
  expect((await reader.read(page)).blocks).toHaveLength(2);
});
