import { describe, expect, it } from 'vitest';
import { tokenise } from '../../src/domain/tokens.ts';
import { prepareNear, preparePattern, type WordPattern } from '../../src/domain/word-pattern.ts';

/** `a|b c*`: at the first place a or b, then a word that begins with c. */
function pattern(text: string): WordPattern {
  const words = text.split(' ');
  const last = words.at(-1) ?? '';
  const prefix = last.endsWith('*') ? last.slice(0, -1) : null;
  return { places: (prefix === null ? words : words.slice(0, -1)).map((word) => word.split('|')), prefix };
}

function near(left: string, right: string, distance: number, text: string): string {
  const patterns = (side: string): WordPattern[] => side.split(', ').map(pattern);
  const spans = prepareNear({ left: patterns(left), right: patterns(right), distance }).find(tokenise(text));
  return spans.map(({ first, last }) => `${first}-${last}`).join(' ');
}

describe('words in a row', () => {
  it('are found wherever they stand, also over each other', () => {
    const spans = preparePattern(pattern('a a|b')).find(tokenise('a a a c a b'));
    expect(spans).toEqual([
      { first: 0, last: 1 },
      { first: 1, last: 2 },
      { first: 4, last: 5 },
    ]);
  });

  it('may end with the beginning of a word', () => {
    expect(preparePattern(pattern('the pri*')).find(tokenise('The prisons. The. Pri'))).toEqual([
      { first: 0, last: 1 },
      { first: 2, last: 3 },
    ]);
    expect(preparePattern(pattern('the pri*')).find(tokenise('the'))).toEqual([]);
  });
});

describe('NEAR', () => {
  it('counts the words between, in either order', () => {
    expect(near('a', 'b', 2, 'a x y b')).toBe('0-0 3-3');
    expect(near('a', 'b', 1, 'a x y b')).toBe('');
    expect(near('a', 'b', 2, 'b x y a')).toBe('0-0 3-3');
    expect(near('a', 'b', 0, 'b a')).toBe('0-0 1-1');
  });

  it('counts from the end of a phrase to the beginning of the other', () => {
    expect(near('a b', 'c d', 1, 'a b x c d')).toBe('0-1 3-4');
    expect(near('a b', 'c d', 0, 'a b x c d')).toBe('');
  });

  it('wants two words where the same stands on both sides', () => {
    expect(near('a', 'a', 5, 'a x')).toBe('');
    expect(near('a', 'a', 5, 'a x a')).toBe('0-0 0-0 2-2 2-2');
  });

  it('does not take a word for both sides', () => {
    expect(near('human rights', 'rights law', 9, 'human rights law')).toBe('');
    expect(near('human rights', 'rights law', 9, 'human rights. Rights law')).toBe('0-1 2-3');
    expect(near('a*', 'ab', 9, 'ab x')).toBe('');
  });

  it('takes any of several on each side, and marks only those with a partner', () => {
    expect(near('a, b', 'c, d', 1, 'a x d x x x x b')).toBe('0-0 2-2');
  });
});
