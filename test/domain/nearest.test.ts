import { describe, expect, it } from 'vitest';
import { editDistance, findNearest } from '../../src/domain/nearest.ts';

describe('what is near to a typed word', () => {
  it('comes best first', () => {
    expect(findNearest('velmra', ['belcays', 'velmoras', 'velmora'], 2)).toEqual(['velmora', 'velmoras']);
  });

  it('has the word in it, or something to do with it', () => {
    expect(findNearest('quendal', ['north quendal', 'amber'], 5)).toEqual(['north quendal']);
    expect(findNearest('zzzzzz', ['velmora', 'belcays'], 5)).toEqual([]);
  });

  it('is not every short code there is', () => {
    expect(findNearest('vall', ['ve', 'al', 'bel', 'vale'], 5)).toEqual(['vale']);
    expect(findNearest('', ['ve', 'bel'], 5)).toEqual([]);
  });
});

describe('the distance between two words', () => {
  it.each([
    ['same', 'same', 0],
    ['swap', 'sawp', 1],
    ['lost', 'lot', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%s and %s: %d', (a, b, distance) => {
    expect(editDistance(a, b, 10)).toBe(distance);
  });

  it('is not counted further than is asked', () => {
    expect(editDistance('abcdefgh', 'zyxwvuts', 2)).toBe(3);
  });

  it('looks at no more than eighty letters', () => {
    expect(editDistance('a'.repeat(80) + 'b'.repeat(9000), 'a'.repeat(80), 5)).toBe(0);
  });
});
