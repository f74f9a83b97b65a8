import { expect, test } from 'vitest';
import { countChanges } from '../../src/domain/change-counts.ts';
import type { Pair } from '../../src/domain/comparison.ts';
import type { Passage } from '../../src/domain/passage.ts';

/** Passages of so many words each. */
function passagesOf(words: readonly number[]): Passage[] {
  return words.map((count, i) => ({
    order: i + 1,
    section: '1',
    number: i + 1,
    kind: 'paragraph',
    label: null,
    underLabel: null,
    text: '',
    marks: [],
    digest: '',
    words: count,
    topics: [],
  }));
}

const pair = (more: Partial<Pair>): Pair => ({
  change: 'same',
  shape: 'single',
  moved: null,
  score: 0,
  left: [],
  right: [],
  links: [],
  difference: null,
  absence: null,
  ...more,
});

const difference = (kept: number, removed: number) => ({ pieces: [], kept, removed, added: 0, score: 0 });

test('every passage and word of either report is counted once, what moved besides', () => {
  const left = passagesOf([10, 20, 30, 40]);
  const right = passagesOf([10, 15, 16, 7]);
  const pairs = [
    pair({ left: [1], right: [1] }),
    pair({ change: 'edited', moved: 'section', left: [2, 3], right: [2, 3], difference: difference(25, 25) }),
    pair({ change: 'removed', left: [4] }),
    pair({ change: 'added', right: [4] }),
  ];
  expect(countChanges(pairs, left, right)).toEqual({
    left: { passages: 4, words: 100 },
    right: { passages: 4, words: 48 },
    same: { left: { passages: 1, words: 10 }, right: { passages: 1, words: 10 } },
    edited: { left: { passages: 2, words: 50 }, right: { passages: 2, words: 31 }, wordsKept: 25 },
    removed: { passages: 1, words: 40 },
    added: { passages: 1, words: 7 },
    moved: { passages: 2, words: 50 },
    wordsKept: 35,
  });
});

test.each([
  ['as many as the report counts', difference(8, 2), 8],
  ['more than the report counts', difference(9, 6), 6],
  ['nothing in common', difference(0, 12), 0],
  ['more than the newer passage has', difference(10, 0), 9],
])(
  'the kept words of a reworded passage are a share of its own, if the comparison counts %s',
  (_, found, kept) => {
    const pairs = [pair({ change: 'edited', left: [1], right: [1], difference: found })];
    expect(countChanges(pairs, passagesOf([10]), passagesOf([9])).wordsKept).toBe(kept);
  },
);
