import { afterEach, expect, it } from 'vitest';
import { gatherPublication } from '../../../src/domain/publication.ts';
import { createPress, type Press } from '../../../src/workbench/press/press.ts';
import { makeExcerpt, makePublication } from '../../export/small-publication.ts';

const WORKER = new URL('../../../dist/workbench/press/press-worker.js', import.meta.url);
let press: Press | null = null;

afterEach(async () => {
  await press?.close();
  press = null;
});

it('a thread makes the same bytes as this one', async () => {
  const job = {
    kind: 'publication',
    format: 'xlsx',
    paper: 'letter',
    publication: await gatherPublication(
      makePublication([
        makeExcerpt(2021, 'vel', [{ key: '1', printed: 'Section 1.', passages: [{ text: '=Sum' }] }]),
      ]),
    ),
  } as const;
  const never = new AbortController().signal;
  const here = await createPress({ threads: 0 }).make(job, never);
  press = createPress({ threads: 1, worker: WORKER });
  expect(Buffer.from(await press.make(job, never)).equals(here)).toBe(true);
});

it('a signal ends the work of a thread, and the next job is done', async () => {
  const job = {
    kind: 'publication',
    format: 'xlsx',
    paper: 'letter',
    publication: await gatherPublication(
      makePublication([
        makeExcerpt(2021, 'vel', [{ key: '1', printed: 'Section 1.', passages: [{ text: '=Sum' }] }]),
      ]),
    ),
  } as const;
  press = createPress({ threads: 1, worker: WORKER });
  const stop = new AbortController();
  const stopped = press.make(job, stop.signal);
  stop.abort();
  await expect(stopped).rejects.toThrow(/abort/i);
  expect((await press.make(job, new AbortController().signal)).length).toBeGreaterThan(0);
});
