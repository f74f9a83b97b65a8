import { describe, expect, onTestFinished, test } from 'vitest';
import { type Comparer, createComparer } from '../../../src/workbench/compare/comparer.ts';
import { buildProgram } from '../../store/sqlite/start-program.ts';
import { makeEditions } from './small-editions.ts';

buildProgram();
const WORKER = new URL('../../../dist/workbench/compare/compare-worker.js', import.meta.url);

function open(options: Parameters<typeof createComparer>[0]): Comparer {
  const comparer = createComparer(options);
  onTestFinished(() => comparer.close());
  return comparer;
}

function editions() {
  const [left, right] = makeEditions();
  if (left === undefined || right === undefined) throw new Error('There should be two.');
  return [left, right] as const;
}

test('a thread that dies is an error, never a comparison without changes, and the next one is tried anew', async () => {
  const comparer = open({ threads: 1, worker: new URL('./dying-worker.mjs', import.meta.url) });
  const [left, right] = editions();
  const first = comparer.compare(left, right);
  await expect(first).rejects.toThrow('The comparison of 2021/vel with 2024/vel was not finished: ');
  const second = comparer.compare(left, right);
  expect(second).not.toBe(first);
  await expect(second).rejects.toThrow('was not finished');
});

describe('what was compared is remembered', () => {
  test('while both texts, their readers and the way of comparing are the same', async () => {
    const comparer = open({ threads: 0 });
    const [left, right] = editions();
    const first = await comparer.compare(left, right);
    expect(await comparer.compare(left, right)).toBe(first);
    expect(await comparer.compare(right, left)).not.toBe(first);
    const readAnew = { ...right, provenance: { ...right.provenance, readerVersion: '2' } };
    expect(await comparer.compare(left, readAnew)).not.toBe(first);
  });

  test('while it is under way: who asks meanwhile waits for the same answer', async () => {
    const comparer = open({ threads: 0 });
    const [left, right] = editions();
    const [one, other] = await Promise.all([comparer.compare(left, right), comparer.compare(left, right)]);
    expect(other).toBe(one);
  });

  test('within bounds: what was asked for longest ago goes first', async () => {
    const [left, right] = editions();
    const size = [...left.passages, ...right.passages].reduce((sum, { text }) => sum + text.length + 500, 0);
    const comparer = open({ threads: 0, most: size });
    const first = await comparer.compare(left, right);
    const other = await comparer.compare(right, left);
    expect(await comparer.compare(right, left)).toBe(other);
    expect(await comparer.compare(left, right)).not.toBe(first);
  });
});

test('a thread of its own gives what the calling one gives', async () => {
  const [left, right] = editions();
  const here = await open({ threads: 0 }).compare(left, right);
  expect(await open({ threads: 1, worker: WORKER }).compare(left, right)).toEqual(here);
});
