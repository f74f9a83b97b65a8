import { describe, expect, it } from 'vitest';
import { collapseSpace, countWords, splitWords } from '../../src/domain/words.ts';

describe('words', () => {
  it.each([
    ['', 0],
    ['  ', 0],
    ['one', 1],
    ['one two', 2],
    ['one\u00a0two\u2009three\u202ffour\u0085five', 5],
    ['in\u200bvisi\u00adble\u200e', 1],
    ['— dash', 2],
  ])('of %j are counted as %d', (text, count) => {
    expect(countWords(text)).toBe(count);
    expect(splitWords(text)).toHaveLength(count);
  });

  it('do not change when space is collapsed', () => {
    const text = '\n a\u00a0\u00a0b\tc ';
    expect(collapseSpace(text)).toBe('a b c');
    expect(splitWords(collapseSpace(text))).toEqual(splitWords(text));
  });
});
